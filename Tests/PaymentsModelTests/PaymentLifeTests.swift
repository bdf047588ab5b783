import DomainModel
import PaymentsModel
import Testing

@Suite("The life of a payment")
struct PaymentLifeTests {
    @Test("A payment starts pending, without a final moment")
    func starts() throws {
        var account = emptyAccount()
        let reference = account.start()
        let payment = try #require(account[reference])
        #expect(payment.status == .pending)
        #expect(payment.statusFinalDate == nil)
        #expect(payment.created == morning && payment.lastUpdate == morning)
        #expect(payment.payout == .byOthers)
        #expect(payment.reference.hasPrefix("I261124090000000CB"))
    }

    @Test("A payment that succeeds gets its final moment then")
    func settles() throws {
        var account = emptyAccount()
        let reference = account.paid()
        let payment = try #require(account[reference])
        #expect(payment.status == .success)
        #expect(payment.statusFinalDate == morning.later(minutes: 1))
        #expect(payment.lastUpdate == morning.later(minutes: 1))
        #expect(payment.methodTransactionId?.isEmpty == false)
    }

    @Test("A payment that fails says why")
    func fails() throws {
        var account = emptyAccount()
        let reference = account.start()
        account.apply(.fail(reference: reference, code: "rejected"), at: morning.later(minutes: 2))
        #expect(account[reference]?.status == .failed)
        #expect(account[reference]?.failureCode == "rejected")
        #expect(account[reference]?.statusFinalDate == morning.later(minutes: 2))
    }

    @Test(
        "A pending payment expires by itself",
        arguments: [("ideal", 30), ("banktransfer", 20_160), ("landingpage", 87_840)])
    func expires(method: String, minutes: Int64) {
        var account = emptyAccount()
        let reference = account.start(method: method)
        account.advance(to: morning.later(minutes: minutes, milliseconds: -1))
        #expect(account[reference]?.status == .pending)
        account.advance(to: morning.later(minutes: minutes))
        #expect(account[reference]?.status == .failed)
        #expect(account[reference]?.failureCode == "expired")
    }

    @Test("What is final does not expire")
    func finalStays() {
        var account = emptyAccount()
        let paid = account.paid()
        let stuck = account.start()
        account.apply(.needIntervention(reference: stuck), at: morning.later(minutes: 1))
        account.advance(to: morning.later(hours: 2))
        #expect(account[paid]?.status == .success)
        #expect(account[stuck]?.status == .manualIntervention)
    }

    @Test("A failure can become a success after all, and nothing else can")
    func late() {
        var account = emptyAccount()
        let reference = account.start(method: "banktransfer")
        account.apply(.succeedLate(reference: reference), at: morning)
        #expect(account[reference]?.status == .pending)
        account.advance(to: morning.later(hours: 24 * 15))
        #expect(account[reference]?.failureCode == "expired")
        account.apply(.succeedLate(reference: reference), at: morning.later(hours: 24 * 16))
        #expect(account[reference]?.status == .success)
        #expect(account[reference]?.failureCode == nil)
        #expect(account[reference]?.statusFinalDate == morning.later(hours: 24 * 16))
    }

    @Test("What the helpdesk looked at can succeed")
    func interventionEnds() {
        var account = emptyAccount()
        let reference = account.start()
        account.apply(.needIntervention(reference: reference), at: morning)
        account.apply(.settle(reference: reference), at: morning.later(hours: 5))
        #expect(account[reference]?.status == .success)
        #expect(account[reference]?.statusFinalDate == morning.later(hours: 5))
    }

