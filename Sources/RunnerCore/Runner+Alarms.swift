internal import DomainModel
internal import RuleEngine

extension Runner {
    /// Puts into the report what a person must know and no payment of this run tells.
    func raiseAlarms() throws {
        // Also what a run found that did not come to its end.
        for drift in try ports.ledger.untoldDrifts(settings.connection) {
            report.count(.drifted, drift.amount)
            report.problems.append(
                RunReport.Problem(
                    reference: drift.reference, state: .drifted, code: "drifted",
                    text: drift.text))
        }
        let now = ports.now()
        if !didFetch {
            raise(
                "no_complete_fetch",
                Alarms.noCompleteFetch(
                    last: try ports.ledger.lastFetch(settings.connection), now: now))
        }
        guard settings.until > .fetched else { return }
        let since = Instant(
            milliseconds: now.milliseconds - Int64(Alarms.meanDays + 2) * 86_400_000)
        raise(
            "match_share_fell",
            Alarms.matchShareFell(
                try ports.ledger.saleShares(settings.connection, since: since), now: now,
                zone: settings.rules.timeZone))
    }

    private func raise(_ code: String, _ text: String?) {
        guard let text else { return }
        report.problems.append(RunReport.Problem(code: code, text: text))
    }
}
