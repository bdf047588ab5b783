import RuleSyntax
import SourceDiagnostics
import Wording

/// Writes the tables of keys of the language page from the declarations of the keys.
struct KeyTables {
    private var text = ""
    private var seen: Set<String> = []

    /// The tables of a file and of every mapping in it, each mapping once.
    static func markdown(_ root: Section) -> String {
        var tables = KeyTables()
        tables.add(root)
        return tables.text
    }

    private mutating func add(_ section: Section) {
        guard seen.insert(section.title.en).inserted else { return }
        text += "\n### Keys of \(section.title.en)\n\n"
        text += "| key | value | when absent | meaning | example |\n|---|---|---|---|---|\n"
        for key in section.keys {
            let absent = key.isRequired ? "**required**" : key.otherwise ?? ""
            let cells = [
                "`\(key.name)`", Self.phrase(key.kind), absent, key.summary, "`\(key.example)`",
            ]
            text += "| " + cells.map(Self.cell).joined(separator: " | ") + " |\n"
        }
        for key in section.keys { for inner in Self.sections(key.kind) { add(inner) } }
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

    private static func sections(_ kind: ValueKind) -> [Section] {
        switch kind {
        case .section(let section): [section]
        case .valueOrSection(_, let section): [section]
        case .list(let kind), .oneOrMore(let kind), .named(let kind): sections(kind)
        default: []
        }
    }

    private static func phrase(_ kind: ValueKind) -> String {
        switch kind {
        case .text: "text"
        case .pattern: "text with placeholders"
        case .date: "day"
        case .wholeNumber: "whole number"
        case .flag: "`true` or `false`"
        case .days: "number of days"
        case .duration: "length of time, such as `30 minutes`"
        case .timeOfDay: "time of the day"
        case .path: "path"
        case .webAddress: "web address"
        case .dayOffset: "days around the payment"
        case .cut: "`first N` or `last N`"
        case .amount: "named amounts"
        case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .choiceOrTolerance(let words):
            words.map { "`\($0)`" }.joined(separator: ", ") + ", `within 0.05`, `within 1 %`"
        case .word: "word"
        case .oneOrMore(let kind): phrase(kind) + "; one or a list"
        case .list(let kind): "list, each with " + phrase(kind)
        case .section(let section): "keys of " + section.title.en
        case .named(let kind): "names, each with a " + phrase(kind)
        case .valueOrSection(let kind, let section):
            phrase(kind) + ", or keys of " + section.title.en
        }
    }
}
