internal import DomainModel
internal import RuleEngine

extension Runner {
    private static let day: Int64 = 86_400_000
    /// So many postings are taken from the ledger at a time.
    private static let batch = 500

    /// Reads every entry of ours back that people may still change, and says what they changed.
    ///
    /// Nothing is written into the books. The lists show many entries at once; one is read alone
    /// only when they show it otherwise than when it was judged last, or not at all.
    func readBack() async throws {
        let now = try await ports.books.now()
        let since = Instant(milliseconds: now.milliseconds - settings.readBackDays * Self.day)
        let marks = try ports.ledger.bookedMarks(settings.connection, since: since)
        var night = NightReading(summary: NightRead(since: since, entries: marks.count))
        let journals = Dictionary(grouping: marks, by: \.entry.daybook)
        for (journal, marks) in journals.sorted(by: { $0.key < $1.key }) {
            try await readBack(journal, marks, now, &night)
        }
        if night.left > 0 {
            report.problems.append(
                RunReport.Problem(
                    code: "read_back_unfinished",
                    text: "\(night.left) entries were not read back; the next night goes on"))
        }
        guard !ports.shouldStop() else { return }
        try ports.ledger.keep(night.summary, in: run, at: ports.now())
    }

    private func readBack(
        _ journal: String, _ marks: [BookedMark], _ now: Instant, _ night: inout NightReading
    ) async throws {
        let zone = settings.rules.timeZone
        let first = marks.map(\.created).min() ?? now
        let matches = try await ports.books.customerLines(
            journal, from: zone.date(of: first).parts.year, to: zone.date(of: now).parts.year)
        let showsMatches = matches.contains { !$0.matchNumbers.isEmpty }
        let customerLines = Dictionary(grouping: matches, by: \.entry.folded)
        var missing = Dictionary(grouping: marks, by: \.entry.folded)
        for window in NightWindows.of(marks, now: now) where !ports.shouldStop() {
            let lines = Dictionary(
                grouping: try await ports.books.journalLines(
                    journal, from: window.from, to: window.to), by: \.entry.folded)
            var changed: [EntryKey: ShownEntry] = [:]
            for (key, lines) in lines {
                guard let marks = missing.removeValue(forKey: key) else { continue }
                let shown = ShownEntry(
                    lines: lines, customerLines: customerLines[key] ?? [],
                    showsMatches: showsMatches)
                let print = shown.fingerprint(ports.digest)
                for mark in marks where mark.shown != print { changed[mark.entry] = shown }
            }
            try await judge(changed, &night)
        }
        guard !ports.shouldStop() else { return }
        let nothing = ShownEntry().fingerprint(ports.digest)
        var unseen: [EntryKey: ShownEntry] = [:]
        for mark in missing.values.joined() where mark.shown != nothing {
            unseen[mark.entry] = ShownEntry()
        }
        try await judge(unseen, &night)
    }

    /// Judges entries that the lists show otherwise than before.
    private func judge(
        _ changed: [EntryKey: ShownEntry], _ night: inout NightReading
    ) async throws {
        let keys = changed.keys.sorted()
        for start in stride(from: 0, to: keys.count, by: Self.batch) where !ports.shouldStop() {
            let batch = Array(keys[start..<min(start + Self.batch, keys.count)])
            var right: [(posting: Posting, readBack: ReadBack)] = []
            var doubtful: [(BookedPosting, ShownEntry)] = []
            for booked in try ports.ledger.booked(batch, of: settings.connection) {
                guard let key = booked.posting.entry, let shown = changed[key] else { continue }
                if shown.proves(booked) {
                    right.append((booked.posting, readBack(shown, of: booked, shown.isFinal)))
                    if booked.isDrifted { tellRestored(booked.posting) }
                } else {
                    doubtful.append((booked, shown))
                }
            }
            if !right.isEmpty { try ports.ledger.keep(right, in: run, at: ports.now()) }
            for (booked, shown) in doubtful where !ports.shouldStop() {
                try await readAlone(booked, shown, &night)
            }
        }
    }

    private func readAlone(
        _ booked: BookedPosting, _ shown: ShownEntry, _ night: inout NightReading
    ) async throws {
        guard night.summary.readAlone < settings.mostReadAlone else {
            night.left += 1
            return
        }
        night.summary.readAlone += 1
        var hasDrifted = false
        try await attempt(booked.posting) {
            hasDrifted = try await readAlone(booked, shown)
        }
        if hasDrifted, !booked.isDrifted { night.summary.drifted += 1 }
    }

    /// Reads an entry and keeps what it says; true when it drifted.
    private func readAlone(_ booked: BookedPosting, _ shown: ShownEntry) async throws -> Bool {
        var posting = booked.posting
        guard let key = posting.entry else { return false }
        let memo = try await ports.books.entry(key)
        var sale: BookedEntry?
        if ReadBackFinding.needsSale(posting, memo: memo) {
            sale = try await ports.books.entry(posting.sale.entry)
        }
        var found = readBack(shown, of: booked, memo?.isFinal)
        let finding = ReadBackFinding.judge(posting, memo: memo, sale: sale)
        if case .drifted(let why) = finding {
            found.drift = why
        } else if case .unreconcilable = posting.state,
            ReadBackFinding.isMatched(posting, memo: memo, sale: sale)
        {
            // A person did it: what could not be reconciled is.
            posting = try note(.reconciled(nil), posting)
            report.count(.reconciled, posting.amount)
        } else if booked.isDrifted {
            tellRestored(posting)
        }
        // People may put an entry right between the list and the reading, and change it back: that
        // it is right in spite of the list is believed when the next night says so too.
        if found.drift == nil, booked.readBack?.shown != ~found.shown {
            found.shown = ~found.shown
        }
        try ports.ledger.keep([(posting, found)], in: run, at: ports.now())
        return found.drift != nil
    }

    private func readBack(
        _ shown: ShownEntry, of booked: BookedPosting, _ isFinal: Bool?
    ) -> ReadBack {
        ReadBack(
            isFinal: isFinal, matches: shown.matchNumbers(of: booked.posting.customer),
            shown: shown.fingerprint(ports.digest))
    }

    private func tellRestored(_ posting: Posting) {
        report.count(posting.paymentState, posting.amount)
    }
}

/// What a night did so far.
struct NightReading {
    var summary: NightRead
    /// How many entries were left for the next night.
    var left = 0
}

extension EntryKey {
    /// The same entry, however a list writes the code of its daybook.
    fileprivate var folded: EntryKey {
        EntryKey(daybook: daybook.lowercased(), number: number)
    }
}
