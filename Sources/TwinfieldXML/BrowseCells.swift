internal import DomainModel

/// The cells of one row while it is being read; its room serves the next row.
struct BrowseCells {
    private struct Place {
        var start = 0
        var count = 0
        var line = 0
        var isSeen = false
    }

    /// The line on which the row begins, from 1.
    private(set) var line = 0
    private var bytes: [UInt8] = []
    private var places = [Place](repeating: Place(), count: BrowseCell.allCases.count)

    /// Forgets the cells and begins a row.
    mutating func begin(line: Int) {
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        for index in places.indices { places[index].isSeen = false }
    }

    /// Keeps the text of a cell.
    ///
    /// A column that was asked for twice must say the same twice.
    mutating func set(
        _ cell: BrowseCell, _ text: UnsafeBufferPointer<UInt8>, line: Int
    ) throws(RecordFault) {
        if places[cell.rawValue].isSeen {
            let isSame = with(cell) { TextBytes.equal($0, text) }
            guard isSame else {
                throw RecordFault(
                    "\(cell.columnName) stands twice in the row, with different values", line: line)
            }
            return
        }
        places[cell.rawValue] = Place(
            start: bytes.count, count: text.count, line: line, isSeen: true)
        bytes.append(contentsOf: text)
    }

    /// Whether the row has the cell, even an empty one.
    func has(_ cell: BrowseCell) -> Bool { places[cell.rawValue].isSeen }

    /// Whether the row has the cell with a text in it.
    func isFilled(_ cell: BrowseCell) -> Bool {
        places[cell.rawValue].isSeen && places[cell.rawValue].count > 0
    }

    /// The line of a cell; that of the row when it has no such cell.
    func line(of cell: BrowseCell) -> Int {
        places[cell.rawValue].isSeen ? places[cell.rawValue].line : line
    }

    /// Hands out the text of a cell; no bytes when the row has no such cell.
    func with<Result, Fault: Error>(
        _ cell: BrowseCell, _ body: (UnsafeBufferPointer<UInt8>) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        let place = places[cell.rawValue]
        let count = place.isSeen ? place.count : 0
        let start = place.isSeen ? place.start : 0
        return try bytes.withUnsafeBufferPointer { (all) throws(Fault) in
            try body(UnsafeBufferPointer(rebasing: all[start..<start + count]))
        }
    }

    /// The text of a cell for messages, quoted and cut.
    func quoted(_ cell: BrowseCell) -> String { with(cell) { TextBytes.quoted($0) } }
}
