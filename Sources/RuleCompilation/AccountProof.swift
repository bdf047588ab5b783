import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics

/// The proofs over accounts: who pays out to which, and what is never used.
extension CompilationPasses {
    mutating func proveAccounts() {
        var uses: [(method: Located<String>, account: Located<String>)] = []
        for row in declaration.suspense {
            let others = row.inCurrency.map(\.value) + row.onConnection.map(\.value)
            uses += ([row.account] + others).map { (row.method, $0) }
            reportSameAccounts(row)
            let method = Self.normal(String(row.method.value.prefix { $0 != "/" }))
            if CCVVocabulary.otherMethods.contains(method) {
                report(.neverBooked(row.method.value), at: row.method.range)
            }
        }
        reportSharedAccounts(uses)
        reportDebtors(uses)
    }

    /// Money that CCV pays out and money that another one pays out, on one account: neither payout
    /// makes it run empty (CCV API, 7.1).
    private mutating func reportSharedAccounts(
        _ uses: [(method: Located<String>, account: Located<String>)]
    ) {
        var reported: Set<String> = []
        for use in uses where Self.isPaidOutByOthers(use.method.value) {
            let partner = uses.first { other in
                other.account.value == use.account.value
                    && Self.isPaidOutByCCV(other.method.value)
            }
            guard let partner, reported.insert(use.account.value).inserted else { continue }
            report(
                .sharedByPayouts(
                    use.account.value, use.method.value, with: partner.method.value),
                at: use.account.range,
                notes: [Diagnostic.Note(.otherStandsHere, at: partner.account.range)])
        }
    }

    private mutating func reportDebtors(
        _ uses: [(method: Located<String>, account: Located<String>)]
    ) {
        var reported: Set<String> = []
        for use in uses {
            let debtors = declaration.debtors.first { $0.value == use.account.value }
            guard let debtors, reported.insert(debtors.value).inserted else { continue }
            report(
                .suspenseOnDebtors(use.account.value, of: use.method.value),
                at: use.account.range,
                notes: [Diagnostic.Note(.otherStandsHere, at: debtors.range)])
        }
    }

    /// Accounts by currency that are the account without it.
    private mutating func reportSameAccounts(_ row: SuspenseDeclaration) {
        for (currency, account) in row.inCurrency where account.value == row.account.value {
            report(
                .sameAccountAnyway(currency.value, account.value), at: account.range,
                notes: [Diagnostic.Note(.otherStandsHere, at: row.account.range)])
        }
    }

    private static func isPaidOutByOthers(_ key: String) -> Bool {
        CCVVocabulary.paidOutByOthers.contains(normalKey(key))
    }

    /// Only what is known counts: a method of which nothing is known may be either.
    private static func isPaidOutByCCV(_ key: String) -> Bool {
        let key = normalKey(key)
        return !CCVVocabulary.paidOutByOthers.contains(key)
            && (CCVVocabulary.accountKeys.contains(key) || key == CCVVocabulary.card)
    }

    private static func normalKey(_ key: String) -> String {
        let parts = key.split(separator: "/").map { normal(String($0)) }.filter { $0 != "*" }
        return parts.joined(separator: "/")
    }

    /// Moments behind `created`, which every payment has, and a rule for one that is not used.
    mutating func proveBookingDate() {
        let moments = declaration.bookingMoments ?? []
        if let created = moments.firstIndex(where: { $0.value == .created }) {
            for moment in moments[(created + 1)...] {
                report(
                    .momentNeverUsed(moment.value.rawValue), at: moment.range,
                    notes: [Diagnostic.Note(.otherStandsHere, at: moments[created].range)])
            }
        }
        guard let choice = declaration.lastUpdateInAnotherMonth, !moments.isEmpty,
            !moments.contains(where: { $0.value == .lastUpdate })
        else { return }
        report(.lastUpdateNeverUsed, at: choice.range)
    }
}
