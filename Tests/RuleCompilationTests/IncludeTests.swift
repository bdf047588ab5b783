import DomainModel
import RuleCompilation
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Testing

@Suite("Rules on top of a shared base")
struct IncludeTests {
    private static let rootPath = "klant/rules.yaml"
    private static let basePath = "klant/../kantoor/basis.yaml"

    private static let base = """
        version: 1
        accounts: { debtors: ["1300", "1310"], suspense: { ideal: "2101", card/*: "2104" } }
        methods: [ideal, card]
        select:
          - { id: not-final, when: { status: pending }, outcome: wait }
          - { id: failed, when: { status: failed }, outcome: skip }
          - { id: paid, when: { type: sale, status: success }, find_sale_then: memo-payment }
          - { id: anything-else, outcome: error }
        order_number: { in_payment: [merchant_order_reference], in_sale: [invoicenumber] }
        match:
          sale_is: [provisional, final]
          daybooks: [VRK]
          decide:
            - { amount: equals_open, order_number: same, then: book }
            - { order_number: same, then: review }
          wait_for_sale: { at_most: 14 days, then: error }

        """

    private static let head = """
        include: ../kantoor/basis.yaml
        name: Klant
        office: NLA017
        book_from: 2026-01-01

        """

    private func compile(
        _ root: String, _ files: [String: String]
    ) throws -> RuleSetCompiler.Result {
        RuleSetCompiler.compile(
            RuleSetSources(
                root: SourceText(path: Self.rootPath, bytes: Array(root.utf8)),
                included: files.sorted { $0.key < $1.key }.map { path, text in
                    SourceText(path: path, bytes: Array(text.utf8))
                },
                templates: [
                    (
                        "memo-payment",
                        SourceText(
                            path: RuleFiles.templatePath, bytes: try RuleFiles.shipped().template)
                    )
                ],
                revision: "sha256:0", timeZone: RuleFiles.timeZone))
    }

    private func rules(_ more: String, _ files: [String: String] = [:]) throws -> CompiledRuleSet {
        let result = try compile(
            Self.head + more, [Self.basePath: Self.base].merging(files) { $1 })
        #expect(result.diagnostics.map(\.message).isEmpty)
        return try #require(result.ruleSet)
    }

