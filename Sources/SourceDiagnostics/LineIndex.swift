/// Tells in which line and column of a file a byte stands.
///
/// Lines end with LF, CRLF or a lone CR. A byte-order mark at the start is no column.
public struct LineIndex: Sendable {
    private let bytes: [UInt8]
    /// The offset at which each line begins; that of the first is behind a byte-order mark.
    private let starts: [Int]

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
    }

    /// The number of lines; an empty file has one, and so has what follows the last line end.
    public var lineCount: Int { starts.count }

    /// Line and column, both from 1; columns are Unicode scalars, and so is each invalid byte.
    ///
    /// An offset behind the file counts as its end.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let line = lineNumber(of: offset)
        return (line + 1, textBefore(offset, in: line).unicodeScalars.count + 1)
    }

    /// Line and character as the Language Server Protocol counts: both from 0, in UTF-16 units.
    public func utf16Position(of offset: Int) -> (line: Int, character: Int) {
        let line = lineNumber(of: offset)
        return (line, textBefore(offset, in: line).utf16.count)
    }

    /// The bytes of the line in which an offset stands, without the line end.
    func lineRange(around offset: Int) -> Range<Int> {
        let line = lineNumber(of: offset)
        let start = starts[line]
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    private func textBefore(_ offset: Int, in line: Int) -> String {
        let end = min(max(offset, starts[line]), bytes.count)
        return String(decoding: bytes[starts[line]..<end], as: UTF8.self)
    }

    /// The line of an offset, from 0.
    private func lineNumber(of offset: Int) -> Int {
        var lower = 0
        var upper = starts.count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if starts[middle] <= offset {
                lower = middle
            } else {
                upper = middle
            }
        }
        return lower
    }
}
