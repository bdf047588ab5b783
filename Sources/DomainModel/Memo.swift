import ByteText

/// A balanced entry in the memo journal.
///
/// It cannot be constructed otherwise.
/// Two lines at least and 1,000 at most, every amount positive, every line on an account, and
/// the debits equal to the credits (Twinfield API, 3.1 and 3.8).
public struct Memo: Sendable {
    /// Why a draft is no entry.
    public enum Fault: Error, Sendable, Equatable {
        /// Debit minus credit in minor units is not zero.
        case unbalanced(difference: Int64)
        /// Fewer than two lines, or more than a thousand.
        case lineCount(Int)
        /// A line, from 0, has an amount of zero or less.
        case amountNotPositive(line: Int)
        /// A line, from 0, has no account.
        case accountMissing(line: Int)
        /// The sum of the amounts does not fit in 64 bits.
        case tooLarge
    }

    /// The proven draft; read only.
    public let content: MemoDraft

    /// Proves that a draft balances, and takes it over.
    public init(balancing draft: consuming MemoDraft) throws(Fault) {
        try Self.prove(draft)
        content = draft
    }

    /// Gives the parts back, so that their room serves the next entry.
    public consuming func recycled() -> MemoDraft { content }

    private static func prove(_ draft: borrowing MemoDraft) throws(Fault) {
        guard (2...1000).contains(draft.lines.count) else { throw .lineCount(draft.lines.count) }
        var difference: Int64 = 0
        for index in 0..<draft.lines.count {
            let line = draft.lines[index]
            guard line.amount > 0 else { throw .amountNotPositive(line: index) }
            guard line.account.isPresent else { throw .accountMissing(line: index) }
            let signed = line.side == .debit ? line.amount : -line.amount
            let (sum, overflow) = difference.addingReportingOverflow(signed)
            guard !overflow else { throw .tooLarge }
            difference = sum
        }
        guard difference == 0 else { throw .unbalanced(difference: difference) }
    }
}
