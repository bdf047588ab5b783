import RuleEditing
import SourceDiagnostics
import Testing

@Suite("The values that bookkeepers change")
struct CommonValueTests {
    private static let root = """
        include: base.yaml
        office: NLA001
        book_from: 2025-01-01
        accounts:
          suspense: { ideal: "2101", paypal: { account: "2105", in_currency: { GBP: "2151" } } }
        match:
          sale_dated: { from: 1 day before payment, to: 30 days after payment }
          wait_for_sale: { at_most: 14 days, then: error }
        """

    private static let base = """
        name: Kantoor
        office: NLA999
        accounts:
          debtors: ["1300", "1310"]
          suspense: { ideal: "9999", klarna: "2122" }
        """

    private static let template = "journal: MEMO\npost_as: provisional\n"

    private static var values: CommonValues {
        func source(_ path: String, _ text: String) -> SourceText {
            SourceText(path: path, bytes: Array(text.utf8))
        }
        return CommonValues(
            rules: [source("rules.yaml", root), source("base.yaml", base)],
            templates: [(name: "memo", source: source("memo.yaml", template))])
    }

    @Test("The value that holds is found: that of the rules before that of the base")
    func found() throws {
        let values = Self.values
        #expect(values.suspenseFile == 0)
        let facts = values.values.map { "\($0.file) \($0.text)" }
        #expect(
            facts == [
                "1 Kantoor", "0 NLA001", "0 2025-01-01", "1 1300, 1310", "0 2101", "0 2105",
                "0 2151", "1 2122", "0 1", "0 30", "0 14", "0 error", "2 MEMO", "2 provisional",
            ])
        #expect(values.values[6].subject == .suspense(method: "paypal", onlyFor: "GBP"))
        #expect(values.values[6].row == nil && values.values[4].row != nil)
    }

    @Test(
        "What is typed becomes an edit, or says why it is none",
        arguments: [
            (1, " NLA002 ", RuleEdit.set(RulePath("office"), "NLA002")),
            (1, "NLA001", nil),
            (2, "23-11-2026", .set(RulePath("book_from"), "2026-11-23")),
            (2, "1-2-2026", .set(RulePath("book_from"), "2026-02-01")),
            (2, "01-01-2025", nil),
            (3, "1300,1320 ,", .setList(RulePath("accounts", "debtors"), ["1300", "1320"])),
            (8, "5", .set(RulePath("match", "sale_dated", "from"), "5 days before payment")),
            (10, "021", .set(RulePath("match", "wait_for_sale", "at_most"), "21 days")),
            (11, "review", .set(RulePath("match", "wait_for_sale", "then"), "review")),
        ] as [(Int, String, RuleEdit?)])
    func edits(position: Int, typed: String, edit: RuleEdit?) throws {
        #expect(try Self.values.values[position].edit(typed: typed) == edit)
    }

    @Test(
        "What cannot be meant is refused",
        arguments: [
            (1, "  ", RuleEditFault.empty), (2, "morgen", .noDay), (2, "2026-1", .noDay),
            (2, "23-11-26", .noDay), (3, "1300, 1300", .twice("1300")), (8, "-1", .noNumber),
            (8, "12345", .noNumber), (8, "1.5", .noNumber), (11, "book", .noChoice),
        ])
    func refused(position: Int, typed: String, fault: RuleEditFault) {
        #expect(throws: fault) { _ = try Self.values.values[position].edit(typed: typed) }
    }
}
