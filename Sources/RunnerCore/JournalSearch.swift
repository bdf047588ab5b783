public import DomainModel
public import RuleEngine

/// Looks whether payments stand in the memo journals already.
public enum JournalSearch {
    private static let twoDays: Int64 = 2 * 86_400_000

    /// When the first of the payments was created; the moment itself when none says it.
    public static func first(_ payments: PaymentTable, now: Instant) -> Instant {
        payments.rows.lazy.map(\.created).filter(\.isPresent).min().map { min($0, now) } ?? now
    }

    /// What stands in the journals of some rules, from two days before the first payment to two
    /// days after `now`, which is the moment by the books' own clock.
    public static func forwarded(
        _ payments: PaymentTable, rules: [CompiledRuleSet], in books: any BooksService, now: Instant
    ) async throws -> ForwardedPayments {
        var forwarded = ForwardedPayments(of: payments)
        guard !payments.rows.isEmpty else { return forwarded }
        let from = before(first(payments, now: now))
        for journal in Set(rules.flatMap(\.templates).map(\.journal)).sorted() {
            for line in try await books.journalLines(journal, from: from, to: after(now)) {
                forwarded.note(
                    line.description.utf8,
                    of: .init(daybook: line.entry.daybook, number: line.entry.number))
            }
        }
        return forwarded
    }

    /// Where a search of the books begins, to be sure.
    static func before(_ moment: Instant) -> Instant {
        Instant(milliseconds: moment.milliseconds - twoDays)
    }

    /// Where a search of the books ends, to be sure.
    static func after(_ moment: Instant) -> Instant {
        Instant(milliseconds: moment.milliseconds + twoDays)
    }
}
