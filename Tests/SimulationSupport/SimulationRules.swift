import DomainModel
import RuleCompilation
import RuleEngine
import RunnerCore
import SourceDiagnostics

/// Small rules, and the same with a change that an accountant might make on a working day.
struct SimulationRules: Sendable {
    let compiled: CompiledRuleSet
    let texts: [RunStart.RuleText]

    /// What differs from the first rules.
    enum Change: CaseIterable {
        case none
        case finalEntries
        case otherSuspenseAccount
        case otherDescription
        case shorterWait
    }

    /// The methods that the rules know, and the accounts that any of the rules gives them.
    static let accounts: [String: Set<String>] = [
        "ideal": ["2101", "2131"], "card/visa": ["2102"], "banktransfer": ["2106"],
        "klarna": ["2122"],
    ]

    private static let all = Change.allCases.map { try? SimulationRules($0) }

    /// The rules with a change; nil would be a flaw of this file.
    static func with(_ change: Change) -> SimulationRules? {
        zip(Change.allCases, all).first { $0.0 == change }?.1
    }

    /// The rules of a revision; nil for another one.
    static func of(revision: String) -> CompiledRuleSet? {
        all.lazy.compactMap { $0?.compiled }.first { $0.revision == revision }
    }

    private init(_ change: Change) throws {
        var root = Self.root
        var template = Self.template
        switch change {
        case .none: break
        case .finalEntries: template.replace("provisional", with: "final")
        case .otherSuspenseAccount: root.replace("ideal: \"2101\"", with: "ideal: \"2131\"")
        case .otherDescription: template.replace("keep: first 40", with: "keep: first 30")
        case .shorterWait: root.replace("at_most: 14 days", with: "at_most: 10 days")
        }
        let sources = [("rules/rules.yaml", root), ("templates/memo-payment.yaml", template)]
            .map { SourceText(path: $0.0, bytes: Array($0.1.utf8)) }
        let result = RuleSetCompiler.compile(
            RuleSetSources(
                root: sources[0], templates: [("memo-payment", sources[1])],
                revision: "sha256:\(change)", timeZone: { _ in .utc }))
        guard let compiled = result.ruleSet else {
            throw Refused(
                text: DiagnosticRenderer.text(result.diagnostics, sources: sources, colour: false))
        }
        self.compiled = compiled
        texts = sources.map { RunStart.RuleText(path: $0.path, bytes: $0.bytes) }
    }

    /// The rules do not compile.
    struct Refused: Error {
        let text: String
    }

    private static let root = """
        version: 1
        name: Simulated shop
        office: NLA001
        book_from: 2026-01-01
        time_zone: UTC
        accounts:
          debtors: ["1300"]
          suspense: { ideal: "2101", card/visa: "2102", banktransfer: "2106", klarna: "2122" }
        booking_date:
          from: [status_final, last_update, created]
          last_update_in_another_month: review
        landing_page: { child_missing: wait, amounts_differ: review }
        select:
          - { id: failed, when: { status: failed }, outcome: skip, reason: failed_at_ccv }
          - { id: act, when: { status: manualintervention }, outcome: error, reason: ccv_must_act }
          - { id: not-final, when: { status: pending }, outcome: wait, reason: not_final }
          - id: landing-page
            when: { landing_page_parent: true, status: success }
            outcome: skip
            reason: landing_page_parent
          - id: money-back
            when: { type: [refund, credit, autorefund, chargeback, chargebackreversal, reversal] }
            outcome: review
            reason: money_back
          - id: no-money
            when: { type: [authorise, release, validate, token, vaultstore, vaultusage] }
            outcome: skip
            reason: no_money
          - id: paid
            when: { type: [sale, capture], status: success }
            find_sale_then: memo-payment
          - { id: anything-else, outcome: error, reason: no_rule }
        order_number:
          in_payment: [merchant_order_reference]
          in_sale: [invoicenumber]
          ignore_in_front: ["order "]
          if_they_disagree: review
        email: { from: [billing_email] }
        match:
          sale_is: [provisional, final]
          daybooks: [VRK]
          sale_dated: { from: 30 days before payment, to: 30 days after payment }
          decide:
            - { amount: equals_open, order_number: same, email: [same, not_given], then: book }
            - { amount: equals_open, order_number: same, email: differs, then: review }
            - { amount: [less, more], order_number: same, then: review }
          several_fit: review
          already_paid_sale: review
          wait_for_sale: { at_most: 14 days, counted_from: payment, then: error }
        """

    private static let template = """
        journal: MEMO
        post_as: provisional
        date: paid_on
        closed_period: error
        lines:
          - id: payment
            dim1: "{suspense_account}"
            side: debit
            description: "{payment.transaction_id} betaling"
            invoicenumber: { text: "{order_number|item.invoicenumber}", keep: last 40 }
            amount: payment.amount
          - id: sale
            dim1: "{item.account}"
            dim2: "{item.customer}"
            side: credit
            description: { text: "{order_number|item.invoicenumber}", keep: first 40 }
            invoicenumber: { text: "{order_number|item.invoicenumber}", keep: last 40 }
            amount: item.open
        reconcile: { line: sale, with: item, dated: later_of_payment_and_sale }
        """
}

extension String {
    /// Puts a text in the place of another.
    fileprivate mutating func replace(_ old: String, with new: String) {
        self = split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
