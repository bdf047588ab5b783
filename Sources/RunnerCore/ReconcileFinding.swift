internal import DomainModel
internal import RuleEngine

/// What must be done to reconcile a posting, by both entries as they stand now.
public enum ReconcileFinding: Sendable, Equatable {
    /// Both lines are open for their whole amounts: match them.
    case match(MatchOrder)
    /// They are matched with each other already.
    case done
    /// People did something that a machine must not undo.
    case impossible(String)

    /// Judges both entries; nil for one that is not there.
    ///
    /// An entry without the transaction id is not taken for ours, whatever its number: people may
    /// have changed it.
    public static func judge(
        _ posting: Posting, memoKey: EntryKey, memo: BookedEntry?, sale: BookedEntry?
    ) -> ReconcileFinding {
        guard let date = posting.matchDate else { return .done }
        guard let memo else {
            return .impossible("our entry \(memoKey.text) is not in the books any more")
        }
        guard let sale, let saleLine = sale.lines.first(where: { $0.id == posting.sale.line })
        else {
            return .impossible("the sale \(posting.sale.text) is not in the books any more")
        }
        let candidates = memo.lines.filter {
            $0.customer == posting.customer && $0.account == posting.debtorAccount
                && $0.value == -posting.saleOpen
        }
        let isNamed = memo.lines.contains {
            ForwardedPayments.stands(posting.key.reference, in: $0.description)
        }
        guard let memoLine = candidates.first, candidates.count == 1, isNamed else {
            return .impossible("our entry \(memoKey.text) was changed")
        }
        let memoName = SaleKey(
            daybook: memoKey.daybook, number: memoKey.number, line: memoLine.id)
        if memoLine.matchedWith.contains(posting.sale)
            || saleLine.matchedWith.contains(memoName)
        {
            return .done
        }
        guard memoLine.matchStatus == .available,
            memoLine.open.map({ $0 == memoLine.value }) ?? true
        else {
            return .impossible("our entry \(memoKey.text) is matched with something else")
        }
        guard saleLine.customer == posting.customer else {
            return .impossible("the sale \(posting.sale.text) belongs to another customer now")
        }
        guard saleLine.matchStatus == .available else {
            return .impossible("the sale \(posting.sale.text) is matched with something else")
        }
        guard saleLine.open == posting.saleOpen else {
            return .impossible("the open amount of the sale \(posting.sale.text) changed")
        }
        return .match(
            MatchOrder(
                memo: memoName, sale: posting.sale, date: date, value: posting.saleOpen,
                currency: posting.currency))
    }
}

/// Whether a sale is still what was decided about, just before an entry is sent.
public enum SaleFinding: Sendable, Equatable {
    /// The same customer, account and open amount.
    case same
    /// Something changed, and what: it is decided again.
    case changed(String)

    /// Judges the sale's entry as it stands now; nil when it is not there.
    public static func judge(_ posting: Posting, sale: BookedEntry?) -> SaleFinding {
        guard let sale, let line = sale.lines.first(where: { $0.id == posting.sale.line }) else {
            return .changed("the sale \(posting.sale.text) is not in the books any more")
        }
        guard line.customer == posting.customer, line.account == posting.debtorAccount else {
            return .changed("customer or account of the sale \(posting.sale.text) changed")
        }
        guard line.matchStatus == .available, line.open == posting.saleOpen else {
            return .changed("the open amount of the sale \(posting.sale.text) changed")
        }
        return .same
    }
}
