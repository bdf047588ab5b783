import RuleCompilation
import RuleEngine
import SourceDiagnostics
import Testing

/// The shipped files with edits, and what they make of a few payments and sales.
struct EditedRules {
    /// The beginning of the rows of `match.decide`, by what they are about.
    enum Row {
        static let same = "- { amount: equals_open,  order_number: same,      email: [same"
        static let otherAddress =
            "- { amount: equals_open,  order_number: same,      email: differs"
        static let otherAmount = "- { amount: [less, more]"
        static let noNumber = "- { amount: equals_open,  order_number: missing"
    }

    /// A line for what payment and sale differ.
    static let differenceLine = BrokenRules.Edit(
        old: "\nreconcile",
        new: "\n  - id: difference\n    dim1: \"4990\"\n    side: debit\n"
            + "    amount: item.open - payment.amount\nreconcile")

    var rules: [BrokenRules.Edit] = []
    var template: [BrokenRules.Edit] = []

    /// Puts rows before one of the shipped rows.
    static func rows(_ rows: String..., before row: String) -> BrokenRules.Edit {
        BrokenRules.Edit(old: row, new: rows.map { $0 + "\n    " }.joined() + row)
    }

    /// Compiles; an error is a failure.
    func compile() throws -> CompiledRuleSet {
        let files = try BrokenRules(
            testDescription: "", rules: rules, template: template, messages: []
        ).plant().files
        let result = files.compile()
        #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message).isEmpty)
        return try #require(result.ruleSet)
    }

    /// Decides, one line a payment, and then the entries.
    func decide(
        _ payments: [String], _ sales: [String], connection: String? = nil
    ) throws -> String {
        try SmallWorld.outcome(
            of: try compile(), payments: payments, sales: sales, connection: connection)
    }
}
