public import SourceDiagnostics

/// Reads a rules file into a declaration: YAML, then kinds and keys, then values.
public enum RuleFileReader {
    /// A declaration, and what was wrong on the way.
    public struct Reading: Sendable {
        /// Nil when the file is no mapping at all.
        public var declaration: RuleDeclaration?
        /// In no particular order.
        public var diagnostics: [Diagnostic]
    }

    /// Whether a file is the root of a rule set: it has the key `office`.
    ///
    /// A file that does not parse is taken for one when a line of it begins with `office:`.
    public static func isRoot(_ source: SourceText) -> Bool { rootMark(of: source) != nil }

    /// Where the key `office` stands, by which a file is the root of a rule set; nil for others.
    public static func rootMark(of source: SourceText) -> SourceRange? {
        if let root = YAMLReader.read(source).root {
            return NodeView(node: root).keyRange("office")
        }
        let mark = Array("office".utf8)
        return source.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
            .first { $0.starts(with: "office:".utf8) }
            .map { line in
                SourceRange(
                    path: source.path, lower: line.startIndex, upper: line.startIndex + mark.count)
            }
    }

    /// Reads the bytes of a rules file, on top of the files that it includes.
    public static func read(_ source: SourceText, including files: [SourceText] = []) -> Reading {
        var merger = RuleFileMerger(files: files)
        var yaml = merger.tree(of: source)
        yaml.diagnostics += merger.diagnostics
        guard let root = yaml.root else {
            return Reading(declaration: nil, diagnostics: yaml.diagnostics)
        }
        var checker = SchemaChecker()
        checker.check(root, against: RuleKeys.root)
        // What a file that cannot be read would have brought is no further mistake.
        var diagnostics = yaml.joined(
            with: checker.diagnostics.filter { !merger.isIncomplete || $0.code != .missingKey })
        if merger.isIncomplete { return Reading(declaration: nil, diagnostics: diagnostics) }
        let declaration = declaration(NodeView(node: root), into: &diagnostics)
        return Reading(declaration: declaration, diagnostics: diagnostics)
    }

    private static func declaration(
        _ root: NodeView, into diagnostics: inout [Diagnostic]
    ) -> RuleDeclaration {
        let accounts = root.section("accounts")
        let date = root.section("booking_date")
        let landing = root.section("landing_page")
        let number = root.section("order_number")
        return RuleDeclaration(
            range: root.range, includes: root.value("include") != nil, name: root.text("name"),
            office: root.text("office"),
            bookFrom: root.parsed("book_from", ScalarForm.day), timeZone: root.text("time_zone"),
            debtors: accounts?.texts("debtors") ?? [],
            suspenseRange: accounts?.keyRange("suspense"), accountsRange: accounts?.range,
            suspense: accounts.map(suspense) ?? [],
            methods: root.value("methods").map { _ in root.texts("methods") },
            isMethodsMisspelt: root.hasMisspelt("methods", in: RuleKeys.root),
            bookingMoments: date?.choices("from", RuleChoices.Moment.self),
            lastUpdateInAnotherMonth: date?.choice(
                "last_update_in_another_month", RuleChoices.Outcome.self),
            childMissing: landing?.choice("child_missing", RuleChoices.Outcome.self),
            amountsDiffer: landing?.choice("amounts_differ", RuleChoices.Outcome.self),
            selectRange: root.keyRange("select"),
            select: root.sections("select").map(selectRule),
            numberInPayment: number?.choices("in_payment", RuleChoices.PaymentField.self) ?? [],
            numberInSale: number?.choices("in_sale", RuleChoices.SaleField.self) ?? [],
            ignoreInFront: number?.texts("ignore_in_front") ?? [],
            invoiceWords: number?.texts("invoice_words") ?? [],
            notBehind: number?.texts("not_behind") ?? [],
            noNumber: number?.texts("no_number") ?? [],
            shapes: number.map { patterns("shapes", of: $0, into: &diagnostics) } ?? [],
            aliases: number?.sections("aliases").compactMap { alias in
                guard let payment = pattern("payment", of: alias, into: &diagnostics),
                    let sale = pattern("sale", of: alias, into: &diagnostics)
                else { return nil }
                return (payment: payment, sale: sale)
            } ?? [],
            ifNumbersDisagree: number?.choice("if_they_disagree", RuleChoices.Outcome.self),
            emailFrom: root.section("email")?.choices("from", RuleChoices.PaymentField.self),
            collectiveCustomers: root.section("email")?.texts("collective_customers") ?? [],
            match: root.section("match").map(match))
    }

