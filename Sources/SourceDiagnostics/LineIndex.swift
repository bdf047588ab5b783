/// Tells in which line and column of a file a byte stands.
///
/// Lines end with LF, CRLF or a lone CR. A byte-order mark at the start is no column.
public struct LineIndex: Sendable {
    private let bytes: [UInt8]
    /// The offset at which each line begins; that of the first is behind a byte-order mark.
    private let starts: [Int]
    /// What stands before some places in the long lines, in order of the file.
    private let marks: [Mark]

    /// A place in a long line, and the characters between the start of the line and it.
    ///
    /// A thousand messages about one line of a megabyte would take half a minute without it.
    private struct Mark {
        var offset: Int
        var counts: Counts
    }

    /// How long a text is, in both ways of counting.
    private struct Counts {
        var scalars = 0
        var utf16 = 0

        init() {}

        init(_ bytes: ArraySlice<UInt8>) {
            let text = String(decoding: bytes, as: UTF8.self)
            scalars = text.unicodeScalars.count
            utf16 = text.utf16.count
        }

        static func + (left: Counts, right: Counts) -> Counts {
            var sum = left
            sum.scalars += right.scalars
            sum.utf16 += right.utf16
            return sum
        }
    }

    /// The bytes from one mark to the next, or a few more.
    private static let stride = 1024

    /// Finds the lines of a file.
    public init(_ source: SourceText) {
        bytes = source.bytes
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for index in bytes.indices {
            let isEnd =
                bytes[index] == 0x0A
                || (bytes[index] == 0x0D
                    && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
            if isEnd { starts.append(index + 1) }
        }
        self.starts = starts
        marks = Self.marks(in: bytes, starts: starts)
    }

    /// The number of lines; an empty file has one, and so has what follows the last line end.
    public var lineCount: Int { starts.count }

    /// Line and column, both from 1; columns are Unicode scalars, and so is each invalid byte.
    ///
    /// An offset behind the file counts as its end.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let line = lineNumber(of: offset)
        return (line + 1, counts(before: offset, in: line).scalars + 1)
    }

    /// Line and character as the Language Server Protocol counts: both from 0, in UTF-16 units.
    public func utf16Position(of offset: Int) -> (line: Int, character: Int) {
        let line = lineNumber(of: offset)
        return (line, counts(before: offset, in: line).utf16)
    }

    /// The bytes of the line in which an offset stands, without the line end.
    func lineRange(around offset: Int) -> Range<Int> {
        let line = lineNumber(of: offset)
        let start = starts[line]
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    private func counts(before offset: Int, in line: Int) -> Counts {
        let start = starts[line]
        let end = min(max(offset, start), bytes.count)
        let index = Self.last(of: marks.count) { marks[$0].offset <= end }
        guard let index, marks[index].offset > start else { return Counts(bytes[start..<end]) }
        return marks[index].counts + Counts(bytes[marks[index].offset..<end])
    }

    /// The line of an offset, from 0.
    private func lineNumber(of offset: Int) -> Int {
        Self.last(of: starts.count) { starts[$0] <= offset } ?? 0
    }

    /// The last of some positions for which a question is answered yes, as those before it are.
    private static func last(of count: Int, where isBefore: (Int) -> Bool) -> Int? {
        var lower = -1
        var upper = count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if isBefore(middle) { lower = middle } else { upper = middle }
        }
        return lower < 0 ? nil : lower
    }

    private static func marks(in bytes: [UInt8], starts: [Int]) -> [Mark] {
        var marks: [Mark] = []
        for (line, start) in starts.enumerated() {
            let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
            var counts = Counts()
            var offset = start
            while end - offset > 2 * stride {
                // Only in front of a byte that begins a character.
                let next = bytes[(offset + stride)..<end].firstIndex { $0 & 0xC0 != 0x80 }
                guard let next else { break }
                counts = counts + Counts(bytes[offset..<next])
                marks.append(Mark(offset: next, counts: counts))
                offset = next
            }
        }
        return marks
    }
}
