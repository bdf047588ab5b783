import RuleCompilation
import RuleEngine
import Testing

@Suite("Each value of the manual, edited in YAML, changes the result")
struct ManualEditTests {
    private static let edits =
        ManualEdit.accounts + ManualEdit.bookings + ManualEdit.selections + ManualEdit.numbers
        + ManualEdit.matches + ManualEdit.entries

    @Test("An edit gives what it says, and the shipped files do not", arguments: edits)
    func edited(_ edit: ManualEdit) throws {
        let shipped = try #require(try RuleFiles.shipped().compile().ruleSet)
        let before = try SmallWorld.outcome(of: shipped)
        let after = try SmallWorld.outcome(of: try edit.compile())
        #expect(!before.contains(edit.gains), "\(before)")
        #expect(after.contains(edit.gains), "\(after)")
    }

    @Test("The world has a payment for every account of the shipped rules")
    func everyAccount() throws {
        let rules = try #require(try RuleFiles.shipped().compile().ruleSet)
        let keys = rules.accounts.suspense.map {
            $0.brand.isEmpty ? $0.method : $0.method + "/" + $0.brand
        }
        #expect(Set(keys) == Set(SmallWorld.methods))
        let outcome = try SmallWorld.outcome(of: rules)
        for row in rules.accounts.suspense {
            #expect(outcome.contains("<dim1>\(row.account)</dim1>"))
        }
    }

    @Test(
        "What is lettered off, and when, stands in the template",
        arguments: [
            (
                "dated: later_of_payment_and_sale", "dated: sale",
                CompiledTemplate.EntryDate.saleDate
            ),
            ("dated: later_of_payment_and_sale", "dated: payment", .paidOn),
        ])
    func reconcile(
        _ old: String, _ new: String, _ date: CompiledTemplate.EntryDate
    ) throws {
        let edited = try ManualEdit.template(old, new, gains: "").compile()
        #expect(edited.templates[0].reconcile?.line == 1)
        #expect(edited.templates[0].reconcile?.date == date)
        let none = ManualEdit.template(
            "reconcile: { line: sale, with: item, dated: later_of_payment_and_sale }", "",
            gains: "")
        #expect(try none.compile().templates[0].reconcile == nil)
    }
}
