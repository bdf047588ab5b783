internal import DomainModel
internal import RuleEngine

extension Runner {
    private static var hour: Int64 { 3_600_000 }
    private static var day: Int64 { 24 * hour }

    /// Fetches what is new, and again what was not final; keeps it all.
    ///
    /// How far it came is told by the payments themselves: a clock of this machine that runs ahead
    /// must not make a later run begin behind payments that nobody fetched.
    func fetch() async throws {
        let now = ports.now()
        let known = try ports.ledger.fetchedUntil(settings.connection)
        let start = known.map {
            Instant(milliseconds: $0.milliseconds - settings.overlapHours * Self.hour)
        }
        let zone = settings.rules.timeZone
        let first = Instant(
            milliseconds: zone.startOfDay(settings.rules.bookFrom).milliseconds
                - settings.firstLookBackDays * Self.day)
        var seen = try await ports.payments.payments(since: start ?? first)
        let newest = seen.map(\.created).filter { $0 <= now }.max()
        let until = [known, newest].compactMap { $0 }.max()
        let references = Set(seen.map(\.reference))
        let unfinished = try ports.ledger.unfinished(settings.connection)
            .filter { !references.contains($0) }
        if !unfinished.isEmpty { seen += try await ports.payments.payments(unfinished) }
        let changed = try ports.ledger.keep(seen, fetchedUntil: until, in: run, at: now)
        report.fetched = seen.count
        didFetch = true
        for payment in changed {
            report.problems.append(
                RunReport.Problem(
                    reference: payment.reference, code: "changed_after_booking",
                    text: payment.change))
        }
    }
}
