public import DomainModel
internal import RuleEngine

/// What a complete search of the journal says about a posting whose outcome is unknown.
public enum ProbeFinding: Sendable, Equatable {
    /// It is there, with our amounts and accounts.
    case found(EntryKey)
    /// Something is there that a person must look at, and what.
    case unclear(String)
    /// It is not there, for the first time or too soon after it.
    case notFound
    /// It was not there before either, long enough ago: it may be sent again.
    case absent

    /// Judges the lines that a search found (design, section 7).
    ///
    /// `known` are the entries of our other postings. `deleted` are the entries of the journal that
    /// people deleted since the payment; nil when that cannot be read. `now` is the moment by the
    /// books' clock, and `grace` how far apart two searches that find nothing must be.
    public static func judge(
        _ posting: Posting, lines: [JournalLine], deleted: [EntryKey]?,
        known: Set<EntryKey>, now: Instant, grace: Duration
    ) -> ProbeFinding {
        guard case .parked(let absentSince) = posting.state else { return .notFound }
        let entries = Dictionary(grouping: lines, by: \.entry)
        let named = entries.filter { _, lines in
            lines.contains {
                ForwardedPayments.stands(posting.key.reference, in: $0.description)
            }
        }
        if named.count > 1 {
            return .unclear(
                "the books hold the payment more than once: " + names(named.keys))
        }
        if let (key, lines) = named.first {
            if known.contains(key) {
                return .unclear("\(key.text) holds the payment, and another payment of ours too")
            }
            return isOurs(lines, posting)
                ? .found(key)
                : .unclear("\(key.text) holds the payment, with other amounts or accounts")
        }
        let similar = entries.filter { key, lines in
            !known.contains(key) && isSimilar(lines, posting)
        }
        if !similar.isEmpty {
            return .unclear(
                "an entry without the transaction id has the same account and amount, or the same"
                    + " invoice number: " + names(similar.keys))
        }
        if let gone = deleted?.filter({ !known.contains($0) }), !gone.isEmpty {
            return .unclear(
                "entries were deleted since, and one of them may be it: "
                    + names(gone))
        }
        guard let absentSince else { return .notFound }
        let (seconds, attoseconds) = grace.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        let isLongAgo = now.milliseconds - absentSince.milliseconds >= milliseconds
        return isLongAgo ? .absent : .notFound
    }

    private static func names(_ keys: some Sequence<EntryKey>) -> String {
        keys.sorted().map(\.text).joined(separator: ", ")
    }

    private static func isOurs(_ lines: [JournalLine], _ posting: Posting) -> Bool {
        lines.contains { $0.account == posting.suspenseAccount && $0.value == posting.amount }
            && lines.contains {
                $0.customer == posting.customer && $0.account == posting.debtorAccount
                    && $0.value == -posting.saleOpen
            }
    }

    /// Whether it may be ours after people changed its texts or its amounts: wider than the design
    /// asks (account, amount and invoice number), as people change two of these at once.
    private static func isSimilar(_ lines: [JournalLine], _ posting: Posting) -> Bool {
        lines.contains {
            $0.account == posting.suspenseAccount && $0.value == posting.amount
                || !posting.invoiceNumber.isEmpty && $0.invoiceNumber == posting.invoiceNumber
        }
    }
}
