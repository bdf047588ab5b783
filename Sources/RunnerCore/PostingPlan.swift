internal import ByteText
public import DomainModel

/// An entry that is ready to be sent, with what must be known of it afterwards.
public struct PostingPlan: Sendable {
    /// The entry.
    public let memo: Memo
    /// Its identity and what it claims; the digest is not filled in.
    public let posting: Posting
    /// The entry as text: what its digest is made of, and what people see in the ledger.
    public var text: String { Self.text(memo.content) }

    /// Makes a plan.
    public init(memo: Memo, posting: Posting) {
        self.memo = memo
        self.posting = posting
    }

    /// Every field of an entry, a line each; the same entry always gives the same text.
    static func text(_ entry: MemoDraft) -> String {
        var lines = [
            "office \(entry.office)", "journal \(entry.journal)",
            "status \(entry.destiny == .final ? "final" : "provisional")",
            "currency \(entry.currency.text)", "date \(entry.date.isoText)",
        ]
        for line in entry.lines {
            let fields = [line.account, line.customer, line.invoiceNumber, line.description]
                .map { entry.texts.string($0) }
            let amount = MinorUnits.text(line.amount, digits: entry.currency.minorDigits)
            lines.append(
                "\(line.side == .debit ? "debit" : "credit") \(amount) "
                    + fields.map { "[\($0)]" }.joined(separator: " "))
        }
        return lines.joined(separator: "\n")
    }
}
