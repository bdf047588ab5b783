import RuleEditing
import Testing

@Suite("Lines of texts")
struct LinesTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("A difference has the lines that go and come, with some around them")
    func changes() {
        let old = (1...20).map { "regel \($0)" }.joined(separator: "\n")
        let new = old.replacing("regel 10\n", with: "tien\nelf min\n")
        #expect(
            LineDifference.changes(bytes(old), bytes(new), context: 1) == [
                .gap(8), .same(9, 9, "regel 9"), .removed(10, "regel 10"), .added(10, "tien"),
                .added(11, "elf min"), .same(11, 12, "regel 11"), .gap(9),
            ])
        #expect(LineDifference.changes(bytes(old), bytes(old)) == [])
        let windows = old.replacing("\n", with: "\r\n")
        #expect(LineDifference.changes(bytes(old), bytes(windows)) == [])
    }

    @Test("The lines of a difference make both texts again", arguments: 0..<100)
    func whole(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let words = ["a", "b", "c", "", "  x: 1"]
        let texts = (0..<2).map { _ in
            (0..<Int.random(in: 0...12, using: &random)).map { _ in
                words.randomElement(using: &random) ?? ""
            }.joined(separator: "\n")
        }
        var (left, right): ([String], [String]) = ([], [])
        for line in LineDifference.lines(bytes(texts[0]), bytes(texts[1])) {
            switch line {
            case .same(let old, let new, let text):
                left.append(text)
                right.append(text)
                #expect(left.count == old && right.count == new)
            case .removed(let old, let text):
                left.append(text)
                #expect(left.count == old)
            case .added(let new, let text):
                right.append(text)
                #expect(right.count == new)
            case .gap: Issue.record("nothing is left out here")
            }
        }
        #expect(left.joined(separator: "\n") == texts[0])
        #expect(right.joined(separator: "\n") == texts[1])
    }

    @Test("Two large texts without a common line are shown as replaced, in no time")
    func large() {
        let old = (0..<30_000).map { "a\($0)" }.joined(separator: "\n")
        let new = (0..<30_000).map { "b\($0)" }.joined(separator: "\n")
        #expect(LineDifference.changes(bytes(old), bytes(new)).count == 60_000)
    }

    @Test(
        "What a browser sends back unchanged gives the bytes of the file",
        arguments: [
            "a\nb\n", "a\r\nb\r\n", "a\r\nb\nc\r\n", "a\nb", "", "\n", "\r\n\r\n", "\u{FEFF}a\r\nb",
            "a\rb\r", "a\n\n\nb\r\n\r\n",
        ])
    func restored(text: String) {
        let file = bytes(text)
        let lines = TextLines(file).contents.map { String(decoding: $0, as: UTF8.self) }
        let sent = lines.joined(separator: "\r\n")
        #expect(TextLines.restored(sent, like: file) == file)
        #expect(TextLines.restored(lines.joined(separator: "\n"), like: file) == file)
    }

    @Test("A new line gets the usual line end of the file, and the others keep theirs")
    func newLine() {
        let file = bytes("a\r\nb\r\nc\nd\r\n")
        #expect(
            TextLines.restored("a\nb\nnieuw\nc\nd\n", like: file)
                == bytes("a\r\nb\r\nnieuw\r\nc\nd\r\n"))
        #expect(TextLines.restored("x\r\ny", like: bytes("")) == bytes("x\ny"))
    }
}
