package import SourceDiagnostics
import Wording

/// Compares located nodes with the declared keys and reports every difference in one walk.
///
/// What it accepts, `NodeView` can read; what it refuses, `NodeView` treats as absent, so that one
/// mistake gives one message.
package struct SchemaChecker {
    package private(set) var diagnostics: [Diagnostic] = []

    package init() {}

    /// Checks a mapping; `example` is how one writes it where it stands.
    package mutating func check(_ node: YAMLNode, against section: Section, example: String? = nil)
    {
        guard case .mapping(let pairs) = node.content else {
            return refuse(
                node, expected: ValueKind.section(section).phrase, of: section.title,
                example: example ?? section.keys.first(where: \.isRequired)?.example)
        }
        if pairs.isEmpty, !section.keys.contains(where: \.isRequired) {
            return reportEmpty(node, section.title, example: section.keys.first?.example)
        }
        for (index, pair) in pairs.enumerated() {
            if let key = section[pair.key] {
                check(pair.value, is: key.kind, for: key)
            } else if index > 0, case .scalar(let scalar) = pair.value.content,
                scalar.text.isEmpty,
                reportComma(between: pairs[index - 1].value, and: pair.key, at: pair.keyRange)
            {
                continue
            } else {
                reportUnknown(pair, in: section)
            }
        }
        for key in section.keys where key.isRequired {
            guard !pairs.contains(where: { $0.key == key.name }) else { continue }
            // A near miss was reported as an unknown key already; a second message is an echo.
            let misspelt = pairs.contains {
                section[$0.key] == nil
                    && MeantValue.key($0.key, among: section.keys.map(\.name)) == key.name
            }
            if misspelt { continue }
            diagnostics.append(
                Diagnostic(
                    .missingKey(key.name, in: section.title, example: key.example),
                    at: place(ofMissingKeyIn: node, pairs)))
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
                refuse(node, expected: kind.phrase, of: key.title, example: key.example)
            }
        case .list(let element): checkList(node, of: element, for: key)
        case .oneOrMore(let element):
            if case .sequence = node.content {
                checkList(node, of: element, for: key)
            } else if case .scalar = node.content {
                check(node, is: element, for: key)
            } else {
                refuse(node, expected: kind.phrase, of: key.title, example: key.example)
            }
        case .named(let value):
            guard case .mapping(let pairs) = node.content else {
                return refuse(node, expected: kind.phrase, of: key.title, example: key.example)
            }
            for pair in pairs { check(pair.value, is: value, for: key.entry(pair)) }
        default: checkScalar(node, is: kind, for: key)
        }
    }

    private mutating func checkList(_ node: YAMLNode, of kind: ValueKind, for key: Section.Key) {
        guard case .sequence(let elements) = node.content else {
            return refuse(
                node, expected: ValueKind.list(kind).phrase, of: key.title, example: key.example)
        }
        if elements.isEmpty { reportEmpty(node, key.title, example: key.example) }
        for (index, element) in elements.enumerated() {
            if index > 0, case .scalar(let scalar) = element.content, kind.words != nil,
                reportComma(between: elements[index - 1], and: scalar.text, at: element.range)
            {
                continue
            }
            check(element, is: kind, for: key)
        }
        reportTwice(elements, in: key)
    }

    /// A decimal comma, which between braces or brackets cuts the number in two: `within 0,05`.
    private mutating func reportComma(
        between node: YAMLNode, and rest: String, at place: SourceRange
    ) -> Bool {
        let digits = rest.prefix { $0.isWholeNumber }
        guard case .scalar(let scalar) = node.content, scalar.style == .plain,
            scalar.text.last?.isWholeNumber ?? false, (1...2).contains(digits.count),
            ["", "%"].contains(rest.dropFirst(digits.count).filter { $0 != " " })
        else { return false }
        let range = SourceRange(path: place.path, lower: node.range.lower, upper: place.upper)
        diagnostics.append(
            Diagnostic(
                .decimalComma(scalar.text + "," + rest, meant: scalar.text + "." + rest),
                at: range))
        return true
    }

    /// A text that stands twice in a list: at best idle, at worst another one was meant.
    private mutating func reportTwice(_ elements: [YAMLNode], in key: Section.Key) {
        var seen: [String: SourceRange] = [:]
        for element in elements {
            guard case .scalar(let scalar) = element.content, !scalar.text.isEmpty else { continue }
            if let first = seen[scalar.text] {
                diagnostics.append(
                    Diagnostic(
                        .duplicateEntry(scalar.text, in: key.name), at: element.range,
                        notes: [Diagnostic.Note(.theFirstStandsHere, at: first)]))
            } else {
                seen[scalar.text] = element.range
            }
        }
    }

    private mutating func reportEmpty(_ node: YAMLNode, _ title: Phrase, example: String?) {
        diagnostics.append(Diagnostic(.empty(title, example: example), at: node.range))
    }

    private mutating func checkScalar(_ node: YAMLNode, is kind: ValueKind, for key: Section.Key) {
        guard case .scalar(let scalar) = node.content else {
            return refuse(node, expected: kind.phrase, of: key.title, example: key.example)
        }
        if scalar.text.isEmpty || scalar.style == .plain && scalar.text == "~" {
            diagnostics.append(
                Diagnostic(
                    .noValue(key.title, expected: kind.phrase, example: key.example),
                    at: node.range))
            return
        }
        if let words = kind.words {
            guard !words.contains(scalar.text), !ScalarForm.accepts(scalar.text, as: kind) else {
                return
            }
            let meant = MeantValue.value(scalar.text, as: kind)
            let message: Message =
                if let meant, !words.contains(meant) {
                    .decimalComma(scalar.text, meant: meant)
                } else {
                    .unknownChoice(
                        scalar.text, of: key.title, expected: kind.phrase, near: meant,
                        words: words, example: key.example)
                }
            diagnostics.append(Diagnostic(message, at: node.range))
            return
        }
        if !ScalarForm.accepts(scalar.text, as: kind) {
            diagnostics.append(
                Diagnostic(
                    .malformedValue(
                        scalar.text, of: key.title, expected: kind.phrase,
                        example: MeantValue.value(scalar.text, as: kind)
                            .map { "\(key.name): \($0)" } ?? key.example), at: node.range))
        }
    }

    private mutating func refuse(
        _ node: YAMLNode, expected: Phrase, of title: Phrase, example: String? = nil
    ) {
        let found =
            switch node.content {
            case .scalar(let scalar):
                scalar.text.isEmpty
                    ? Phrase(en: "nothing", nl: "niets")
                    : Phrase(en: "the text \"\(scalar.text)\"", nl: "de tekst \"\(scalar.text)\"")
            case .sequence: Phrase(en: "a list", nl: "een lijst")
            case .mapping: Phrase(en: "a mapping", nl: "een groep van sleutels")
            }
        diagnostics.append(
            Diagnostic(
                .wrongKind(title, found: found, expected: expected, example: example),
                at: node.range))
    }

    private mutating func reportUnknown(_ pair: YAMLPair, in section: Section) {
        let names = section.keys.map(\.name)
        let near = MeantValue.key(pair.key, among: names)
        diagnostics.append(
            Diagnostic(
                .unknownKey(pair.key, in: section.title, near: near, known: names),
                at: pair.keyRange))
    }

    /// The first key of a mapping: the whole of it would underline half a file.
    private func place(ofMissingKeyIn node: YAMLNode, _ pairs: [YAMLPair]) -> SourceRange {
        pairs.first?.keyRange ?? node.range
    }
}
