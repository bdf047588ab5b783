import RuleEngine
import Testing

@Suite("A shape of order numbers")
struct ShapeTests {
    private static func rules(_ shapes: String) -> EditedRules {
        EditedRules(
            rules: [
                BrokenRules.Edit(
                    old: "  if_they_disagree: review",
                    new: "  shapes: \(shapes)\n  if_they_disagree: review")
            ])
    }

    private static func payment(_ description: String) -> String {
        SmallWorld.payment("P", "10.00", #","description":"\#(description)""#)
    }

    @Test(
        "makes a word of a description a number, and no other word",
        arguments: [
            ("Dank voor web-2026-17 en tot ziens", "WEB-2026-17", true),
            ("Betaling van WEB 2026 17", "WEB-2026-17", false),
            ("Dank voor POS-2026-17", "POS-2026-17", false),
            ("Dank voor WEB-2026-171", "WEB-2026-17", false),
            ("Dank voor XWEB-2026-17", "WEB-2026-17", false),
        ])
    func named(_ description: String, _ invoice: String, _ isBooked: Bool) throws {
        let said = try Self.rules("[\"WEB-{jaar}-{n}\"]").decide(
            [Self.payment(description)], [SmallWorld.sale(1, invoice)])
        #expect(said.hasPrefix("P book") == isBooked, "\(said)")
    }

    @Test("Without it the same word is only a hint, for a person")
    func without() throws {
        let said = try EditedRules(rules: []).decide(
            [Self.payment("Dank voor WEB-2026-17 en tot ziens")],
            [SmallWorld.sale(1, "WEB-2026-17")])
        #expect(said.hasPrefix("P review weak_evidence"), "\(said)")
    }

    @Test("Two words of a shape disagree")
    func disagreeing() throws {
        let said = try Self.rules("\"WEB-{n}\"").decide(
            [Self.payment("Voor WEB-1001 en WEB-1002")],
            [SmallWorld.sale(1, "WEB-1001")])
        #expect(said.hasPrefix("P review"), "\(said)")
    }
}
