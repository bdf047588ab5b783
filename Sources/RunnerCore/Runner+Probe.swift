internal import DomainModel

extension Runner {
    private static var twoDays: Int64 { 2 * 86_400_000 }

    /// Searches the books for what was sent with an unknown outcome.
    func probeParked() async throws {
        let parked = try ports.ledger.postings(settings.connection).filter {
            if case .parked = $0.state { true } else { false }
        }
        guard !parked.isEmpty else { return }
        let now = try await ports.books.now()
        for (journal, postings) in Dictionary(grouping: parked, by: \.journal).sorted(by: {
            $0.key < $1.key
        }) {
            let first = postings.map(\.created).min() ?? now
            let from = Instant(milliseconds: first.milliseconds - Self.twoDays)
            let to = Instant(milliseconds: now.milliseconds + Self.twoDays)
            let lines = try await ports.books.journalLines(journal, from: from, to: to)
            let deleted = try await ports.books.deletedEntries(journal, since: from)
            let proof = ProbeProof(
                from: from, to: to, at: now, lines: lines.count, sawDeleted: deleted != nil)
            for posting in postings.sorted(by: { $0.key.reference < $1.key.reference }) {
                try settle(posting, lines, deleted, proof)
            }
        }
    }

    private func settle(
        _ posting: Posting, _ lines: [JournalLine], _ deleted: [DeletedEntry]?,
        _ proof: ProbeProof
    ) throws {
        let finding = ProbeFinding.judge(
            posting, lines: lines, deleted: deleted, known: try ports.ledger.knownEntries(),
            now: proof.at, grace: settings.probeGrace)
        switch finding {
        case .found(let key): _ = try note(.adopted(key, proof), posting)
        case .absent: _ = try note(.provedAbsent(proof), posting)
        case .notFound:
            _ = try note(.notFound(proof), posting)
            problem(
                posting, .parked, "outcome_unknown",
                "it is not known whether the entry was booked; it is searched for again")
        case .unclear(let why):
            _ = try note(.unclear(why, proof), posting)
            problem(posting, .failed, "outcome_unknown", why)
        }
    }
}
