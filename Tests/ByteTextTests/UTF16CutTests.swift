import ByteText
import Testing

@Suite("Texts are cut by UTF-16 units, never inside a character")
struct UTF16CutTests {
    private func cut(_ text: String, _ end: UTF16Cut.End, _ limit: Int) -> String {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            String(
                decoding: bytes[UTF16Cut.range(of: bytes, keeping: end, limit: limit)],
                as: UTF8.self)
        }
    }

    @Test(
        "The wanted end stays",
        arguments: [
            ("abcdef", .first, 3, "abc"), ("abcdef", .last, 3, "def"), ("abc", .first, 3, "abc"),
            ("aé🙂b", .first, 3, "aé"), ("aé🙂b", .last, 2, "b"), ("aé🙂b", .last, 3, "🙂b"),
            ("x👩‍👩‍👧", .last, 5, ""), ("👩‍👩‍👧x", .first, 8, "👩‍👩‍👧"), ("e\u{301}x", .first, 1, ""),
            ("a\r\nb", .first, 2, "a"), ("", .last, 3, ""),
        ] as [(String, UTF16Cut.End, Int, String)])
    func kept(text: String, end: UTF16Cut.End, limit: Int, expected: String) {
        #expect(cut(text, end, limit) == expected)
        #expect(cut(text, end, limit).utf16.count <= limit)
    }

    @Test("Units are counted as .NET counts them", arguments: ["", "a", "é", "🙂", "👩‍👩‍👧", "日本"])
    func counted(text: String) {
        let count = Array(text.utf8).withUnsafeBufferPointer { UTF16Cut.count($0) }
        #expect(count == text.utf16.count)
    }
}
