import DomainModel
import PaymentsModel
import Testing

@Suite("Landing pages")
struct LandingPageTests {
    private func page(_ amount: Int64 = 5000) -> (PaymentAccount, String) {
        var account = emptyAccount()
        let reference = account.start(amount, method: "landingpage")
        return (account, reference)
    }

    @Test("A page and its child succeed together")
    func simple() throws {
        var (account, page) = page()
        let child = account.apply(
            .attempt(PaymentAttempt(landingPage: page, method: "ideal")),
            at: morning.later(minutes: 1)
        ).reference
        account.apply(.settle(reference: child ?? ""), at: morning.later(minutes: 2))
        let parent = try #require(account[page])
        #expect(parent.status == .success && parent.childReferenceId == child)
        #expect(parent.statusFinalDate == morning.later(minutes: 2))
        #expect(parent.methodTransactionId == account[child ?? ""]?.methodTransactionId)
        #expect(parent.payout == .byOthers && parent.reference.hasPrefix("L"))
        #expect(account[child ?? ""]?.amount == 5000)
    }

    @Test("A page lives on after an attempt that fails, and names the last attempt")
    func secondAttempt() {
        var (account, page) = page()
        let first = account.apply(
            .attempt(PaymentAttempt(landingPage: page, method: "card", brand: "visa")),
            at: morning
        ).reference
        account.apply(.fail(reference: first ?? "", code: "card_refused"), at: morning)
        #expect(account[page]?.status == .pending)
        let second = account.apply(
            .attempt(PaymentAttempt(landingPage: page, method: "ideal")), at: morning
        ).reference
        account.apply(.settle(reference: second ?? ""), at: morning)
        #expect(account[page]?.status == .success)
        #expect(account[page]?.childReferenceId == second)
    }

    @Test("A gift card pays a part and the last child the rest")
    func split() {
        var (account, page) = page()
        let gift = account.apply(
            .attempt(PaymentAttempt(landingPage: page, method: "gift", amount: 2000)), at: morning
        ).reference
        account.apply(.settle(reference: gift ?? ""), at: morning)
        #expect(account[page]?.status == .pending)
        #expect(account.amountLeft(on: page) == 3000)
        let rest = account.apply(
            .attempt(PaymentAttempt(landingPage: page, method: "ideal")), at: morning
        ).reference
        #expect(account[rest ?? ""]?.amount == 3000)
        account.apply(.settle(reference: rest ?? ""), at: morning)
        #expect(account[page]?.status == .success)
        #expect(account[page]?.amount == 5000)
        #expect(account[page]?.childReferenceId == rest)
    }

    @Test("A page takes over that CCV must look at its child")
    func intervention() {
        var (account, page) = page()
        let child = account.apply(
            .attempt(PaymentAttempt(landingPage: page, method: "ideal")), at: morning
        ).reference
        account.apply(.needIntervention(reference: child ?? ""), at: morning)
        #expect(account[page]?.status == .manualIntervention)
    }

    @Test("A page is refunded through its child only")
    func refund() {
        var (account, page) = page()
        let child =
            account.apply(
                .attempt(PaymentAttempt(landingPage: page, method: "ideal")), at: morning
            ).reference ?? ""
        account.apply(.settle(reference: child), at: morning)
        #expect(account.apply(.refund(FollowUp(page)), at: morning).reference == nil)
        #expect(account.apply(.refund(FollowUp(child)), at: morning).reference != nil)
    }

    @Test("Nothing is tried on a page that is final, or on what is no page")
    func noAttempt() {
        var (account, page) = page()
        account.apply(.fail(reference: page, code: "cancelled"), at: morning)
        let sale = account.start()
        for reference in [page, sale] {
            let attempt = PaymentAttempt(landingPage: reference, method: "ideal")
            #expect(account.apply(.attempt(attempt), at: morning).reference == nil)
        }
    }
}
