import Testing

@testable import RuleEngine

@Suite("The codes of reasons")
struct ReasonCodeTests {
    @Test("are those that files and programs rely on, and none is ever renamed")
    func codes() {
        let promised: Set = [
            "not_final", "failed_at_ccv", "no_money", "money_back", "landing_page_parent",
            "before_start", "duplicate", "superseded", "reference_conflict", "amount_invalid",
            "currency_differs", "method_without_account", "no_rule", "no_sale_yet", "no_sale",
            "sale_used", "already_paid", "several_fit", "weak_evidence", "email_differs",
            "numbers_disagree", "amount_differs", "reference_too_long", "already_forwarded",
            "booked_twice", "refused", "outcome_unknown", "reconcile_impossible",
            "changed_after_booking", "drifted",
        ]
        #expect(promised.isSubset(of: ReasonCode.allCases.map(\.rawValue)))
    }
}
