internal import DomainModel

extension Books {
    mutating func match(_ request: MatchRequest, at instant: Instant) -> BooksOutcome {
        let (isPossible, outcome, writeOffs, daybook) = checked(request, at: instant)
        guard isPossible, let customer = outcome.customer, let date = outcome.date else {
            return .matchRefused(outcome)
        }
        let currency = outcome.lines.first?.entry?.currency
        let number = matchStore.takeNumber(of: customer)
        var match = Match(
            customer: customer, number: number, date: date, instant: instant, lines: [],
            writeOffs: [])
        for (line, writeOff) in zip(outcome.lines, writeOffs) {
            guard let key = line.entry?.key, let id = line.line?.id, let value = line.matchValue,
                let baseValue = line.matchBaseValue
            else { continue }
            match.lines.append(
                Match.Line(key: key, lineID: id, value: value, baseValue: baseValue))
            take(value, baseValue, of: key, line: id, match: number)
            if let writeOff, let daybook, let line = line.line, let currency {
                match.writeOffs.append(
                    book(writeOff, of: line, currency: currency, in: daybook, match: match))
            }
        }
        for (key, writeOff) in zip(match.writeOffs, writeOffs.compactMap { $0 }) {
            match.lines.append(
                Match.Line(
                    key: key, lineID: 1, value: -writeOff.value, baseValue: -writeOff.baseValue))
        }
        matchStore.append(match)
        var matched = outcome
        matched.number = number
        return .matched(matched)
    }

    /// Checks a set; nothing of the books is held on to when it returns.
    private func checked(
        _ request: MatchRequest, at instant: Instant
    ) -> (Bool, MatchOutcome, [MatchChecker.WriteOff?], daybook: String?) {
        var checker = MatchChecker(request, in: self)
        let isPossible = checker.check(today: TimeZoneRules.utc.date(of: instant))
        return (isPossible, checker.outcome, checker.writeOffs, checker.writeOffDaybook)
    }

    /// Takes a part of what is open of a line; what remains stays available (4.3).
    private mutating func take(
        _ value: Int64, _ baseValue: Int64, of key: EntryKey, line id: Int, match number: Int
    ) {
        change(key, line: id) { line in
            line.openValue -= value
            line.openBaseValue -= baseValue
            line.matchStatus = line.openValue == 0 ? .matched : .available
            line.matchNumbers.append(number)
        }
    }

    private mutating func change(
        _ key: EntryKey, line id: Int, _ change: (inout EntryLine) -> Void
    ) {
        entryStore.update(key) { entry in
            for index in entry.lines.indices where entry.lines[index].id == id {
                change(&entry.lines[index])
            }
        }
    }

    /// Books what nobody pays: the customer's line, wholly matched, and its counterpart (5.2).
    private mutating func book(
        _ writeOff: MatchChecker.WriteOff, of line: EntryLine, currency: CurrencyCode,
        in daybook: String, match: Match
    ) -> EntryKey {
        let key = EntryKey(
            daybook: daybook,
            number: entryStore.takeNumber(of: NumberSeries(daybook: daybook, year: nil)))
        let customerLine = EntryLine(
            id: 1, kind: .detail, dim1: line.dim1, dim2: line.dim2, dim3: "",
            isDebit: writeOff.value < 0, value: writeOff.value.magnitudeInCents,
            baseValue: writeOff.baseValue.magnitudeInCents, openValue: 0, openBaseValue: 0,
            description: line.description, invoiceNumber: line.invoiceNumber, vatCode: "",
            comment: "", freeCharacter: "", lineDate: nil, dueDate: match.date,
            matchStatus: .matched, matchNumbers: [match.number])
        var counterLine = customerLine
        counterLine.id = 2
        counterLine.dim1 = writeOff.account
        counterLine.dim2 = ""
        counterLine.isDebit.toggle()
        counterLine.dueDate = nil
        counterLine.matchStatus = .notMatchable
        counterLine.matchNumbers = []
        entryStore.append(
            Entry(
                key: key, status: .final, date: match.date, period: BookPeriod(of: match.date),
                currency: currency, regime: .generic, origin: .automatic,
                inputInstant: match.instant, modifiedInstant: match.instant, userCode: "",
                invoiceNumber: "", dueDate: nil, freeTexts: ["", "", ""],
                lines: [customerLine, counterLine]))
        return key
    }
}

extension Books {
    mutating func undoMatch(customer: String, number: Int) -> BooksOutcome {
        guard let record = self.customer(customer), record.status != .deleted else {
            return .refused([Refusal(.transaction, .customerUnknown(customer))])
        }
        guard let match = match(customer: customer, number: number) else {
            return .refused([Refusal(.transaction, .matchUnknown(number))])
        }
        guard isFinal(match), canLoosen(match) else {
            return .refused([Refusal(.transaction, .matchCannotBeUndone)])
        }
        loosen(match)
        return .undone(match)
    }

    /// Whether all matches of an entry can come loose.
    func canLoosen(_ entry: Entry) -> Bool { matches(of: entry).allSatisfy(canLoosen) }

    /// A write-off in a closed period stays.
    private func canLoosen(_ match: Match) -> Bool {
        match.writeOffs.allSatisfy { key in
            entryStore[key].map { !isClosed($0.period) } ?? true
        }
    }

    private func matches(of entry: Entry) -> [Match] {
        var found: [Match] = []
        for line in entry.lines {
            for number in line.matchNumbers {
                guard let match = matchStore[line.dim2, number], !found.contains(match) else {
                    continue
                }
                found.append(match)
            }
        }
        return found
    }

    /// Opens again what the matches of an entry had closed, also in other entries (5.2).
    mutating func loosenMatches(of entry: Entry) {
        for match in matches(of: entry) { loosen(match) }
    }

    private mutating func loosen(_ match: Match) {
        for key in match.writeOffs { entryStore.remove(key) }
        for part in match.lines where !match.writeOffs.contains(part.key) {
            change(part.key, line: part.lineID) { line in
                line.openValue += part.value
                line.openBaseValue += part.baseValue
                line.matchStatus = .available
                line.matchNumbers.removeAll { $0 == match.number }
            }
        }
        matchStore.remove(match)
    }
}
