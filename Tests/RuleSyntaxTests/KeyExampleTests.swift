import SourceDiagnostics
import Testing
import Wording

@testable import RuleSyntax

@Suite("The examples of the keys")
struct KeyExampleTests {
    /// A key and the mapping in which it stands.
    struct Place: CustomTestStringConvertible, Sendable {
        let title: String
        let key: Section.Key

        var testDescription: String { "\(key.name) of \(title)" }
    }

    /// Every key but those whose example leaves something out ("…").
    static let places = [RuleKeys.root, TemplateKeys.root].flatMap { places(in: $0) }
        .filter { !$0.key.example.contains("…") }

    @Test("Each is YAML that the key takes", arguments: places)
    func isTaken(place: Place) throws {
        let source = SourceText(path: "example", bytes: Array(place.key.example.utf8))
        let reading = YAMLReader.read(source)
        #expect(reading.diagnostics.map(\.message).isEmpty)
        var checker = SchemaChecker()
        checker.check(
            try #require(reading.root), against: Section(Phrase(place.title), [place.key]))
        #expect(checker.diagnostics.map(\.message).isEmpty)
    }

    @Test("They are many, and few leave something out")
    func count() {
        let all = [RuleKeys.root, TemplateKeys.root].flatMap { Self.places(in: $0) }
        #expect(all.count >= 80)
        #expect(all.count - Self.places.count <= 3)
    }

    private static func places(in section: Section) -> [Place] {
        section.keys.flatMap { key in
            [Place(title: section.title.en, key: key)]
                + sections(key.kind).flatMap { places(in: $0) }
        }
    }

    private static func sections(_ kind: ValueKind) -> [Section] {
        switch kind {
        case .section(let section), .valueOrSection(_, let section): [section]
        case .list(let kind), .oneOrMore(let kind), .named(let kind): sections(kind)
        default: []
        }
    }
}
