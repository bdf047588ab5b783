internal import DomainModel

/// An entry as the lists of the books show it.
struct ShownEntry {
    /// Its lines; empty when no list shows it.
    var lines: [JournalLine] = []
    /// Its lines of customers, as far as a list shows how they are matched.
    var customerLines: [CustomerLine] = []
    /// Whether the list of them shows the numbers of matches at all.
    var showsMatches = true

    /// Provisional or final; nil when no list says it.
    var isFinal: Bool? {
        guard let first = lines.first?.isFinal, lines.allSatisfy({ $0.isFinal == first }) else {
            return nil
        }
        return first
    }

    /// The numbers of the matches of a customer's lines.
    func matchNumbers(of customer: String) -> [String] {
        customerLines.filter { $0.customer == customer }.flatMap(\.matchNumbers)
    }

    /// A number that changes when anything of it changes.
    func fingerprint(_ digest: (String) -> String) -> Int64 {
        let texts =
            lines.map { line in
                [
                    line.account, line.customer, line.value.map { "\($0)" } ?? "",
                    line.description, line.invoiceNumber,
                    line.isFinal.map { $0 ? "final" : "provisional" } ?? "",
                ].joined(separator: "\u{1F}")
            }
            + customerLines.map { line in
                ([
                    line.customer, "\(line.matchStatus.rawValue)",
                    line.open.map { "\($0)" } ?? "",
                ] + line.matchNumbers).joined(separator: "\u{1F}")
            }
        let text = digest(texts.sorted().joined(separator: "\u{1E}"))
        return Int64(bitPattern: UInt64(text.suffix(16), radix: 16) ?? 0)
    }

    /// Whether this alone proves that a posting stands as it should: then it is not read alone.
    ///
    /// With what it is matched shows by the number of the match, which the customer has once; it
    /// is known from reconciling, or from a night that found everything right.
    func proves(_ booked: BookedPosting) -> Bool {
        let posting = booked.posting
        let hasPayment = lines.contains {
            $0.account == posting.suspenseAccount && $0.value == posting.amount
        }
        let credits = lines.filter {
            $0.customer == posting.customer && $0.account == posting.debtorAccount
                && $0.value == -posting.saleOpen
        }
        guard isFinal != nil, hasPayment, credits.count == 1,
            lines.contains(where: { posting.isNamed(in: $0.description) })
        else { return false }
        let matched = customerLines.filter { $0.customer == posting.customer }
        switch posting.state {
        case .reconciled where posting.matchDate != nil:
            guard matched.allSatisfy({ $0.matchStatus == .matched && ($0.open ?? 0) == 0 }) else {
                return false
            }
            // Without the numbers, or the line, nothing more can be known of many entries.
            guard showsMatches else { return true }
            let before = booked.readBack.flatMap { $0.drift == nil ? $0.matches : nil } ?? []
            let known = Set(before + [booked.matchNumber].compactMap { $0 })
            return matched.count == 1 && matched[0].matchNumbers.contains { known.contains($0) }
        // Perhaps a person reconciled it.
        case .unreconcilable: return matched.allSatisfy { $0.matchStatus != .matched }
        default: return true
        }
    }
}
