import RuleCompilation
import RuleEngine
import SourceDiagnostics
import Testing
import Wording

@Suite("RuleSentences")
struct RuleSentencesTests {
    /// Edits of keys that the manual's edits leave alone.
    private static let further: [ManualEdit] = [
        .rules("name: CCV Online", "name: Onze CCV Online", gains: ""),
        .rules(
            "office: NLA001                  # administratiecode in Twinfield",
            "office: NLA002\nmethods: [ideal, card/visa]", gains: ""),
        .rules("from: [billing_email]", "from: [metadata]", gains: ""),
        .rules(
            "from: [billing_email]",
            "from: [billing_email]\n  collective_customers: [\"D9999\"]", gains: ""),
        .rules(
            "  if_they_disagree: review", "  shapes: [\"WEB-{a}\"]\n  if_they_disagree: review",
            gains: ""),
        .rules(
            "paypal: \"2121\"",
            "paypal: { account: \"2121\", in_currency: { GBP: \"2151\" } }", gains: ""),
        .rules(
            "paypal: \"2121\"",
            "paypal: { account: \"2121\", on_connection: { be: \"2161\" } }", gains: ""),
        .rules(
            "    reason: no_rule\n", "    reason: no_rule\n    because: Vraag het\n", gains: ""),
        .rules("    [order, bestelling,", "    [geenorder, order, bestelling,", gains: ""),
        .rules("    [klant, klantnr,", "    [vereniging, klant, klantnr,", gains: ""),
        .template("dated: later_of_payment_and_sale", "dated: sale", gains: ""),
        .template("dated: later_of_payment_and_sale }", "dated: payment }", gains: ""),
    ]

    /// Edits of conditions, rows and texts, which all begin from one place.
    private static let conditions: [ManualEdit] = [
        "currency: EUR", "entry_mode: ecom", "language: nld", "paid_out: yes", "brand: visa",
        "method: klarna", "transaction_id: { given: true }", "metadata: { is: X }",
        "description: { starts_with: A }", "failure_code: { ends_with: B }",
        "original_transaction_id: { contains: C }", "email_given: false",
        "merchant_order_reference: { given: false }", "amount: { at_least: 1.00 }",
        "amount: { at_most: 2.00 }", "amount: { at_least: 1.00, at_most: 2.00 }",
        "landing_page_parent: false, method: klarna",
    ].map { condition in
        .rules(
            "  - id: paid\n",
            "  - { id: extra, when: { \(condition) }, outcome: error }\n  - id: paid\n", gains: "")
    }

    private static let rows: [ManualEdit] = [
        "amount: within 0.05", "amount: within 1 %", "amount: [within 0.05, more]", "amount: less",
        "order_number: alias", "email: not_given", "days_apart: 3 days", "sale_is: final",
        "customer: D1",
    ].map { criterion in
        let isNumber = criterion.hasPrefix("order_number")
        let number = isNumber ? "amount: equals_open" : "order_number: contained"
        let aliases = "  aliases: [{ payment: \"ORD-{n}\", sale: \"INV-{n}\" }]\n"
        return ManualEdit(
            testDescription: criterion,
            rules: [
                BrokenRules.Edit(
                    old: EditedRules.Row.noNumber,
                    new: "- { \(number), \(criterion), then: review }\n    "
                        + EditedRules.Row.noNumber)
            ]
                + (isNumber
                    ? [
                        BrokenRules.Edit(
                            old: "  if_they_disagree: review",
                            new: aliases + "  if_they_disagree: review")
                    ] : []),
            gains: "")
    }

    private static let all =
        ManualEdit.accounts + ManualEdit.bookings + ManualEdit.selections + ManualEdit.numbers
        + ManualEdit.matches + ManualEdit.entries + further + conditions + rows

    @Test("Whatever is changed in the rules is seen in the sentences", arguments: all)
    func changes(_ edit: ManualEdit) throws {
        let shipped = try sentences(ManualEdit(testDescription: "", gains: ""))
        let edited = try sentences(edit)
        for language in OutputLanguage.allCases {
            #expect(shipped.text(in: language) != edited.text(in: language))
        }
    }

    @Test("A text of the rules makes no line of its own and turns none around")
    func hostileTexts() throws {
        let plain = try sentences(
            .rules("    reason: no_rule\n", "    reason: no_rule\n    because: ab\n", gains: ""))
        let hostile = try sentences(
            .rules(
                "    reason: no_rule\n",
                "    reason: no_rule\n    because: \"a\\n- \\e[31m\\u202Eb\"\n", gains: ""))
        let text = hostile.text(in: .english)
        #expect(text.contains("a - \u{FFFD}[31m\u{FFFD}b"))
        let lineCount = { (text: String) in text.split(separator: "\n").count }
        #expect(lineCount(text) == lineCount(plain.text(in: .english)))
    }

    @Test("No word of the one language stands in the sentences of the other")
    func languages() throws {
        let sentences = try sentences(ManualEdit(testDescription: "", gains: ""))
        #expect(!sentences.text(in: .dutch).contains(" the "))
        #expect(!sentences.text(in: .english).contains(" het "))
    }

    private func sentences(_ edit: ManualEdit) throws -> RuleSentences {
        let files = try BrokenRules(
            testDescription: "", rules: edit.rules, template: edit.template, messages: []
        ).plant().files
        let result = files.compile()
        let said = result.diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(said.isEmpty)
        return RuleSentences(try #require(result.ruleSet), methods: result.methods)
    }
}
