/// The lines of a text, and what ends each of them.
public struct TextLines: Sendable {
    /// The lines without their ends; one more than there are line ends.
    public private(set) var contents: [ArraySlice<UInt8>] = []
    /// The end of each line: LF, CRLF or CR, and nothing behind the last.
    public private(set) var ends: [ArraySlice<UInt8>] = []

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Splits a text; a byte-order mark is no part of its first line.
    public init(_ bytes: [UInt8]) {
        let lines = FileLines(bytes: bytes)
        var start = bytes.starts(with: Self.mark) ? 3 : 0
        while true {
            let end = lines.end(around: start)
            let next = end + lines.breakLength(at: end)
            contents.append(bytes[start..<end])
            ends.append(bytes[end..<next])
            if next == end { return }
            start = next
        }
    }

    /// What a browser sent back as the text of a file, with the line ends and the byte-order mark
    /// that the file had: browsers send CRLF whatever was there.
    public static func restored(_ typed: String, like original: [UInt8]) -> [UInt8] {
        let (old, new) = (TextLines(original), TextLines(Array(typed.utf8)))
        let counts = Dictionary(grouping: old.ends.filter { !$0.isEmpty }, by: Array.init)
        let usual = counts.max { ($0.value.count, $1.key.count) < ($1.value.count, $0.key.count) }
        var ends: [Int: ArraySlice<UInt8>] = [:]
        for case .same(let left, let right, _) in LineDifference.lines(old.contents, new.contents) {
            ends[right - 1] = old.ends[left - 1]
        }
        var result = original.starts(with: mark) ? mark : []
        for (index, content) in new.contents.enumerated() {
            result += content
            guard index < new.contents.count - 1 else { break }
            if let end = ends[index], !end.isEmpty {
                result += end
            } else {
                result += usual?.key ?? [0x0A]
            }
        }
        return result
    }
}
