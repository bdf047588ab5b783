internal import DomainModel
internal import RuleEngine

/// What an entry of ours, read alone, says about its posting.
public enum ReadBackFinding: Sendable, Equatable {
    /// It stands as it was posted, and is reconciled when it was.
    case right
    /// People deleted, changed or unmatched it, and how.
    case drifted(String)

    /// Judges the entry as it stands now, nil when it is not there; and the sale, where
    /// `needsSale` asked for it.
    ///
    /// Becoming final is no drift, nor is another invoice number or description, as long as the
    /// transaction id stands in a line.
    public static func judge(
        _ posting: Posting, memo: BookedEntry?, sale: BookedEntry? = nil
    ) -> ReadBackFinding {
        guard let key = posting.entry else { return .right }
        guard let memo else {
            return .drifted("our entry \(key.text) is not in the books any more")
        }
        guard hasPaymentLine(memo, posting) else {
            return .drifted(
                "our entry \(key.text) was changed: no line has \(posting.money(posting.amount))"
                    + " on account \(posting.suspenseAccount)")
        }
        let lines = customerLines(memo, posting)
        guard let line = lines.first, lines.count == 1 else {
            return .drifted(
                "our entry \(key.text) was changed: no one line has"
                    + " \(posting.money(-posting.saleOpen)) of customer \(posting.customer)"
                    + " on account \(posting.debtorAccount)")
        }
        guard memo.lines.contains(where: { posting.isNamed(in: $0.description) }) else {
            return .drifted("our entry \(key.text) was changed: the transaction id is gone")
        }
        guard case .reconciled = posting.state, posting.matchDate != nil else { return .right }
        guard line.matchStatus != .available else {
            return .drifted(
                "the match of our entry \(key.text) with the sale \(posting.sale.text) was undone")
        }
        guard isMatched(posting, memo: memo, sale: sale) else {
            return .drifted(
                "our entry \(key.text) is matched with something else than the sale"
                    + " \(posting.sale.text)")
        }
        return .right
    }

    /// Whether only the sale can say with what the entry is matched.
    static func needsSale(_ posting: Posting, memo: BookedEntry?) -> Bool {
        guard let memo, let line = customerLines(memo, posting).first else { return false }
        return line.matchStatus != .available && !line.matchedWith.contains(posting.sale)
    }

    /// Whether the entry is matched whole with the sale of its posting, by either of them.
    static func isMatched(_ posting: Posting, memo: BookedEntry?, sale: BookedEntry?) -> Bool {
        guard let memo, let line = customerLines(memo, posting).first,
            line.matchStatus != .available
        else { return false }
        if line.matchedWith.contains(posting.sale) { return true }
        let name = SaleKey(
            daybook: memo.key.daybook, number: memo.key.number, line: line.id)
        return sale?.lines.first { $0.id == posting.sale.line }?.matchedWith.contains(name)
            ?? false
    }

    private static func hasPaymentLine(_ memo: BookedEntry, _ posting: Posting) -> Bool {
        memo.lines.contains {
            $0.account == posting.suspenseAccount && $0.value == posting.amount
        }
    }

    private static func customerLines(
        _ memo: BookedEntry, _ posting: Posting
    ) -> [BookedEntry.Line] {
        memo.lines.filter {
            $0.customer == posting.customer && $0.account == posting.debtorAccount
                && $0.value == -posting.saleOpen
        }
    }
}

extension Posting {
    /// Whether a text names the payment.
    func isNamed(in description: String) -> Bool {
        ForwardedPayments.stands(key.reference, in: description)
    }

    /// An amount with its currency.
    fileprivate func money(_ amount: Int64) -> String {
        MinorUnits.text(amount, digits: currency.minorDigits) + " " + currency.text
    }
}
