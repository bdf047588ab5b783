internal import ByteText
public import DomainModel

/// Which payments stand in the books already, found by their transaction id in the lines there.
///
/// The id must stand whole in a description; the coupling that was used before wrote it there too
/// (manual: `[transaction id] betaling`). Both halves of a landing-page payment count as one.
public struct ForwardedPayments: Sendable {
    /// The entry in the books that holds a payment.
    public struct Entry: Sendable, Hashable {
        /// The code of the daybook.
        public var daybook: String
        /// The number in the daybook.
        public var number: String

        /// Names an entry.
        public init(daybook: String, number: String) {
            self.daybook = daybook
            self.number = number
        }
    }

    /// Whether the books were searched at all.
    public let wereSearched: Bool
    private var entries: [Int32: [Entry]] = [:]
    private var positions: [[UInt8]: [Int32]] = [:]
    private var lengths: [Int] = []

    /// Nothing is known: the payments came from a file.
    public static let unknown = ForwardedPayments(wereSearched: false)

    private init(wereSearched: Bool) { self.wereSearched = wereSearched }

    /// Prepares to find these payments in the lines of the books.
    public init(of payments: PaymentTable) {
        wereSearched = true
        var lengths: Set<Int> = []
        for position in payments.rows.indices {
            let reference = payments.rows[position].reference
            guard reference.isPresent else { continue }
            let text = Array(payments.bytes(reference))
            positions[text, default: []].append(Int32(position))
            lengths.insert(text.count)
        }
        self.lengths = lengths.sorted()
    }

    /// Looks for transaction ids in the description of a line of an entry.
    public mutating func note(_ description: some Sequence<UInt8>, of entry: Entry) {
        let text = Array(description)
        for length in lengths {
            guard length <= text.count else { return }
            for start in 0...text.count - length where Self.isWhole(start, length, text) {
                for position in positions[Array(text[start..<start + length])] ?? [] {
                    guard entries[position]?.contains(entry) != true else { continue }
                    entries[position, default: []].append(entry)
                }
            }
        }
    }

    /// Whether a transaction id stands whole in a description.
    public static func stands(_ reference: String, in description: String) -> Bool {
        let word = Array(reference.utf8)
        let text = Array(description.utf8)
        guard !word.isEmpty, word.count <= text.count else { return false }
        return (0...text.count - word.count).contains { start in
            text[start..<start + word.count].elementsEqual(word) && isWhole(start, word.count, text)
        }
    }

    /// The entries that hold the payment at a position, in the order in which they were noted.
    public func entries(of position: Int32) -> [Entry] { entries[position] ?? [] }

    /// Whether nothing of a longer id stands before or behind; ids have dots inside.
    private static func isWhole(_ start: Int, _ length: Int, _ text: [UInt8]) -> Bool {
        let end = start + length
        if start > 0, isWordByte(text[start - 1]) { return false }
        if start > 1, text[start - 1] == UInt8(ascii: "."), isWordByte(text[start - 2]) {
            return false
        }
        guard end < text.count else { return true }
        if isWordByte(text[end]) { return false }
        return text[end] != UInt8(ascii: ".") || end + 1 == text.count || !isWordByte(text[end + 1])
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...0xFF: true
        default: false
        }
    }
}
