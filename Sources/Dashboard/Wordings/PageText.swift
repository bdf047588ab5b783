import Wording

/// The texts of the templates, which name them as `{{t.key}}`; both languages side by side.
enum PageText {
    /// Every text by its key.
    static let all: [String: Phrase] = [
        ofFrame, ofPayment, ofFront, ofPeople, ofRules, ofConnecting,
    ].reduce(into: [:]) {
        $0.merge($1) { first, _ in first }
    }

    /// The texts of one language.
    static func table(_ language: OutputLanguage) -> [String: String] {
        language == .dutch ? dutch : english
    }

    private static let dutch = all.mapValues(\.nl)
    private static let english = all.mapValues(\.en)
}
