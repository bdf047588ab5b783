internal import DomainModel

/// Reads the elements of Twinfield's answer to browse 100.
///
/// Shape: `browse` holds `th` with a `td` a column, then a `tr` a row with a `td` a cell and a
/// `key` (API reference, 4.3).
final class BrowseSink: XMLSink {
    private enum Place { case elsewhere, header, row, key }
    private enum Wanted {
        case nothing, column
        case cell(BrowseCell)
    }

    private let office: String
    private let isFromService: Bool
    private var messages = AnswerMessages()
    private var rows = BrowseRowBuilder()
    private var cells = BrowseCells()
    /// The columns of `th`, in order; nil for one that does not count.
    private var header: [BrowseCell?] = []
    private var isHeaderSeen = false
    private var place = Place.elsewhere
    private var wanted = Wanted.nothing
    private var cellIndex = 0
    private var isPositional = false
    private var extent = BrowseExtent()

    /// Begins to read the answer for an administration.
    init(office: String, isFromService: Bool) {
        self.office = office
        self.isFromService = isFromService
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
        case 2: return beginPart(element)
        case 3: return try beginCell(element)
        case 4 where place == .key:
            guard let cell = BrowseCell(keyPart: element) else { return false }
            wanted = .cell(cell)
            return true
        default: return false
        }
    }

    func end(depth: Int, line: Int, text: UnsafeBufferPointer<UInt8>?) throws(RecordFault) {
        if messages.isRefused { return }
        if let text {
            switch wanted {
            case .column: header.append(BrowseCell(column: text))
            case .cell(let cell): try cells.set(cell, text, line: line)
            case .nothing: break
            }
            wanted = .nothing
        }
        if depth == 3, place == .key { place = .row }
        guard depth == 2 else { return }
        if place == .row { try endRow() }
        place = .elsewhere
    }

    /// The open items, once the document has been read to its end.
    func finish() throws(RecordFault) -> OpenItemTable {
        if let fault = messages.fault() { throw fault }
        try extent.check(count: rows.count, isFromService: isFromService)
        return rows.finish(office: office, further: messages.warning())
    }

    private func beginPart(_ element: XMLElement) -> Bool {
        if element.isNamed("tr") {
            place = .row
            cellIndex = 0
            isPositional = false
            cells.begin(line: element.line)
        } else if element.isNamed("th") {
            place = .header
            isHeaderSeen = true
            header.removeAll()
        }
        return false
    }

    private func beginCell(_ element: XMLElement) throws(RecordFault) -> Bool {
        switch place {
        case .header where element.isNamed("td"):
            wanted = .column
            return true
        case .row where element.isNamed("td"):
            guard let cell = try cell(of: element) else { return false }
            wanted = .cell(cell)
            return true
        case .row where element.isNamed("key"):
            place = .key
            return false
        default: return false
        }
    }

    /// Which cell a `td` is: by its `field`, or by its position under `th` when it has none.
    private func cell(of element: XMLElement) throws(RecordFault) -> BrowseCell? {
        let index = cellIndex
        cellIndex += 1
        if let field = element.attribute("field"), !field.isEmpty {
            return BrowseCell(column: field)
        }
        isPositional = true
        guard isHeaderSeen else {
            throw RecordFault(
                "a cell has no field attribute, and there is no <th> that names the columns",
                line: element.line,
                help: "ask for browse 100 without optimize=\"true\"")
        }
        guard index < header.count else {
            throw RecordFault(
                "the row has more cells than <th> has columns (\(header.count))",
                line: element.line)
        }
        return header[index]
    }

    private func endRow() throws(RecordFault) {
        if isPositional, cellIndex != header.count {
            throw RecordFault(
                "the row has \(cellIndex) cells, but <th> has \(header.count) columns",
                line: cells.line)
        }
        for cell in BrowseCell.required where !cells.has(cell) { throw missing(cell) }
        guard cells.has(.openValue) || cells.has(.openBaseValue) else { throw missing(.openValue) }
        if isFromService { try checkOffice() }
        try rows.add(cells)
    }

    private func checkOffice() throws(RecordFault) {
        try cells.with(.keyOffice) { (key) throws(RecordFault) in
            try cells.with(.office) { (column) throws(RecordFault) in
                try BrowseOffice.check(
                    key: key, column: column, office: office, line: cells.line)
            }
        }
    }

    private func missing(_ cell: BrowseCell) -> RecordFault {
        let name = cell.columnName
        if header.contains(cell) {
            return RecordFault("the row has no cell of the column \(name)", line: cells.line)
        }
        let also = cell == .openValue ? " (nor \(BrowseCell.openBaseValue.columnName))" : ""
        return RecordFault(
            "the column \(name)\(also) is missing", line: cells.line,
            help: "add <column><field>\(name)</field><visible>true</visible></column> to the "
                + "request for browse 100, and ask again")
    }
}
