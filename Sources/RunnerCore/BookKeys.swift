/// An entry in the books, by the code of its daybook and its number there.
public struct EntryKey: Sendable, Hashable, Comparable, Codable {
    /// The code of the daybook, such as `MEMO`.
    public var daybook: String
    /// The number, as text: it may begin with zeros.
    public var number: String

    /// Names an entry.
    public init(daybook: String, number: String) {
        self.daybook = daybook
        self.number = number
    }

    /// As a bookkeeper writes it: `MEMO 202600017`.
    public var text: String { daybook + " " + number }

    /// By daybook, then by number.
    public static func < (left: Self, right: Self) -> Bool {
        (left.daybook, left.number) < (right.daybook, right.number)
    }
}

/// A line of a sale in the books.
public struct SaleKey: Sendable, Hashable, Comparable, Codable {
    /// The entry.
    public var entry: EntryKey
    /// The id of the line; the total line of a sale is `1`.
    public var line: String

    /// Names a line.
    public init(daybook: String, number: String, line: String) {
        entry = EntryKey(daybook: daybook, number: number)
        self.line = line
    }

    /// As a bookkeeper writes it: `VRK 202600017`.
    public var text: String { entry.text }

    /// By entry, then by line.
    public static func < (left: Self, right: Self) -> Bool {
        (left.entry, left.line) < (right.entry, right.line)
    }
}

/// The identity of one posting, for good; never random.
public struct PostingKey: Sendable, Hashable, Codable {
    /// What is posted.
    public enum Kind: String, Sendable, Codable {
        /// The entry of a payment.
        case payment
    }

    /// The name of the connection.
    public var connection: String
    /// CCV's reference of the payment.
    public var reference: String
    /// What is posted.
    public var kind: Kind
    /// 1, and one more each time that a person orders another entry after the earlier one is proved
    /// deleted or reversed.
    public var generation: Int

    /// Names a posting.
    public init(
        connection: String, reference: String, kind: Kind = .payment, generation: Int = 1
    ) {
        self.connection = connection
        self.reference = reference
        self.kind = kind
        self.generation = generation
    }
}