    private static func patterns(
        _ key: String, of section: NodeView, into diagnostics: inout [Diagnostic]
    ) -> [TextPattern] {
        guard let node = section.value(key) else { return [] }
        let nodes = if case .sequence(let nodes) = node.content { nodes } else { [node] }
        return nodes.compactMap { node in
            guard case .scalar(let scalar) = node.content, !scalar.text.isEmpty else { return nil }
            return TextPattern.parse(
                scalar, at: node.range, example: "{digits}", into: &diagnostics)
        }
    }

    private static func suspense(_ accounts: NodeView) -> [SuspenseDeclaration] {
        guard let plan = accounts.section("suspense"), case .mapping(let pairs) = plan.node.content
        else { return [] }
        return pairs.compactMap { pair in
            let view = NodeView(node: pair.value)
            let account = NodeView.text(pair.value) ?? view.text("account")
            guard let account else { return nil }
            return SuspenseDeclaration(
                method: Located(pair.key, at: pair.keyRange), account: account,
                inCurrency: view.named("in_currency"), onConnection: view.named("on_connection"))
        }
    }

    private static func pattern(
        _ key: String, of section: NodeView, into diagnostics: inout [Diagnostic]
    ) -> TextPattern? {
        guard let node = section.value(key), case .scalar(let scalar) = node.content else {
            return nil
        }
        return TextPattern.parse(scalar, at: node.range, example: "{n}", into: &diagnostics)
    }

    private static func selectRule(_ rule: NodeView) -> SelectRuleDeclaration {
        SelectRuleDeclaration(
            range: rule.range, id: rule.text("id"), when: rule.section("when").map(condition),
            outcome: rule.choice("outcome", RuleChoices.Outcome.self),
            findSaleThen: rule.text("find_sale_then"), reason: rule.text("reason"),
            because: rule.text("because"))
    }

    static func condition(_ when: NodeView) -> ConditionDeclaration {
        let words = RuleKeys.wordKeys.compactMap { key -> (Located<String>, [Located<String>])? in
            guard let range = when.keyRange(key.name) else { return nil }
            return (Located(key.name, at: range), when.texts(key.name))
        }
        let texts = RuleKeys.textKeys.compactMap { key in
            when.section(key.name).map { test in
                ConditionDeclaration.TextTest(
                    field: key.name, range: test.range,
                    isGiven: test.parsed("given", ScalarForm.flag), equalsAny: test.texts("is"),
                    startsWithAny: test.texts("starts_with"), endsWithAny: test.texts("ends_with"),
                    containsAny: test.texts("contains"))
            }
        }
        let amount = when.section("amount")
        return ConditionDeclaration(
            range: when.range, words: words.map { (field: $0.0, anyOf: $0.1) }, texts: texts,
            isLandingPageParent: when.parsed("landing_page_parent", ScalarForm.flag),
            hasEmail: when.parsed("email_given", ScalarForm.flag),
            amountAtLeast: amount?.text("at_least"), amountAtMost: amount?.text("at_most"))
    }

    private static func match(_ match: NodeView) -> MatchDeclaration {
        let window = match.section("sale_dated")
        let waiting = match.section("wait_for_sale")
        return MatchDeclaration(
            range: match.range, saleIs: match.choices("sale_is", RuleChoices.Status.self) ?? [],
            daybooks: match.value("daybooks").map { _ in match.texts("daybooks") },
            windowFrom: window?.parsed("from", ScalarForm.dayOffset),
            windowTo: window?.parsed("to", ScalarForm.dayOffset),
            rows: match.sections("decide").map(row),
            severalFit: match.choice("several_fit", RuleChoices.Outcome.self),
            alreadyPaidSale: match.choice("already_paid_sale", RuleChoices.Outcome.self),
            waitAtMostDays: waiting?.parsed("at_most", ScalarForm.days),
            afterWaiting: waiting?.choice("then", RuleChoices.Outcome.self))
    }

    private static func row(_ row: NodeView) -> MatchDeclaration.Row {
        MatchDeclaration.Row(
            range: row.range, amount: amountTests(row),
            orderNumber: row.choices("order_number", RuleChoices.Number.self),
            email: row.choices("email", RuleChoices.Email.self),
            daysApart: row.parsed("days_apart", ScalarForm.days),
            saleIs: row.choices("sale_is", RuleChoices.Status.self),
            customers: row.value("customer").map { _ in row.texts("customer") },
            then: row.choice("then", RuleChoices.Outcome.self))
    }

    private static func amountTests(_ row: NodeView) -> [Located<AmountTestDeclaration>]? {
        guard row.value("amount") != nil else { return nil }
        return row.texts("amount").compactMap { text in
            let test =
                RuleChoices.Amount(rawValue: text.value).map(AmountTestDeclaration.result)
                ?? ScalarForm.tolerance(text.value)
            return test.map { Located($0, at: text.range) }
        }
    }
}
