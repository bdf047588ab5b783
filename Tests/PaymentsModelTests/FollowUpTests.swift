import DomainModel
import PaymentsModel
import Testing

@Suite("Refunds, captures, reversals and chargebacks")
struct FollowUpTests {
    private let later = morning.later(minutes: 5)

    @Test("A refund is a payment of its own; the original stays as it is")
    func refund() throws {
        var account = emptyAccount()
        let sale = account.paid(999)
        let before = account[sale]
        let outcome = account.apply(
            .refund(FollowUp(sale, description: "Refund of Order 1017")), at: later)
        let refund = try #require(account[outcome.reference ?? ""])
        #expect(refund.type == .refund && refund.status == .success)
        #expect(refund.amount == 999 && refund.originalReference == sale)
        #expect(refund.merchantOrderReference == "Order 1017" && refund.method == "ideal")
        #expect(refund.created == later && refund.statusFinalDate == later)
        #expect(account[sale] == before)
    }

    @Test("A refund can be pending first")
    func slowRefund() {
        var account = emptyAccount()
        var request = FollowUp(account.paid())
        request.delay = 60_000
        let reference = account.apply(.refund(request), at: later).reference ?? ""
        #expect(account[reference]?.status == .pending)
        account.advance(to: later.later(minutes: 1))
        #expect(account[reference]?.status == .success)
        #expect(account[reference]?.statusFinalDate == later.later(minutes: 1))
    }

    @Test("Refunds go to 120 % of a sale, together, and not a cent further")
    func refundLimit() {
        var account = emptyAccount()
        let sale = account.paid(999)
        _ = account.paid(5000)
        #expect(account.apply(.refund(FollowUp(sale, amount: 600)), at: later).reference != nil)
        #expect(
            account.apply(.refund(FollowUp(sale, amount: 599)), at: later)
                == .refused(
                    .refundLimit(original: 999, refunded: 600, requested: 599, digits: 2)))
        #expect(account.apply(.refund(FollowUp(sale, amount: 598)), at: later).reference != nil)
    }

    @Test("A refund needs money of its method that is not paid out yet")
    func refundBalance() {
        var account = emptyAccount()
        let sale = account.paid(1000)
        _ = account.paid(5000, method: "payconiq")
        account.advance(to: morning.later(hours: 48))
        let day = morning.later(hours: 49)
        #expect(
            account.apply(.refund(FollowUp(sale)), at: day)
                == .refused(.insufficientBalance(MethodBalance(method: "ideal"))))
        _ = account.paid(1000, at: day)
        #expect(account.apply(.refund(FollowUp(sale)), at: day.later(minutes: 2)).reference != nil)
    }

    @Test("A refund of what another party pays out needs no balance")
    func refundElsewhere() {
        var account = emptyAccount()
        let sale = account.paid(method: "paypal")
        #expect(account.apply(.refund(FollowUp(sale)), at: later).reference != nil)
    }

    @Test("What is not paid, or is no sale, is not refunded")
    func refundable() {
        var account = emptyAccount()
        let pending = account.start()
        let authorised = account.paid(method: "klarna", type: .authorise)
        for reference in [pending, authorised] {
            let outcome = account.apply(.refund(FollowUp(reference)), at: later)
            #expect(outcome.reference == nil)
        }
        #expect(account.payments.count == 2)
    }

    @Test("Captures take an authorisation in parts, and no more than it")
    func captures() {
        var account = emptyAccount()
        let authorised = account.paid(10_000, method: "klarna", type: .authorise)
        let first = account.apply(.capture(FollowUp(authorised, amount: 6000)), at: later)
        #expect(account[first.reference ?? ""]?.type == .capture)
        #expect(
            account.apply(.capture(FollowUp(authorised, amount: 4001)), at: later)
                == .refused(
                    .captureLimit(authorised: 10_000, captured: 6000, requested: 4001, digits: 2)))
        let rest = account.apply(.capture(FollowUp(authorised)), at: later)
        #expect(account[rest.reference ?? ""]?.amount == 4000)
        #expect(
            account.apply(.capture(FollowUp(authorised)), at: later)
                == .refused(.invalidAmount(0)))
    }

    @Test("A capture is refunded by its own reference")
    func refundOfCapture() {
        var account = emptyAccount()
        let authorised = account.paid(10_000, method: "klarna", type: .authorise)
        let capture = account.apply(.capture(FollowUp(authorised, amount: 6000)), at: later)
        let refund = account.apply(.refund(FollowUp(capture.reference ?? "")), at: later)
        #expect(account[refund.reference ?? ""]?.originalReference == capture.reference)
    }

    @Test("A reversal ends an authorisation, once, and a sale only at a terminal")
    func reversals() {
        var account = emptyAccount()
        let authorised = account.paid(method: "klarna", type: .authorise)
        let terminal = account.paid(method: "terminal")
        let sale = account.paid()
        #expect(account.apply(.reverse(FollowUp(authorised)), at: later).reference != nil)
        #expect(account.apply(.reverse(FollowUp(authorised)), at: later).reference == nil)
        #expect(account.apply(.capture(FollowUp(authorised)), at: later).reference == nil)
        #expect(account.apply(.reverse(FollowUp(terminal)), at: later).reference != nil)
        #expect(account.apply(.reverse(FollowUp(sale)), at: later).reference == nil)
    }

    @Test("A chargeback takes money back and can come back, once")
    func chargebacks() throws {
        var account = emptyAccount()
        let sale = account.paid(method: "card", brand: "visa")
        let taken = account.apply(.chargeBack(reference: sale, amount: 1000), at: later)
        let chargeback = try #require(account[taken.reference ?? ""])
        #expect(chargeback.type == .chargeback && chargeback.amount == 1000)
        let back = account.apply(.reverseChargeback(reference: chargeback.reference), at: later)
        #expect(account[back.reference ?? ""]?.type == .chargebackReversal)
        #expect(
            account.apply(.reverseChargeback(reference: chargeback.reference), at: later)
                .reference == nil)
    }

    @Test("Money of a bank transfer that failed goes back by itself")
    func autoRefund() {
        var account = emptyAccount()
        let reference = account.start(method: "banktransfer")
        account.apply(.fail(reference: reference, code: "expired"), at: later)
        let outcome = account.apply(.refundAutomatically(reference: reference), at: later)
        #expect(account[outcome.reference ?? ""]?.type == .autoRefund)
    }

    @Test("The balance is what is not paid out: sales less refunds, by brand")
    func balance() {
        var account = emptyAccount()
        let sale = account.paid(170)
        account.apply(.refund(FollowUp(sale, amount: 35)), at: later)
        _ = account.paid(1998, method: "card", brand: "bcmc")
        _ = account.paid(500, method: "paypal")
        _ = account.start(900)
        var dollars = PaymentOrder(amount: 700, currency: "usd", method: "ideal")
        dollars.type = .sale
        let usd = account.apply(.start(dollars), at: later).reference ?? ""
        account.apply(.settle(reference: usd), at: later)
        #expect(
            account.balances() == [
                MethodBalance(method: "card", brand: "bcmc", credit: 0, debit: 1998),
                MethodBalance(method: "ideal", credit: 35, debit: 170),
            ])
        #expect(account.balances().last?.total == 135)
        #expect(account.apply(.refund(FollowUp(usd)), at: later).reference != nil)
        account.advance(to: morning.later(hours: 200))
        #expect(account.balances().isEmpty)
    }
}
