internal import DomainModel
internal import RuleEngine

extension Runner {
    private static var day: Int64 { 86_400_000 }

    /// Fetches what is new, and again what was not final; keeps it all.
    func fetch() async throws {
        let now = ports.now()
        let known = try ports.ledger.fetchedUntil(settings.connection)
        let start = known.map {
            Instant(milliseconds: $0.milliseconds - settings.overlapDays * Self.day)
        }
        let zone = settings.rules.timeZone
        let first = Instant(
            milliseconds: zone.startOfDay(settings.rules.bookFrom).milliseconds
                - settings.firstLookBackDays * Self.day)
        // A clock that was set back must not hide what was fetched before.
        let from = min(start ?? first, now)
        let to = max(now, known ?? now)
        var seen = try await ports.payments.payments(from: from, to: to)
        let references = Set(seen.map(\.reference))
        let unfinished = try ports.ledger.unfinished(settings.connection)
            .filter { !references.contains($0) }
        if !unfinished.isEmpty { seen += try await ports.payments.payments(unfinished) }
        let changed = try ports.ledger.keep(seen, fetchedUntil: to, in: run, at: now)
        report.fetched = seen.count
        for payment in changed {
            report.problems.append(
                RunReport.Problem(
                    reference: payment.reference, code: "changed_after_booking",
                    text: payment.change))
        }
    }
}
