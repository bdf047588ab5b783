/// A line of a file with carets below a part of it, as a terminal shows it.
struct SourceExcerpt {
    /// The line, made safe, without what is too far from the place.
    private(set) var line = ""
    /// Spaces and carets that stand below it.
    private(set) var carets = ""

    /// The columns that are shown of a longer line.
    private static let widest = 120
    /// The columns that are kept before the place in a longer line.
    private static let lead = 40

    /// The bytes on either side of the place that are looked at.
    private static let reach = 600

    /// One character of the line: its columns, and its bytes in the file.
    private struct Cell {
        var character: Character
        var width: Int
        var bytes: Range<Int>
    }

    /// Shows the part `marked` of a line; it may go on behind the line's end.
    init(_ bytes: ArraySlice<UInt8>, marked: Range<Int>) {
        let part = Self.part(of: bytes, around: marked.lowerBound)
        let cells = Self.cells(of: bytes[part])
        let first = cells.firstIndex { $0.bytes.upperBound > marked.lowerBound } ?? cells.count
        let window = Self.window(of: cells, around: first)
        if window.lowerBound > 0 || part.lowerBound > bytes.startIndex { add("…", caret: " ") }
        var hasCaret = false
        for index in window {
            let cell = cells[index]
            let isMarked =
                cell.bytes.lowerBound < marked.upperBound && index >= first
                || index == first && marked.isEmpty
            let caret: Character = isMarked ? "^" : " "
            line.append(cell.character)
            if cell.character == "\t", !isMarked {
                carets.append("\t")
            } else {
                carets.append(String(repeating: caret, count: cell.width))
            }
            hasCaret = hasCaret || isMarked && cell.width > 0
        }
        if window.upperBound < cells.count || part.upperBound < bytes.endIndex {
            add("…", caret: " ")
        }
        // The end of a line can be meant, or a mark without width.
        if !hasCaret { carets.append("^") }
        while carets.last == " " || carets.last == "\t" { carets.removeLast() }
    }

    private mutating func add(_ character: Character, caret: Character) {
        line.append(character)
        carets.append(caret)
    }

    /// The bytes near a place, with no character split.
    private static func part(of bytes: ArraySlice<UInt8>, around place: Int) -> Range<Int> {
        var lower = min(max(bytes.startIndex, place - reach), bytes.endIndex)
        var upper = max(lower, min(bytes.endIndex, place + reach))
        if lower > bytes.startIndex {
            while lower < place, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        }
        while upper < bytes.endIndex, upper > place, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
        return lower..<upper
    }

    /// The characters that stay: all of them, or those around the place.
    private static func window(of cells: [Cell], around place: Int) -> Range<Int> {
        var columns = 0
        for cell in cells { columns += cell.width }
        guard columns > widest else { return 0..<cells.count }
        var start = place
        var width = 0
        while start > 0, width + cells[start - 1].width <= lead {
            start -= 1
            width += cells[start].width
        }
        var end = start
        width = 0
        while end < cells.count, width + cells[end].width <= widest {
            width += cells[end].width
            end += 1
        }
        return start..<end
    }

    private static func cells(of bytes: ArraySlice<UInt8>) -> [Cell] {
        var scalars = String.UnicodeScalarView()
        var ends: [Int] = []
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = bytes.startIndex
        decoding: while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded):
                offset += encoded.count
                scalars.append(shown(Unicode.UTF8.decode(encoded)))
            case .error(let length):
                offset += length
                scalars.append("\u{FFFD}")
            case .emptyInput: break decoding
            }
            ends.append(offset)
        }
        var cells: [Cell] = []
        var start = bytes.startIndex
        var count = 0
        for character in String(scalars) {
            count += character.unicodeScalars.count
            let width = TerminalText.width(of: character)
            cells.append(Cell(character: character, width: width, bytes: start..<ends[count - 1]))
            start = ends[count - 1]
        }
        return cells
    }

    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar == "\t" ? scalar : TerminalText.harmless(scalar)
    }
}
