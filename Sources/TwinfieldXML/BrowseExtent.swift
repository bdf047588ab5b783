internal import DomainModel

/// How many rows a browse says that there are: attributes `first`, `last` and `total` of its root.
struct BrowseExtent {
    private var first: Int?
    private var last: Int?
    private var total: Int?
    private var line: Int?

    /// Reads the attributes of the root.
    mutating func read(_ root: XMLElement) throws(RecordFault) {
        line = root.line
        first = try Self.number("first", of: root)
        last = try Self.number("last", of: root)
        total = try Self.number("total", of: root)
    }

    /// Proves that the rows are all that there are.
    ///
    /// Nothing is said of an empty answer, and a file may have lost the numbers; an answer with
    /// rows that comes straight from the service has them (API reference, 4.3).
    func check(count: Int, isFromService: Bool) throws(RecordFault) {
        if let total, count > total {
            throw RecordFault(
                "the answer has \(count) rows, but says that there are \(total)", line: line)
        }
        let expected = max(total ?? count, last ?? count)
        guard count == expected, count == 0 || (first ?? 1) <= 1 else {
            throw RecordFault(
                "the answer is not complete: \(count) of \(expected) rows", line: line,
                help: "ask for less at a time, for example one year or one period")
        }
        if isFromService, count > 0, total == nil || last == nil {
            throw RecordFault(
                "the answer does not say how many rows there are, so it may not be complete",
                line: line)
        }
    }

    private static func number(
        _ name: StaticString, of root: XMLElement
    ) throws(RecordFault) -> Int? {
        guard let text = root.attribute(name), !text.isEmpty else { return nil }
        let digits = String(decoding: text.prefix(20), as: UTF8.self)
        guard let number = Int(digits), number >= 0, text.count <= 20 else {
            throw RecordFault(
                "the attribute \(name) of the root is \(TextBytes.quoted(text)), not a number",
                line: root.line)
        }
        return number
    }
}