    @Test("What is final can neither succeed nor fail again")
    func finalIsFinal() {
        var account = emptyAccount()
        let reference = account.paid()
        let before = account
        for change in [
            PaymentsChange.settle(reference: reference),
            .fail(reference: reference, code: "rejected"), .needIntervention(reference: reference),
        ] {
            let outcome = account.apply(change, at: morning.later(minutes: 3))
            #expect(
                outcome
                    == .refused(
                        .notPossible(reference: reference, status: .success, type: .sale)))
        }
        #expect(account == before)
    }

    @Test("A planned change happens at its own moment, however late it is looked at")
    func planned() {
        var account = emptyAccount()
        let reference = account.start(method: "banktransfer")
        account.apply(
            .plan(.settle(reference: reference), at: morning.later(hours: 30)), at: morning)
        #expect(account.payments(asOf: morning.later(hours: 29)).first?.status == .pending)
        let later = account.payments(asOf: morning.later(hours: 90))
        #expect(later.first?.statusFinalDate == morning.later(hours: 30))
        #expect(account[reference]?.status == .pending)
    }

    @Test("Of two plans for one moment the first comes first")
    func plansInOrder() {
        var account = emptyAccount()
        let reference = account.start()
        let moment = morning.later(minutes: 9)
        account.apply(.plan(.settle(reference: reference), at: moment), at: morning)
        account.apply(.plan(.fail(reference: reference, code: "x"), at: moment), at: morning)
        account.advance(to: moment)
        #expect(account[reference]?.status == .success)
    }

    @Test(
        "Money that CCV collects is paid out days later; other money never is",
        arguments: [
            ("ideal", nil, 1), ("card", "visa", 4), ("card", "bcmc", 2), ("applepay", nil, 2),
            ("card", "amex", nil), ("paypal", nil, nil), ("klarna", nil, nil),
            ("terminal", nil, nil),
        ] as [(String, String?, Int64?)])
    func paysOut(method: String, brand: String?, days: Int64?) throws {
        var account = emptyAccount()
        let reference = account.paid(method: method, brand: brand)
        guard let days else {
            account.advance(to: morning.later(hours: 900))
            #expect(account[reference]?.payout == .byOthers)
            return
        }
        let moment = morning.later(hours: days * 24 - 3)
        #expect(account[reference]?.payout == .expected(at: moment))
        account.advance(to: moment)
        let payment = try #require(account[reference])
        guard case .done(let run) = payment.payout else {
            Issue.record("not paid out")
            return
        }
        #expect(run.date == moment && payment.lastUpdate == moment)
        #expect(payment.statusFinalDate == morning.later(minutes: 1))
        #expect(run.remittance.contains(run.reference))
    }

    @Test("Payments of one method and one day are paid out together, others apart")
    func payoutGroups() {
        var account = emptyAccount()
        let references = [
            account.paid(), account.paid(at: morning.later(hours: 2)),
            account.paid(at: morning.later(hours: 26)), account.paid(method: "payconiq"),
        ]
        account.advance(to: morning.later(hours: 200))
        let runs = references.map { reference -> String in
            guard case .done(let run)? = account[reference]?.payout else { return "" }
            return run.reference
        }
        #expect(runs[0] == runs[1])
        #expect(Set(runs).count == 3)
    }

    @Test("The same idempotency reference makes one payment")
    func idempotent() {
        var account = emptyAccount()
        var order = PaymentOrder(amount: 100, method: "ideal")
        order.idempotencyReference = "shop-1"
        let first = account.apply(.start(order), at: morning)
        let second = account.apply(.start(order), at: morning.later(minutes: 1))
        #expect(second == .repeated(reference: first.reference ?? ""))
        #expect(account.payments.count == 1)
        account.apply(.settle(reference: first.reference ?? ""), at: morning.later(minutes: 2))
        var refund = FollowUp(first.reference ?? "")
        refund.idempotencyReference = "shop-1"
        let third = account.apply(.refund(refund), at: morning.later(minutes: 3))
        #expect(account[third.reference ?? ""]?.type == .refund)
        #expect(
            account.apply(.refund(refund), at: morning.later(minutes: 4))
                == .repeated(reference: third.reference ?? ""))
    }

    @Test("Amounts that are no amounts are refused", arguments: [0, -1, Int64.max])
    func amounts(amount: Int64) {
        var account = emptyAccount()
        let outcome = account.apply(.start(PaymentOrder(amount: amount, method: "x")), at: morning)
        #expect(outcome == .refused(.invalidAmount(amount)))
        #expect(account == emptyAccount())
    }

    @Test("The last moment there is ends nothing")
    func lastMoment() {
        var account = emptyAccount()
        let moment = Instant(milliseconds: .max)
        let reference = account.paid(at: Instant(milliseconds: .max - 120_000))
        #expect(account[reference]?.status == .success)
        let pending = account.start(at: moment)
        account.advance(to: moment)
        #expect(account[pending]?.status == .failed)
    }

    @Test("A reference is recorded once")
    func recordedOnce() {
        var account = emptyAccount()
        let payment = Payment(
            reference: "A", type: .sale, amount: 1, method: "ideal", created: morning)
        #expect(account.apply(.record(payment), at: morning) == .created(reference: "A"))
        #expect(account.apply(.record(payment), at: morning) == .refused(.duplicateReference("A")))
    }

    @Test("An unknown reference is refused by every change")
    func unknown() {
        var account = emptyAccount()
        let changes: [PaymentsChange] = [
            .settle(reference: "Z"), .fail(reference: "Z", code: ""), .expire(reference: "Z"),
            .succeedLate(reference: "Z"),
            .needIntervention(reference: "Z"), .refund(FollowUp("Z")), .capture(FollowUp("Z")),
            .reverse(FollowUp("Z")), .chargeBack(reference: "Z", amount: nil),
            .reverseChargeback(reference: "Z"), .refundAutomatically(reference: "Z"),
            .changeAmount(reference: "Z", amount: 1),
            .changeTexts(reference: "Z", merchantOrderReference: nil, description: nil),
            .attempt(PaymentAttempt(landingPage: "Z", method: "ideal")),
            .payOut(
                references: ["Z"], PayoutRun(date: morning, reference: "P", remittance: "")),
        ]
        for change in changes {
            #expect(account.apply(change, at: morning) == .refused(.unknownReference("Z")))
        }
    }
}
