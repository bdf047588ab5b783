import RuleEngine
import Testing

@Suite("A tolerance, and the line for what is left")
struct ToleranceTests {
    @Test(
        "books up to its edge and no cent further, with the difference on its side",
        arguments: [
            ("within 0.05", "119.00", "119.00", ""),
            ("within 0.05", "118.97", "119.00", "debit 0.03"),
            ("within 0.05", "118.95", "119.00", "debit 0.05"),
            ("within 0.05", "118.94", "119.00", nil),
            ("within 0.05", "119.05", "119.00", "credit 0.05"),
            ("within 0.05", "119.06", "119.00", nil),
            ("within 1 %", "117.81", "119.00", "debit 1.19"),
            ("within 1 %", "117.80", "119.00", nil),
            ("within 1 %", "120.19", "119.00", "credit 1.19"),
            ("within 1%", "0.98", "0.99", nil),
            ("within 0.5 percent", "199.00", "200.00", "debit 1.00"),
            ("within 0.5 percent", "198.99", "200.00", nil),
            ("[within 0.05, within 1 %]", "117.81", "119.00", "debit 1.19"),
            ("[within 0.05, within 1 %]", "0.95", "1.00", "debit 0.05"),
            ("[within 0.05, more]", "150.00", "119.00", "credit 31.00"),
            ("[within 0.05, more]", "100.00", "119.00", nil),
        ] as [(String, String, String, String?)])
    func edges(_ tolerance: String, _ paid: String, _ open: String, _ line: String?) throws {
        let edited = EditedRules(
            rules: [
                EditedRules.rows(
                    "- { amount: \(tolerance), order_number: same, then: book }",
                    before: EditedRules.Row.otherAmount)
            ], template: [EditedRules.differenceLine])
        let said = try edited.decide(
            [SmallWorld.payment("P", paid, order: "WEB-1")], [SmallWorld.sale(1, "WEB-1", open)])
        guard let line else { return #expect(said.hasPrefix("P review amount_differs")) }
        #expect(said.hasPrefix("P book"))
        let words = line.split(separator: " ")
        guard words.count == 2 else { return #expect(!said.contains("4990")) }
        #expect(
            said.contains(
                "<dim1>4990</dim1><debitcredit>\(words[0])</debitcredit><value>\(words[1])</value>")
        )
        #expect(said.contains("<debitcredit>credit</debitcredit><value>\(open)</value>"))
    }

    @Test("is not overrun by any percentage or amount")
    func extremes() {
        let any = AmountTolerance(basisPoints: .max)
        #expect(any.admits(paid: 1, open: .max))
        #expect(any.admits(paid: .max, open: 1_000_000))
        #expect(!AmountTolerance(basisPoints: 9_999).admits(paid: 0, open: .max))
        #expect(AmountTolerance(basisPoints: 10_000).admits(paid: 0, open: .max))
        #expect(!any.admits(paid: .max, open: -1))
        #expect(!any.admits(paid: 1, open: 0))
        #expect(!AmountTolerance().admits(paid: 2, open: 1))
    }

    @Test("of the largest number that can be written compiles")
    func largest() throws {
        let edited = EditedRules(
            rules: [
                EditedRules.rows(
                    "- { amount: within 999999999.99 %, order_number: contained, then: book }",
                    before: EditedRules.Row.noNumber)
            ], template: [EditedRules.differenceLine])
        let said = try edited.decide(
            [SmallWorld.payment("P", "1.00", order: "WORD-17")],
            [
                SmallWorld.sale(
                    1, "F-1", "90000000000000.00",
                    #","dim1":"1300","description":"doos WORD-17 rood""#)
            ])
        #expect(said.hasPrefix("P book"), "\(said)")
    }
}
