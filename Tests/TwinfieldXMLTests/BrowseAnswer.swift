import DomainModel
import TwinfieldXML

/// Makes answers to browse 100 in the shape that Twinfield gives them.
struct BrowseAnswer {
    /// The columns in the order of the answer, with the value that a row has unless it says other.
    var columns: [(field: String, value: String)] = [
        ("fin.trs.head.code", "VRK"), ("fin.trs.head.number", "202600017"),
        ("fin.trs.head.status", "final"), ("fin.trs.head.date", "20261101"),
        ("fin.trs.head.curcode", "EUR"), ("fin.trs.line.dim2", "D0001234"),
        ("fin.trs.line.dim2name", "Jansen BV"), ("fin.trs.line.invnumber", "WEB-17"),
        ("fin.trs.line.valuesigned", "119.00"), ("fin.trs.line.openvaluesigned", "119.00"),
        ("fin.trs.line.matchstatus", "available"), ("fin.trs.line.matchnumber", ""),
    ]
    /// What differs from row to row, by field.
    var rows: [[String: String]] = [[:]]
    /// The key of each row; nil leaves it out.
    var key: [String: String]? = [
        "office": "NLA001", "code": "VRK", "number": "202600017", "line": "1",
    ]
    /// The attributes of the root; nil makes those of a complete answer.
    var root: String?
    /// Whether the cells name their fields.
    var namesFields = true
    /// Whether there is a `th`.
    var hasHeader = true

    /// The answer as XML.
    var xml: String {
        let count = rows.count
        var text =
            "<browse \(root ?? "result=\"1\" first=\"1\" last=\"\(count)\" total=\"\(count)\"")>"
        if hasHeader {
            let cells = columns.map { "<td label=\"x\" hideforuser=\"false\">\($0.field)</td>" }
            text += "<th>\(cells.joined())</th>"
        }
        for row in rows { text += "\n  <tr>" + cells(row) + keyElement(row) + "</tr>" }
        return text + "\n</browse>"
    }

    private func cells(_ row: [String: String]) -> String {
        columns.map { column in
            let field = namesFields ? "field=\"\(column.field)\" " : ""
            let value = row[column.field] ?? column.value
            // The localised name must never be read.
            return
                "<td \(field)hideforuser=\"false\" type=\"String\" name=\"Concept\">\(value)</td>"
        }.joined()
    }

    private func keyElement(_ row: [String: String]) -> String {
        guard let key else { return "" }
        let parts = ["office", "code", "number", "line"].map { name in
            let value = row["key/\(name)"] ?? key[name] ?? ""
            return value.isEmpty ? "<\(name)/>" : "<\(name)>\(value)</\(name)>"
        }
        return "<key>\(parts.joined())</key>"
    }

    /// The answer without a column.
    func without(_ field: String) -> BrowseAnswer {
        var copy = self
        copy.columns.removeAll { $0.field == field }
        return copy
    }

    /// The answer with another value in every row; a new column when there was none.
    func with(_ field: String, _ value: String) -> BrowseAnswer {
        var copy = self
        if let index = columns.firstIndex(where: { $0.field == field }) {
            copy.columns[index].value = value
        } else {
            copy.columns.append((field, value))
        }
        return copy
    }
}

/// Reads bytes as an answer to browse 100, cut into pieces.
func readBrowse(
    _ bytes: [UInt8], pieces: Int = .max, office: String = "NLA001"
) -> Result<OpenItemTable, RecordFault> {
    do throws(RecordFault) {
        var reader = BrowseReader(office: office)
        for piece in cut(bytes, pieces) {
            try piece.withUnsafeBufferPointer { (buffer) throws(RecordFault) in
                try reader.feed(UnsafeRawBufferPointer(buffer))
            }
        }
        return .success(try reader.finish())
    } catch {
        return .failure(error)
    }
}

/// Reads a text as an answer to browse 100.
func readBrowse(_ text: String, pieces: Int = .max) -> Result<OpenItemTable, RecordFault> {
    readBrowse(Array(text.utf8), pieces: pieces)
}

/// Reads a text as an answer about customers.
func readDimensions(_ text: String, pieces: Int = .max) -> Result<CustomerTable, RecordFault> {
    do throws(RecordFault) {
        var reader = DimensionsReader()
        for piece in cut(Array(text.utf8), pieces) {
            try piece.withUnsafeBufferPointer { (buffer) throws(RecordFault) in
                try reader.feed(UnsafeRawBufferPointer(buffer))
            }
        }
        return .success(try reader.finish())
    } catch {
        return .failure(error)
    }
}

/// The fault of a reading; nil when it succeeded.
func failure<Value>(of result: Result<Value, RecordFault>) -> RecordFault? {
    guard case .failure(let fault) = result else { return nil }
    return fault
}

private func cut(_ bytes: [UInt8], _ size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: min(size, max(1, bytes.count))).map { start in
        Array(bytes[start..<min(start + min(size, bytes.count), bytes.count)])
    }
}