    @Test("An included file must be a file of rules", arguments: ["hello\n", "- a\n"])
    func noRules(text: String) throws {
        let result = try compile(Self.head, [Self.basePath: text])
        #expect(result.ruleSet == nil)
        #expect(
            result.diagnostics.contains {
                $0.code == .wrongKind && $0.range.path == Self.basePath
                    && $0.message.contains("is no rules file")
            })
    }

    @Test("what the client does not say is that of the base")
    func nothingElse() throws {
        let rules = try rules("")
        #expect(rules.office == "NLA017")
        #expect(rules.accounts.debtors == ["1300", "1310"])
        #expect(rules.select.map(\.id) == ["not-final", "failed", "paid", "anything-else"])
        #expect(rules.match.waitAtMostDays == 14)
    }

    @Test("mappings are joined key by key, at every depth")
    func mappings() throws {
        let rules = try rules(
            "accounts: { suspense: { ideal: \"2201\" } }\n"
                + "match: { wait_for_sale: { at_most: 30 days } }\n")
        #expect(rules.accounts.debtors == ["1300", "1310"])
        #expect(
            Dictionary(
                uniqueKeysWithValues: rules.accounts.suspense.map { ($0.method, $0.account) })
                == ["ideal": "2201", "card": "2104"])
        #expect(rules.match.waitAtMostDays == 30)
        #expect(rules.match.afterWaiting == .error)
        #expect(rules.match.rows.count == 2)
    }

    @Test("rules of select take the place of those with their id, and new ones come first")
    func select() throws {
        let rules = try rules(
            """
            select:
              - { id: failed, when: { brand: visa }, outcome: error }
              - { id: deposit, when: { description: { contains: borg } }, outcome: review }

            """)
        #expect(
            rules.select.map(\.id) == ["deposit", "not-final", "failed", "paid", "anything-else"])
        #expect(rules.select[2].tests == [.word(.brand, anyOf: ["visa"])])
    }

    @Test(
        "what keeps the select of two files from working is said once, in the file that can help",
        arguments: [
            (
                "- { id: all, outcome: review }", DiagnosticCode.unreachable,
                "when, or give it the id"
            ),
            (
                "- { id: anything-else, when: { status: failed }, outcome: skip }",
                .selectNotExhaustive, "give this rule an id of its own"
            ),
        ])
    func selectOfTwoFiles(_ rule: String, _ code: DiagnosticCode, _ help: String) throws {
        let result = try compile(
            Self.head + "select:\n  \(rule)\n", [Self.basePath: Self.base])
        #expect(result.diagnostics.map(\.code) == [code])
        #expect(result.diagnostics.map(\.range.path) == [Self.rootPath])
        #expect(result.diagnostics.first?.help?.contains(help) == true)
    }

    @Test("other lists are replaced whole")
    func lists() throws {
        let rules = try rules(
            "accounts: { debtors: \"1320\" }\n"
                + "match: { decide: [{ amount: equals_open, order_number: same, then: book }] }\n"
        )
        #expect(rules.accounts.debtors == ["1320"])
        #expect(rules.match.rows.map(\.then) == [.book])
        #expect(rules.match.daybooks == ["VRK"])
    }

    @Test("a value of another kind is replaced")
    func kinds() throws {
        let rules = try rules(
            "accounts: { suspense: { ideal:"
                + " { account: \"2201\", in_currency: { GBP: \"2251\" } } } }\n")
        #expect(rules.accounts.suspense.first { $0.method == "ideal" }?.account == "2201")
    }

    @Test("a later file of the list wins over an earlier one, and an outer one over an inner one")
    func order() throws {
        let result = try compile(
            Self.head.replacing(
                "include: ../kantoor/basis.yaml",
                with: "include: [../kantoor/basis.yaml, laat.yaml]"),
            [
                Self.basePath: "include: landen/nl.yaml\n" + Self.base,
                "klant/../kantoor/landen/nl.yaml":
                    "time_zone: UTC\nmatch: { daybooks: [NL], several_fit: error }\n",
                "klant/laat.yaml":
                    "match: { wait_for_sale: { at_most: 3 days } }\nname: Laat\n",
            ])
        #expect(result.diagnostics.map(\.message).isEmpty)
        let rules = try #require(result.ruleSet)
        #expect(rules.timeZone.name == "UTC")
        #expect(rules.match.severalFit == .error)
        #expect(rules.match.daybooks == ["VRK"])
        #expect(rules.match.waitAtMostDays == 3)
        #expect(rules.name == "Klant")
    }

    @Test("the paths of a file are seen from its folder")
    func paths() {
        let source = SourceText(
            path: Self.basePath, bytes: Array("include: [a.yaml, ../b.yaml, /c.yaml]\n".utf8))
        #expect(
            RuleFileMerger.paths(in: source) == [
                "klant/../kantoor/a.yaml", "klant/../kantoor/../b.yaml", "/c.yaml",
            ])
    }

    @Test("a circle is named once, also by way of steps back")
    func circle() throws {
        let result = try compile(
            Self.head, [Self.basePath: "include: ../klant/rules.yaml\n" + Self.base])
        #expect(result.ruleSet == nil)
        #expect(result.diagnostics.map(\.code) == [.fileUnreadable])
        #expect(result.diagnostics.first?.message.contains("includes itself") == true)
        #expect(result.diagnostics.first?.range.path == Self.basePath)
    }

    @Test("a chain has eight files with the root, and no more", arguments: [7, 8])
    func depth(_ count: Int) throws {
        var files: [String: String] = [:]
        for index in 1..<count { files["klant/\(index).yaml"] = "include: \(index + 1).yaml\n" }
        files["klant/\(count).yaml"] = Self.base
        let result = try compile(
            Self.head.replacing("../kantoor/basis.yaml", with: "1.yaml"), files)
        #expect((result.ruleSet != nil) == (count == 7))
        #expect(result.diagnostics.count == (count == 7 ? 0 : 1))
        #expect(result.diagnostics.allSatisfy { $0.message.contains("8 deep") })
    }

    @Test("a mistake in a base that is included twice is said once, at its place")
    func twice() throws {
        let result = try compile(
            Self.head.replacing(
                "include: ../kantoor/basis.yaml", with: "include: [a.yaml, b.yaml]"),
            [
                "klant/a.yaml": "include: ../kantoor/basis.yaml\n",
                "klant/b.yaml": "include: ../kantoor/basis.yaml\n",
                Self.basePath: Self.base + "metods: [ideal]\n",
            ])
        #expect(result.diagnostics.map(\.code) == [.unknownKey])
        #expect(result.diagnostics.map(\.range.path) == [Self.basePath])
    }
}
