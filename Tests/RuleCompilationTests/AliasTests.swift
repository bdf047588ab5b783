import RuleEngine
import Testing

@Suite("An alias of order numbers")
struct AliasTests {
    private static let rules = EditedRules(
        rules: [
            BrokenRules.Edit(
                old: "  if_they_disagree: review",
                new: """
                      aliases:
                        - { payment: "ORD-{n}", sale: "INV-{n}" }
                        - { payment: "NL-{jaar}-{n}", sale: "{n}/{jaar}" }
                      if_they_disagree: review
                    """),
            EditedRules.rows(
                "- { amount: equals_open, order_number: alias, then: book }",
                before: EditedRules.Row.otherAmount),
        ])

    @Test(
        "makes two ways to write one number equal, and nothing else",
        arguments: [
            ("ORD-1001", "INV-1001", true), ("ord 1001", "inv1001", true),
            ("Bestelling ORD-1001", "INV-1001", true), ("INV-1001", "INV-1001", true),
            ("ORD-1001", "ORD-1001", true), ("NL-2026-17", "17/2026", true),
            ("ORD-1001", "INV-1002", false), ("ORD-1001", "INV-11001", false),
            ("ORD-1001", "INV-10010", false), ("ORD-1001", "1001", false),
            ("INV-1001", "ORD-1001", false), ("XORD-1001", "INV-1001", false),
            ("ORD-1001A", "INV-1001", false), ("ORD-", "INV-", false),
            ("ORD-10-01", "INV-1001", false), ("NL-2026-17", "2026/17", false),
            ("NL-202-617", "17/2026", false),
        ])
    func equal(_ payment: String, _ sale: String, _ isBooked: Bool) throws {
        let said = try Self.rules.decide(
            [SmallWorld.payment("P", order: payment)], [SmallWorld.sale(1, sale)])
        #expect(said.hasPrefix("P book") == isBooked, "\(said)")
    }

    @Test("beside a sale with the number itself leaves two that fit")
    func both() throws {
        let said = try Self.rules.decide(
            [SmallWorld.payment("P", order: "ORD-1001")],
            [SmallWorld.sale(1, "ORD-1001"), SmallWorld.sale(2, "INV-1001")])
        #expect(said.hasPrefix("P review several_fit"), "\(said)")
    }

    @Test("of another amount is for a person")
    func otherAmount() throws {
        var edited = Self.rules
        edited.rules.append(
            EditedRules.rows(
                "- { amount: less, order_number: alias, then: review }",
                before: EditedRules.Row.noNumber))
        let said = try edited.decide(
            [SmallWorld.payment("P", "9.99", order: "ORD-1001")], [SmallWorld.sale(1, "INV-1001")])
        #expect(said.hasPrefix("P review amount_differs"), "\(said)")
    }
}
