/// Looks around in the bytes of a YAML file.
struct YAMLSourceLines {
    /// The bytes of the file.
    let bytes: [UInt8]

    /// Looks into these bytes.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The line around a place, without its line end.
    func line(around place: Int) -> Range<Int> {
        var start = min(place, bytes.count)
        while start > 0, !isLineEnd(bytes[start - 1]) { start -= 1 }
        return start..<endOfLine(from: min(place, bytes.count))
    }

    /// The first place from `start` on where a line ends.
    func endOfLine(from start: Int) -> Int {
        var end = start
        while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
        return end
    }

    /// The closest line above with something on it that is no comment; nil when there is none.
    func contentLine(above place: Int) -> Range<Int>? {
        var start = line(around: place).lowerBound
        while start > 0 {
            let line = line(around: start - 1)
            let first = firstNonBlank(of: line)
            if first < line.upperBound, bytes[first] != UInt8(ascii: "#") { return line }
            start = line.lowerBound
        }
        return nil
    }

    /// The first place of a line that is neither space nor tab; its end when there is none.
    func firstNonBlank(of line: Range<Int>) -> Int {
        line.first { !isBlank(bytes[$0]) } ?? line.upperBound
    }

    /// The run of characters other than white space at a place; never beyond its line.
    func word(at place: Int) -> Range<Int> {
        var end = place
        while end < bytes.count, !isBlank(bytes[end]), !isLineEnd(bytes[end]) { end += 1 }
        return place..<end
    }

    /// Where the last line with text in a block scalar ends.
    func endOfText(in range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, isBlank(bytes[end - 1]) || isLineEnd(bytes[end - 1]) {
            end -= 1
        }
        return min(endOfLine(from: end), max(end, range.upperBound))
    }

    /// The anchor or tag at a place; nil when there is none.
    func property(at place: Int, before end: Int) -> Range<Int>? {
        guard place < end, [UInt8(ascii: "&"), UInt8(ascii: "!")].contains(bytes[place]) else {
            return nil
        }
        let isVerbatim = bytes[place...].starts(with: "!<".utf8)
        let stops = Array((isVerbatim ? ">" : ",[]{}").utf8)
        var upper = place + 1
        while upper < end, !isBlank(bytes[upper]), YAMLBreak.length(in: bytes, at: upper) == 0,
            !stops.contains(bytes[upper])
        {
            upper += 1
        }
        if isVerbatim, upper < end, bytes[upper] == UInt8(ascii: ">") { upper += 1 }
        return place..<upper
    }

    /// The first place behind white space, line ends and comments.
    func skipBlanks(from start: Int, before end: Int) -> Int {
        var place = start
        var isComment = false
        while place < end {
            let breakLength = YAMLBreak.length(in: bytes, at: place)
            if breakLength > 0 {
                isComment = false
            } else if bytes[place] == UInt8(ascii: "#") {
                isComment = true
            } else if !isBlank(bytes[place]) && !isComment {
                break
            }
            place += max(1, breakLength)
        }
        return min(place, end)
    }

    /// Whether a byte is a space or tab.
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether a byte ends a line.
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
