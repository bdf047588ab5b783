import Wording

/// What the code of a message about rules means, and what to do.
struct RuleCodeWords: Sendable {
    /// A few words.
    var title: Phrase
    /// What to do.
    var meaning: Phrase

    /// Every code of rules and templates.
    static let all: [String: RuleCodeWords] = {
        [ofYAML, ofKeys, ofNames, ofRules, ofTemplates, ofFiles].reduce(into: [:]) { all, table in
            all.merge(table) { first, _ in first }
        }
    }()

    /// The page that explains all codes.
    static func page(_ visit: Visit) -> Page {
        Page(
            template: "rulecodes",
            title: Phrase(en: "Messages about rules", nl: "Meldingen over regels"),
            place: .configuration,
            fields: [
                "codes": all.sorted { $0.key < $1.key }.map { code, words in
                    [
                        "code": code, "title": visit.say(words.title),
                        "meaning": visit.say(words.meaning),
                    ]
                }
            ])
    }
}
