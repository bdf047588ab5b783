internal import DomainModel

extension Runner {
    /// Searches the books for what was sent with an unknown outcome.
    func probeParked() async throws {
        let parked = try postings { if case .parked = $0 { true } else { false } }
        guard !parked.isEmpty else { return }
        let journals = Dictionary(grouping: parked, by: \.journal).sorted { $0.key < $1.key }
        for (journal, postings) in journals where !ports.shouldStop() {
            try await probe(journal, for: postings)
        }
    }

    private func probe(_ journal: String, for parked: [Posting]) async throws {
        // The moment before the search: what is executed during it must not count as absent.
        let now = try await ports.books.now()
        let from = JournalSearch.before(parked.map(\.created).min() ?? now)
        let to = JournalSearch.after(now)
        let lines = try await ports.books.journalLines(journal, from: from, to: to)
        let deleted = try await ports.books.deletedEntries(journal, since: from)
        let proof = ProbeProof(
            from: from, to: to, at: now, lines: lines.count, sawDeleted: deleted != nil)
        var rest: [Posting] = []
        // What is found first is known as ours when the others are judged.
        for posting in parked.sorted(by: { $0.key.reference < $1.key.reference }) {
            if case .found(let key) = try judge(posting, lines, deleted, now) {
                _ = try note(.adopted(key, proof), posting)
            } else {
                rest.append(posting)
            }
        }
        for posting in rest {
            try settle(posting, try judge(posting, lines, deleted, now), proof)
        }
    }

    private func judge(
        _ posting: Posting, _ lines: [JournalLine], _ deleted: [EntryKey]?, _ now: Instant
    ) throws -> ProbeFinding {
        ProbeFinding.judge(
            posting, lines: lines, deleted: deleted,
            known: try ports.ledger.knownEntries(inOfficeOf: settings.connection), now: now,
            grace: settings.probeGrace)
    }

    private func settle(
        _ posting: Posting, _ finding: ProbeFinding, _ proof: ProbeProof
    ) throws {
        switch finding {
        case .found(let key): _ = try note(.adopted(key, proof), posting)
        case .absent: _ = try note(.provedAbsent(proof), posting)
        case .notFound:
            _ = try note(.notFound(proof), posting)
            report.count(.parked, posting.amount)
            problem(
                posting, .parked, "outcome_unknown",
                "it is not known whether the entry was booked; it is searched for again")
        case .unclear(let why):
            _ = try note(.unclear(why, proof), posting)
            report.count(.failed, posting.amount)
            problem(posting, .failed, "outcome_unknown", why)
        }
    }
}
