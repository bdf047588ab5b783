import SourceDiagnostics

/// Compares located nodes with the declared keys and reports every difference in one walk.
///
/// What it accepts, `NodeView` can read; what it refuses, `NodeView` treats as absent, so that one
/// mistake gives one message.
struct SchemaChecker {
    private(set) var diagnostics: [Diagnostic] = []

    /// Checks a mapping; `example` is how one writes it where it stands.
    mutating func check(_ node: YAMLNode, against section: Section, example: String? = nil) {
        guard case .mapping(let pairs) = node.content else {
            return refuse(
                node, expected: ValueKind.section(section).phrase, of: section.title,
                example: example ?? section.keys.first(where: \.isRequired)?.example)
        }
        if pairs.isEmpty, !section.keys.contains(where: \.isRequired) {
            return reportEmpty(node, section.title, example: section.keys.first?.example)
        }
        for pair in pairs {
            if let key = section[pair.key] {
                check(pair.value, is: key.kind, for: key)
            } else {
                reportUnknown(pair, in: section)
            }
        }
        for key in section.keys where key.isRequired {
            guard !pairs.contains(where: { $0.key == key.name }) else { continue }
            // A near miss was reported as an unknown key already; a second message is an echo.
            let misspelt = pairs.contains {
                section[$0.key] == nil
                    && Suggestion.nearest(to: $0.key, among: section.keys.map(\.name)) == key.name
            }
            if misspelt { continue }
            diagnostics.append(
                Diagnostic(
                    .missingKey, at: place(ofMissingKeyIn: node, pairs),
                    "\(section.title) lacks the key \(key.name)", help: "add  \(key.example)"))
        }
    }

    private mutating func check(_ node: YAMLNode, is kind: ValueKind, for key: Section.Key) {
        switch kind {
        case .section(let section): check(node, against: section, example: key.example)
        case .valueOrSection(let value, let section):
            if case .mapping = node.content {
                check(node, against: section)
            } else if case .scalar = node.content {
                checkScalar(node, is: value, for: key)
            } else {
                refuse(node, expected: kind.phrase, of: key.name, example: key.example)
            }
        case .list(let element): checkList(node, of: element, for: key)
        case .oneOrMore(let element):
            if case .sequence = node.content {
                checkList(node, of: element, for: key)
            } else if case .scalar = node.content {
                check(node, is: element, for: key)
            } else {
                refuse(node, expected: kind.phrase, of: key.name, example: key.example)
            }
        case .named(let value):
            guard case .mapping(let pairs) = node.content else {
                return refuse(node, expected: kind.phrase, of: key.name, example: key.example)
            }
            for pair in pairs { check(pair.value, is: value, for: key) }
        default: checkScalar(node, is: kind, for: key)
        }
    }

    private mutating func checkList(_ node: YAMLNode, of kind: ValueKind, for key: Section.Key) {
        guard case .sequence(let elements) = node.content else {
            return refuse(
                node, expected: ValueKind.list(kind).phrase, of: key.name, example: key.example)
        }
        if elements.isEmpty { reportEmpty(node, key.name, example: key.example) }
        for element in elements { check(element, is: kind, for: key) }
        reportTwice(elements, in: key)
    }

    /// A text that stands twice in a list: at best idle, at worst another one was meant.
    private mutating func reportTwice(_ elements: [YAMLNode], in key: Section.Key) {
        var seen: [String: SourceRange] = [:]
        for element in elements {
            guard case .scalar(let scalar) = element.content, !scalar.text.isEmpty else { continue }
            if let first = seen[scalar.text] {
                diagnostics.append(
                    Diagnostic(
                        .duplicateName, at: element.range,
                        "\(key.name) has \"\(scalar.text)\" twice", help: "remove one of the two",
                        notes: [Diagnostic.Note("the first one stands here", at: first)]))
            } else {
                seen[scalar.text] = element.range
            }
        }
    }

    private mutating func reportEmpty(_ node: YAMLNode, _ title: String, example: String?) {
        diagnostics.append(
            Diagnostic(
                .malformedValue, at: node.range, "\(title) is empty; expected at least one entry",
                help: example.map { "write at least one, such as  \($0)" }))
    }

    private mutating func checkScalar(_ node: YAMLNode, is kind: ValueKind, for key: Section.Key) {
        guard case .scalar(let scalar) = node.content else {
            return refuse(node, expected: kind.phrase, of: key.name, example: key.example)
        }
        if scalar.text.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .malformedValue, at: node.range,
                    "\(key.name) has no value; expected \(kind.phrase)",
                    help: "write  \(key.example)"))
            return
        }
        if let words = kind.words {
            guard !words.contains(scalar.text), !ScalarForm.accepts(scalar.text, as: kind) else {
                return
            }
            let near = Suggestion.nearest(to: scalar.text, among: words)
            diagnostics.append(
                Diagnostic(
                    .unknownChoice, at: node.range,
                    "\(key.name) is \"\(scalar.text)\"; expected \(kind.phrase)",
                    help: near.map { "did you mean  \($0)?" } ?? "write  \(key.example)"))
            return
        }
        if !ScalarForm.accepts(scalar.text, as: kind) {
            diagnostics.append(
                Diagnostic(
                    .malformedValue, at: node.range,
                    "\(key.name) is \"\(scalar.text)\"; expected \(kind.phrase)",
                    help: "write  \(key.example)"))
        }
    }

    private mutating func refuse(
        _ node: YAMLNode, expected: String, of title: String, example: String? = nil
    ) {
        let found =
            switch node.content {
            case .scalar(let scalar):
                scalar.text.isEmpty ? "nothing" : "the text \"\(scalar.text)\""
            case .sequence: "a list"
            case .mapping: "a mapping"
            }
        diagnostics.append(
            Diagnostic(
                .wrongKind, at: node.range, "\(title) is \(found); expected \(expected)",
                help: example.map { "write  \($0)" }))
    }

    private mutating func reportUnknown(_ pair: YAMLPair, in section: Section) {
        let names = section.keys.map(\.name)
        let help =
            Suggestion.nearest(to: pair.key, among: names).map { "did you mean  \($0)?" }
            ?? "the keys here are: " + names.joined(separator: ", ")
        diagnostics.append(
            Diagnostic(
                .unknownKey, at: pair.keyRange,
                "\(section.title) has no key \(pair.key)", help: help))
    }

    /// The first key of a mapping: the whole of it would underline half a file.
    private func place(ofMissingKeyIn node: YAMLNode, _ pairs: [YAMLPair]) -> SourceRange {
        pairs.first?.keyRange ?? node.range
    }
}
