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

    /// Why lines cannot be reconciled with each other.
    public enum Fault: Error, Sendable, Equatable {
        /// Fewer than two lines.
        case tooFewLines
        /// The same line twice.
        case lineTwice(code: String, number: String, line: Int)
        /// The matched amounts do not add up to zero, but to this.
        case notBalanced(sum: Int64)
        /// More is matched than is open, nothing is, or it has the other sign.
        case outOfRange(code: String, number: String, line: Int)
        /// A text that Twinfield would refuse.
        case text(RequestFault)
    }

    /// The administration.
    public let office: String
    /// The date of the match.
    public let date: CalendarDate
    /// The currency that the amounts are in.
    public let currency: CurrencyCode
    /// The lines, in the order of the request.
    public let lines: [Line]

    /// Proves that the lines can be reconciled.
    public init(
        office: String, date: CalendarDate, currency: CurrencyCode, lines: [Line]
    ) throws(Fault) {
        self.office = office
        self.date = date
        self.currency = currency
        self.lines = lines
    }
}

extension ProcessXMLDocument {
    /// Writes sets of lines to be reconciled, as customers (`matchcode` 170; API reference, 5.1).
    public init(matching sets: [MatchSet]) {
        self.init(bytes: [], isQuery: false)
    }
}
