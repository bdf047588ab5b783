import Testing

@testable import SourceDiagnostics

@Suite("LineIndex")
struct LineIndexTests {
    /// A file, an offset, and the line and column from 1 and the LSP position from 0.
    struct Place: Sendable, CustomTestStringConvertible {
        let text: String
        let offset: Int
        let line: Int
        let column: Int
        let character: Int

        init(_ text: String, _ offset: Int, _ line: Int, _ column: Int, _ character: Int) {
            self.text = text
            self.offset = offset
            self.line = line
            self.column = column
            self.character = character
        }

        var testDescription: String { "\(text.debugDescription) at \(offset)" }
    }

    static let places = [
        Place("", 0, 1, 1, 0),
        Place("ab", 1, 1, 2, 1),
        Place("ab", 2, 1, 3, 2),
        Place("ab", 99, 1, 3, 2),
        Place("a\nb", 1, 1, 2, 1),
        Place("a\nb", 2, 2, 1, 0),
        Place("a\n", 2, 2, 1, 0),
        Place("a\r\nb", 1, 1, 2, 1),
        Place("a\r\nb", 3, 2, 1, 0),
        Place("a\rb", 2, 2, 1, 0),
        Place("a\r\rb", 3, 3, 1, 0),
        Place("a\n\rb", 3, 3, 1, 0),
        Place("\ta", 1, 1, 2, 1),
        Place("éa", 2, 1, 2, 1),
        Place("🙂a", 4, 1, 2, 2),
        Place("x\n日🙂a", 9, 2, 3, 3),
        Place("e\u{301}a", 3, 1, 3, 2),
        Place("\u{FEFF}a", 0, 1, 1, 0),
        Place("\u{FEFF}a", 3, 1, 1, 0),
        Place("\u{FEFF}a", 4, 1, 2, 1),
        Place("\u{FEFF}a\nb", 5, 2, 1, 0),
        Place("a\u{2028}b", 4, 1, 3, 2),
    ]

    @Test("An offset has a line and a column", arguments: places)
    func positions(_ place: Place) {
        let lines = LineIndex(SourceText(path: "f", bytes: Array(place.text.utf8)))
        let position = lines.position(of: place.offset)
        #expect(position.line == place.line)
        #expect(position.column == place.column)
        let utf16 = lines.utf16Position(of: place.offset)
        #expect(utf16.line == place.line - 1)
        #expect(utf16.character == place.character)
    }

    @Test("An invalid byte is one column")
    func invalidBytes() {
        let lines = LineIndex(SourceText(path: "f", bytes: [0x61, 0x80, 0xFF, 0x62]))
        #expect(lines.position(of: 3).column == 4)
    }

    @Test("Places in a line of any length are those that counting from its start gives")
    func longLines() {
        let parts: [[UInt8]] = [
            Array("name: é".utf8), [0xF0, 0x9F, 0x99, 0x82], [0x80, 0xFF, 0xE2, 0x80], [0x61],
        ]
        let line = (0..<3000).flatMap { parts[($0 / 7 + $0) % parts.count] }
        let continued = [UInt8](repeating: 0xBF, count: 5000) + [0x62]
        let bytes = Array("short\n".utf8) + line + [0x0A] + line + continued + line
        let lines = LineIndex(SourceText(path: "f", bytes: bytes))
        let starts = [0, 6, 6 + line.count + 1]
        for offset in stride(from: 0, to: bytes.count, by: 61) {
            let index = starts.lastIndex { $0 <= offset } ?? 0
            let text = String(decoding: bytes[starts[index]..<offset], as: UTF8.self)
            let position = lines.position(of: offset)
            #expect(position.line == index + 1)
            #expect(position.column == text.unicodeScalars.count + 1, "byte \(offset)")
            #expect(lines.utf16Position(of: offset).character == text.utf16.count)
        }
    }

    @Test("Thousands of places in a line of a megabyte take no time", .timeLimit(.minutes(1)))
    func manyPlaces() {
        let bytes = Array(String(repeating: "é", count: 500_000).utf8)
        let lines = LineIndex(SourceText(path: "f", bytes: bytes))
        for place in 0..<100_000 {
            let position = lines.position(of: 800_000 + 2 * place)
            #expect(position.column == 400_001 + place)
        }
    }

    @Test(
        "Lines are counted as editors count them",
        arguments: [("", 1), ("a", 1), ("a\n", 2), ("a\r\n", 2), ("a\r", 2), ("\n\r\n\r", 4)])
    func counts(_ text: String, _ count: Int) {
        #expect(LineIndex(SourceText(path: "f", bytes: Array(text.utf8))).lineCount == count)
    }
}
