import Wording

/// Decodes a block text (`|` or `>`) once more, keeping where each byte comes from.
///
/// Follows libyaml's treatment of indentation, line ends and the signs `+` and `-`.
struct YAMLBlockDecoder {
    private enum Chomping {
        case strip
        case clip
        case keep
    }

    /// A run of line ends: what it becomes, and where it stands.
    private struct Breaks {
        var text: [UInt8] = []
        var range: Range<Int>

        init(at place: Int) {
            range = place..<place
        }
    }

    private let bytes: [UInt8]
    private let isLiteral: Bool
    private let indentation: Int
    private var place: Int
    private var column = 0
    private var map = YAMLTextMap()

    private init(_ bytes: [UInt8], from place: Int, isLiteral: Bool, indentation: Int) {
        self.bytes = bytes
        self.place = place
        self.isLiteral = isLiteral
        self.indentation = indentation
    }

    /// The decoded text; nil when no indentation gives the expected one.
    ///
    /// The header may count the indentation from that of the parent, which is unknown here;
    /// so the widths that can be are tried.
    static func decode(
        _ bytes: [UInt8], range: Range<Int>, isLiteral: Bool, expected: [UInt8]
    ) -> YAMLTextMap? {
        let lines = YAMLSourceLines(bytes)
        var chomping = Chomping.clip
        var start = range.lowerBound + 1
        var given: Int?
        while start < range.upperBound {
            switch bytes[start] {
            case UInt8(ascii: "+"): chomping = .keep
            case UInt8(ascii: "-"): chomping = .strip
            case UInt8(ascii: "1")...UInt8(ascii: "9"): given = Int(bytes[start]) - 0x30
            default:
                let end = lines.endOfLine(from: start)
                start = end + YAMLBreak.length(in: bytes, at: end)
                return widths(given, lines, from: start, end: range.upperBound).lazy
                    .compactMap { width in
                        var decoder = YAMLBlockDecoder(
                            bytes, from: start, isLiteral: isLiteral, indentation: width)
                        let map = decoder.decode(chomping)
                        return map.text == expected ? map : nil
                    }
                    .first
            }
            start += 1
        }
        return nil
    }

    private static func widths(
        _ given: Int?, _ lines: YAMLSourceLines, from start: Int, end: Int
    ) -> [Int] {
        if let given { return Array(given...given + 64) }
        var width = 0
        var place = start
        while place < end {
            let line = place..<lines.endOfLine(from: place)
            let first = line.first { lines.bytes[$0] != 0x20 } ?? line.upperBound
            width = max(width, first - place)
            if first < line.upperBound { break }
            place = line.upperBound + max(1, YAMLBreak.length(in: lines.bytes, at: line.upperBound))
        }
        return [width]
    }

    private mutating func decode(_ chomping: Chomping) -> YAMLTextMap {
        var lineEnd = Breaks(at: place)
        var emptyLines = takeEmptyLines()
        var wasIndented = false
        while column == indentation, place < bytes.count {
            let isIndented = bytes[place] == 0x20 || bytes[place] == 0x09
            if !isLiteral, lineEnd.text == [0x0A], !wasIndented, !isIndented {
                if emptyLines.text.isEmpty { map.add([0x20], from: lineEnd.range) }
            } else {
                map.add(lineEnd.text, from: lineEnd.range)
            }
            map.add(emptyLines.text, from: emptyLines.range)
            wasIndented = isIndented
            let start = place
            while place < bytes.count, YAMLBreak.length(in: bytes, at: place) == 0 { place += 1 }
            map.copy(bytes, start..<place)
            lineEnd = Breaks(at: place)
            takeBreak(into: &lineEnd)
            emptyLines = takeEmptyLines()
        }
        if chomping != .strip { map.add(lineEnd.text, from: lineEnd.range) }
        if chomping == .keep { map.add(emptyLines.text, from: emptyLines.range) }
        return map
    }

    /// Takes indentation and empty lines, up to a line with text or less indentation.
    private mutating func takeEmptyLines() -> Breaks {
        var breaks = Breaks(at: place)
        while true {
            while column < indentation, place < bytes.count, bytes[place] == 0x20 {
                place += 1
                column += 1
            }
            guard YAMLBreak.length(in: bytes, at: place) > 0 else { return breaks }
            takeBreak(into: &breaks)
        }
    }

    private mutating func takeBreak(into breaks: inout Breaks) {
        let length = YAMLBreak.length(in: bytes, at: place)
        guard length > 0 else { return }
        breaks.text += YAMLBreak.text(in: bytes, at: place)
        place += length
        column = 0
        breaks.range = breaks.range.lowerBound..<place
    }
}
