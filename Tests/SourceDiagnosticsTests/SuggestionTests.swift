import Testing

@testable import SourceDiagnostics

@Suite("Suggestion")
struct SuggestionTests {
    @Test(
        "A near word is suggested, a far one is not",
        arguments: [
            ("metod", ["match", "method"], "method"),
            ("mehtod", ["method"], "method"),
            ("METHOD", ["method"], "method"),
            ("methodss", ["method"], "method"),
            ("suspence", ["debtors", "suspense"], "suspense"),
            ("bok", ["book", "skip"], "book"),
            ("bk", ["book", "bo"], nil),
            ("ID", ["id"], "id"),
            ("wait", ["with", "want"], "want"),
            ("abcde", ["abxye"], nil),
            ("abcdef", ["abxyef"], "abxyef"),
            ("abcdefghijkl", ["abcxyzghijkl"], nil),
            ("name", [], nil),
            ("", ["a", "id"], nil),
            ("naam", ["name", "naem"], "naem"),
            ("cat", ["bat", "rat"], "bat"),
            ("café", ["cafe"], "cafe"),
            ("ca", ["abc"], nil),
        ] as [(String, [String], String?)])
    func nearest(_ word: String, _ known: [String], _ expected: String?) {
        #expect(Suggestion.nearest(to: word, among: known) == expected)
    }
}
