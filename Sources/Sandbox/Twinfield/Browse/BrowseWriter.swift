internal import BooksModel
internal import DomainModel

/// Writes the answer to a browse into one buffer, in time that grows with its length only
/// (API reference, 4.3).
struct BrowseWriter {
    private static let close = Array("</td>".utf8)

    private struct Column {
        var field: BrowseField
        /// All of the tag up to the name or the `>`.
        var open: [UInt8]
        var hasName: Bool
        /// The localised names of the words.
        var names: [String: [UInt8]]
        /// Whether the value can hold what must be escaped.
        var isFreeText: Bool
    }

    private let request: BrowseRequest
    private let source: BrowseSource
    private let mood: TwinfieldMood
    private let columns: [Column]
    private var bytes: [UInt8] = []

    init(_ request: BrowseRequest, _ source: BrowseSource, mood: TwinfieldMood) {
        self.request = request
        self.source = source
        self.mood = mood
        columns = request.cells.map { cell in
            let field = request.isOptimised ? "" : " field=\"\(cell.field.name)\""
            let open = "<td\(field) hideforuser=\"false\" type=\"\(cell.field.cellType)\""
            let words = cell.field.words(in: mood.language).map { ($0.word, Array($0.name.utf8)) }
            return Column(
                field: cell.field, open: Array(open.utf8), hasName: cell.field.hasLocalisedName,
                names: Dictionary(words) { first, _ in first },
                isFreeText: cell.field.cellType.description == "String")
        }
    }

    /// Writes a document with these rows of so many.
    mutating func document(_ rows: some Collection<BrowseRow>, total: Int) -> [UInt8] {
        bytes.reserveCapacity(4096 + rows.count * columns.count * 96)
        if total == 0, mood.bareEmptyBrowse {
            bytes += "<browse result=\"1\"></browse>".utf8
            return bytes
        }
        bytes += "<browse result=\"1\" first=\"1\" last=\"\(rows.count)\" total=\"\(total)\">".utf8
        head()
        for row in rows { write(row) }
        bytes += "</browse>".utf8
        return bytes
    }

    private mutating func head() {
        let cells = request.cells.map { cell in
            XMLNode(
                "td",
                [
                    "label": cell.label, "hideforuser": "false",
                    "type": "\(cell.field.cellType)",
                ], cell.field.name)
        }
        bytes += XMLTree.write(XMLNode("th", [:], cells), declaration: false).filter { $0 != 10 }
    }

    private mutating func write(_ row: BrowseRow) {
        bytes += "<tr>".utf8
        for column in columns { write(column, row) }
        if mood.commentsInAnswers { bytes += "<!---->".utf8 }
        bytes += "<key><office>".utf8
        escape(source.books.office.code)
        bytes += "</office><code>".utf8
        escape(row.entry.key.daybook)
        bytes += "</code><number>".utf8
        bytes += row.entry.key.number.utf8
        bytes += "</number><line>".utf8
        bytes += String(source.scope == .entries ? 0 : row.line.id).utf8
        bytes += "</line></key></tr>".utf8
        if mood.prettyAnswers { bytes.append(10) }
    }

    private mutating func write(_ column: Column, _ row: BrowseRow) {
        let text = source.text(column.field, row)
        bytes += column.open
        if column.hasName, !text.isEmpty {
            bytes += " name=\"".utf8
            bytes += column.names[text] ?? Self.localised(text)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
        if column.isFreeText { escape(text) } else { bytes += text.utf8 }
        bytes += Self.close
    }

    /// `20180806` as `06/08/2018`, with the time behind it when there is one.
    private static func localised(_ text: String) -> [UInt8] {
        let digits = Array(text.utf8)
        guard digits.count >= 8 else { return [] }
        let slash = [UInt8(ascii: "/")]
        let day = digits[6..<8] + slash + digits[4..<6] + slash + digits[0..<4]
        guard digits.count == 14 else { return Array(day) }
        let colon = [UInt8(ascii: ":")]
        return Array(day) + [UInt8(ascii: " ")] + digits[8..<10] + colon + digits[10..<12] + colon
            + digits[12..<14]
    }

    private mutating func escape(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x20 && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22
        }
        if isPlain {
            bytes += text.utf8
        } else {
            XMLTree.escape(Array(XMLTree.legal(text).utf8), into: &bytes)
        }
    }
}
