internal import DomainModel

/// Reads the rows of a browse as texts, for the fields that are wanted of them.
///
/// Cells are told apart by their `field`, or by their position under `th` (`optimize="true"`).
final class BrowseTextSink: XMLSink {
    private enum Place { case elsewhere, header, row, key }

    /// The texts of one row.
    struct Row {
        /// The texts in the order of the wanted fields; nil for a field without a cell.
        var texts: [String?]
        /// Office, daybook, number and line of the key; nil for a part that is not there.
        var key: [String?]
        /// The line on which the row begins, from 1.
        var line: Int
    }

    static let keyParts: [StaticString] = ["office", "code", "number", "line"]
    private static let maximumHeader = 1000

    private(set) var messages = AnswerMessages()
    private(set) var extent = BrowseExtent()
    private let fields: [String]
    private let take: (Row) throws(RecordFault) -> Void
    private var place = Place.elsewhere
    /// Where the text that is being read belongs: in the header, to a field, or to the key.
    private var wanted: Int?
    private var row = Row(texts: [], key: [], line: 0)
    private var header: [Int?] = []
    private var cellIndex = 0
    private var isPositional = false

    /// Begins to read an answer; each row goes to `take`.
    init(fields: [String], take: @escaping (Row) throws(RecordFault) -> Void) {
        self.fields = fields
        self.take = take
    }

    func start(_ element: XMLElement) throws(RecordFault) -> Bool {
        if element.depth == 1 {
            try messages.checkRoot(element, expected: ["browse"])
            try extent.read(element)
            return false
        }
        messages.note(element)
        if messages.isRefused { return false }
        switch element.depth {
        case 2: begin(element)
        case 3 where place == .header && element.isNamed("td"):
            wanted = 0
            return true
        case 3 where place == .row && element.isNamed("td"):
            wanted = try cell(element)
            return wanted != nil
        case 3 where place == .row && element.isNamed("key"): place = .key
        case 4 where place == .key:
            wanted = Self.keyParts.firstIndex { element.isNamed($0) }
            return wanted != nil
        default: break
        }
        return false
    }

    func end(depth: Int, line: Int, text: UnsafeBufferPointer<UInt8>?) throws(RecordFault) {
        if messages.isRefused { return }
        if let text, let index = wanted {
            wanted = nil
            try keep(String(decoding: text, as: UTF8.self), index, line: line)
        }
        if depth == 3, place == .key { place = .row }
        guard depth == 2 else { return }
        if place == .row {
            guard !isPositional || cellIndex == header.count else {
                throw RecordFault(
                    "the row has \(cellIndex) cells, but <th> has \(header.count) columns",
                    line: row.line)
            }
            try take(row)
        }
        place = .elsewhere
    }

    private func begin(_ element: XMLElement) {
        if element.isNamed("tr") {
            place = .row
            cellIndex = 0
            isPositional = false
            row.texts = [String?](repeating: nil, count: fields.count)
            row.key = [String?](repeating: nil, count: Self.keyParts.count)
            row.line = element.line
        } else if element.isNamed("th") {
            place = .header
            header.removeAll()
        }
    }

    private func cell(_ element: XMLElement) throws(RecordFault) -> Int? {
        let index = cellIndex
        cellIndex += 1
        if let field = element.attribute("field"), !field.isEmpty {
            return fields.firstIndex { field.elementsEqual($0.utf8) }
        }
        isPositional = true
        guard index < header.count else {
            throw RecordFault(
                "a cell has no field attribute, and <th> has no name for its column",
                line: element.line)
        }
        return header[index]
    }

    private func keep(_ text: String, _ index: Int, line: Int) throws(RecordFault) {
        switch place {
        case .header:
            guard header.count < Self.maximumHeader else {
                throw RecordFault("<th> has more than \(Self.maximumHeader) columns", line: line)
            }
            header.append(fields.firstIndex(of: text))
        case .key: try Self.set(&row.key[index], text, "\(Self.keyParts[index])", line: line)
        case .row: try Self.set(&row.texts[index], text, fields[index], line: line)
        case .elsewhere: break
        }
    }

    /// A column that was asked for twice must say the same twice.
    private static func set(
        _ place: inout String?, _ text: String, _ name: String, line: Int
    ) throws(RecordFault) {
        guard place == nil || place == text else {
            throw RecordFault("\(name) stands twice in the row, with different values", line: line)
        }
        place = text
    }
}
