import RuleSyntax
public import SourceDiagnostics

/// Finds the values that bookkeepers change in the files of a rule set.
public struct CommonValues: Sendable {
    /// The values, in the order of a form.
    public private(set) var values: [CommonValue] = []
    /// Where a new suspense account goes: the position of a file; nil when no file has a place.
    public private(set) var suspenseFile: Int?

    private var roots: [Int: YAMLNode] = [:]

    /// Where the suspense accounts stand in a file.
    public static let suspense = RulePath("accounts", "suspense")

    /// Reads files: the rules, what they include, then the templates with their names.
    ///
    /// Of a value that stands in several files the one that holds is found: that of the rules, then
    /// that of the file that is included last. A file that cannot be read has no values.
    public init(rules: [SourceText], templates: [(name: String, source: SourceText)]) {
        for (index, source) in rules.enumerated() {
            roots[index] = try? RuleFileEditor.tree(of: source)
        }
        for (offset, template) in templates.enumerated() {
            roots[rules.count + offset] = try? RuleFileEditor.tree(of: template.source)
        }
        let order = [0] + (1..<max(1, rules.count)).reversed()
        let known = order.filter { roots[$0] != nil }
        add(.name, .text, RulePath("name"), in: known)
        add(.office, .text, RulePath("office"), in: known)
        add(.bookFrom, .day, RulePath("book_from"), in: known)
        add(.debtors, .list, RulePath("accounts", "debtors"), in: known)
        addSuspense(in: known)
        addMatch(in: known)
        for (offset, template) in templates.enumerated() {
            addTemplate(template.name, at: rules.count + offset)
        }
    }

    private mutating func addMatch(in files: [Int]) {
        add(.daybooks, .list, RulePath("match", "daybooks"), in: files)
        let window = RulePath("match", "sale_dated")
        add(.saleFrom, .number(""), window.appending("from"), in: files)
        add(.saleTo, .number(""), window.appending("to"), in: files)
        let waiting = RulePath("match", "wait_for_sale")
        add(.waitAtMost, .number(""), waiting.appending("at_most"), in: files)
        add(.afterWaiting, .choice(["error", "review"]), waiting.appending("then"), in: files)
    }

    private mutating func addTemplate(_ name: String, at file: Int) {
        guard roots[file] != nil else { return }
        add(.journal(name), .text, RulePath("journal"), in: [file])
        add(.postAs(name), .choice(["provisional", "final"]), RulePath("post_as"), in: [file])
    }

    private mutating func add(
        _ subject: CommonValue.Subject, _ form: CommonValue.Form, _ path: RulePath,
        in files: [Int], row: RulePath? = nil
    ) {
        guard let file = files.first(where: { roots[$0]?[path] != nil }),
            let node = roots[file]?[path], let text = Self.text(node, form == .list)
        else { return }
        var value = CommonValue(
            subject: subject, form: form, file: file, path: path, text: text, row: row)
        if case .number = form {
            // `30 days before payment`: a number, and words that stay.
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            if words.count == 2, Int(words[0]) != nil {
                value.form = .number(words[0] == "1" ? Self.plural(words[1]) : words[1])
                value.text = words[0]
            } else {
                value.form = .text
            }
        }
        values.append(value)
    }

    private static func plural(_ words: String) -> String {
        words == "day" ? "days" : words.hasPrefix("day ") ? "days" + words.dropFirst(3) : words
    }

    private mutating func addSuspense(in files: [Int]) {
        var seen: Set<String> = []
        for file in files {
            guard let node = roots[file]?[Self.suspense], case .mapping(let pairs) = node.content
            else { continue }
            if suspenseFile == nil { suspenseFile = file }
            for pair in pairs where seen.insert(pair.key).inserted {
                addRow(pair, in: file, isOnly: pairs.count == 1)
            }
        }
    }

    private mutating func addRow(_ pair: YAMLPair, in file: Int, isOnly: Bool) {
        let row = Self.suspense.appending(pair.key)
        let gone = isOnly ? nil : row
        let subject = CommonValue.Subject.suspense(method: pair.key, onlyFor: "")
        guard case .mapping(let details) = pair.value.content else {
            return add(subject, .text, row, in: [file], row: gone)
        }
        add(subject, .text, row.appending("account"), in: [file], row: gone)
        for detail in details where detail.key != "account" {
            guard case .mapping(let others) = detail.value.content else { continue }
            for other in others {
                let path = row.appending(detail.key).appending(other.key)
                add(
                    .suspense(method: pair.key, onlyFor: other.key), .text, path, in: [file],
                    row: others.count == 1 ? nil : path)
            }
        }
    }

    private static func text(_ node: YAMLNode, _ isList: Bool) -> String? {
        switch node.content {
        case .scalar(let scalar): return scalar.text
        case .sequence(let nodes) where isList:
            let texts = nodes.compactMap { node -> String? in
                guard case .scalar(let scalar) = node.content else { return nil }
                return scalar.text
            }
            // A text with a comma could not be told from two.
            guard texts.count == nodes.count, !texts.contains(where: { $0.contains(",") }) else {
                return nil
            }
            return texts.joined(separator: ", ")
        case .sequence, .mapping: return nil
        }
    }
}
