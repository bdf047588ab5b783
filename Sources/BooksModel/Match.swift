public import DomainModel

/// A set of lines that were matched; identified by the customer and the number.
public struct Match: Sendable, Codable, Hashable {
    /// One line of a match.
    public struct Line: Sendable, Codable, Hashable {
        /// The entry.
        public var key: EntryKey
        /// The id of the line within the entry.
        public var lineID: Int
        /// How much of it was matched, in hundredths of the currency; debit is positive.
        public var value: Int64
        /// The same in the base currency.
        public var baseValue: Int64

        /// Takes the fields of a line.
        public init(key: EntryKey, lineID: Int, value: Int64, baseValue: Int64) {
            self.key = key
            self.lineID = lineID
            self.value = value
            self.baseValue = baseValue
        }
    }

    /// The code of the customer.
    public var customer: String
    /// Counts from 1 per customer; not used again (a guess).
    public var number: Int
    /// The date of the match.
    public var date: CalendarDate
    /// When it was made.
    public var instant: Instant
    /// The lines, those of write-offs last; their values sum to zero.
    public var lines: [Line]
    /// The entries that the match made in the automatic daybook.
    public var writeOffs: [EntryKey]
}
