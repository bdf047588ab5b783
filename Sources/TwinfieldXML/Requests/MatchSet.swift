public import DomainModel

/// Lines of one customer that are to be reconciled ("afgeletterd"): their sum is zero.
public struct MatchSet: Sendable, Equatable {
    /// One line of an entry, and how much of it is reconciled.
    public struct Line: Sendable, Equatable {
        /// The daybook.
        public var code: String
        /// The number of the entry.
        public var number: String
        /// The id of the line in the entry, from 1.
        public var line: Int
        /// What is open now, in minor units: debit positive, credit negative.
        public var open: Int64
        /// How much of it is reconciled, with the same sign.
        public var matched: Int64

        /// States a line; without `matched` all that is open is reconciled.
        public init(code: String, number: String, line: Int, open: Int64, matched: Int64? = nil) {
            self.code = code
            self.number = number
            self.line = line
            self.open = open
            self.matched = matched ?? open
        }

        /// Whether something stays open.
        public var isPartial: Bool { matched != open }
    }

    /// The administration.
    public let office: String
    /// The date of the match.
    public let date: CalendarDate
    /// The currency that the amounts are in.
    public let currency: CurrencyCode
    /// The lines, in the order of the request.
    public let lines: [Line]

    /// Proves that the lines can be reconciled with each other, and can be sent.
    public init(
        office: String, date: CalendarDate, currency: CurrencyCode, lines: [Line]
    ) throws(MatchSetFault) {
        self.office = office
        self.date = date
        self.currency = currency
        self.lines = lines
        try Self.check(lines)
        guard currency.isPresent else {
            throw .text(RequestFault(field: "currency", problem: .missing))
        }
        guard (1...9999).contains(date.parts.year) else {
            throw .text(RequestFault(field: "matchdate", problem: .outOfRange))
        }
        do throws(RequestFault) {
            _ = try document()
        } catch {
            throw .text(error)
        }
    }

    private static func check(_ lines: [Line]) throws(MatchSetFault) {
        guard lines.count >= 2 else { throw .tooFewLines }
        guard lines.count <= 1000 else { throw .tooManyLines }
        var sum: Int64 = 0
        for (index, line) in lines.enumerated() {
            let isTwice = lines[..<index].contains {
                $0.code == line.code && $0.number == line.number && $0.line == line.line
            }
            guard !isTwice else { throw .lineTwice(line) }
            guard line.line >= 1, line.matched != 0, (line.matched < 0) == (line.open < 0),
                line.matched.magnitude <= line.open.magnitude
            else { throw .outOfRange(line) }
            let (next, isOverflow) = sum.addingReportingOverflow(line.matched)
            guard !isOverflow else { throw .outOfRange(line) }
            sum = next
        }
        guard sum == 0 else { throw .notBalanced(sum: sum) }
    }

    /// The document with this set alone.
    private func document() throws(RequestFault) -> [UInt8] {
        var writer = RequestWriter()
        try write(to: &writer)
        return writer.finish()
    }

    /// Writes the set (API reference, 5.1): a signed `matchvalue` on each line that stays open in
    /// part, and on no other.
    func write(to writer: inout RequestWriter) throws(RequestFault) {
        writer.markup("<set>")
        try writer.element("office", office)
        // Customers: the only level that is reconciled here.
        writer.markup("<matchcode>170</matchcode>")
        let (year, month, day) = date.parts
        writer.element("matchdate", year * 10_000 + month * 100 + day, width: 8)
        writer.markup("<lines>")
        for line in lines {
            writer.markup("<line>")
            try writer.element("transcode", line.code)
            try writer.element("transnumber", line.number)
            writer.element("transline", line.line)
            if line.isPartial {
                writer.element("matchvalue", amount: line.matched, decimals: currency.minorDigits)
            }
            writer.markup("</line>")
        }
        writer.markup("</lines></set>")
    }
}
