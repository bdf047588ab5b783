public import DomainModel

extension Books {
    /// Does what was asked, or refuses all of it.
    ///
    /// The moment is Twinfield's clock: it becomes the input time of entries. The same changes at
    /// the same moments give the same books.
    public mutating func apply(_ change: BooksChange, at instant: Instant) -> BooksOutcome {
        switch change {
        case .post(let request, let origin, let user):
            post(request, origin: origin, user: user, at: instant)
        case .delete(let key, let reason, let user):
            delete(key, reason: reason, user: user, at: instant)
        case .finalise(let key): finalise(key, at: instant)
        case .match(let request): match(request, at: instant)
        case .undoMatch(let customer, let number): undoMatch(customer: customer, number: number)
        case .editLine(let key, let line, let edit): self.edit(key, line: line, edit, at: instant)
        case .saveCustomer(let customer): save(customer, at: instant)
        case .setCustomerEmail(let customer, let email):
            setEmail(email, ofCustomer: customer, at: instant)
        case .saveAccount(let account): save(account)
        case .saveDaybook(let daybook): save(daybook)
        case .saveCurrency(let currency): save(currency)
        case .saveVATCode(let code): save(code)
        case .closePeriods(let last): closePeriods(through: last)
        case .setYears(let first, let last): setYears(first: first, last: last)
        }
    }

    /// What the books would say against an entry; empty when they would take it.
    ///
    /// Nothing changes. Posting says the same.
    public func refusals(of request: EntryRequest) -> [Refusal] { checked(request).refusals }

    private mutating func post(
        _ request: EntryRequest, origin: Entry.Origin, user: String, at instant: Instant
    ) -> BooksOutcome {
        let (entry, former, refusals) = checked(request)
        guard var entry else { return .refused(refusals) }
        entry.userCode = user
        entry.modifiedInstant = instant
        if let former {
            entry.origin = former.origin
            entry.inputInstant = former.inputInstant
            loosenMatches(of: former)
            entryStore.replace(entry)
        } else {
            entry.origin = origin
            entry.inputInstant = instant
            entry.key.number = entryStore.takeNumber(
                of: NumberSeries(daybook: entry.key.daybook, year: entry.period.year))
            entryStore.append(entry)
        }
        return .saved(entry)
    }

    /// Checks a request; nothing of the books is held on to when it returns.
    private func checked(
        _ request: EntryRequest
    ) -> (entry: Entry?, former: Entry?, refusals: [Refusal]) {
        var checker = EntryChecker(request, in: self)
        let entry = checker.check()
        return (entry, checker.former, checker.refusals)
    }

    private mutating func delete(
        _ key: EntryKey, reason: String, user: String, at instant: Instant
    ) -> BooksOutcome {
        guard let entry = entry(key) else { return Self.unknown(key) }
        var refusals = changeRefusals(entry)
        if reason.isEmpty { refusals.append(Refusal(.transaction, .valueMissing)) }
        guard refusals.isEmpty else { return .refused(refusals) }
        loosenMatches(of: entry)
        entryStore.remove(key)
        let deleted = DeletedEntry(
            key: key, date: entry.date, inputInstant: entry.inputInstant,
            deletionInstant: instant, user: user, reason: reason)
        deletedEntries.append(deleted)
        return .deleted(deleted)
    }

    private mutating func finalise(_ key: EntryKey, at instant: Instant) -> BooksOutcome {
        guard let entry = entry(key) else { return Self.unknown(key) }
        var refusals: [Refusal] = []
        if !entry.isProvisional {
            refusals.append(Refusal(.transaction, .statusMustBeProvisional))
        }
        if isClosed(entry.period) {
            refusals.append(Refusal(.header(.period), .periodClosed(entry.period)))
        }
        guard refusals.isEmpty else { return .refused(refusals) }
        entryStore.update(key) {
            $0.status = .final
            $0.modifiedInstant = instant
        }
        return saved(key)
    }

    private mutating func edit(
        _ key: EntryKey, line id: Int, _ edit: LineEdit, at instant: Instant
    ) -> BooksOutcome {
        guard let entry = entry(key) else { return Self.unknown(key) }
        guard let index = entry.lines.firstIndex(where: { $0.id == id }) else {
            return .refused([Refusal(.transaction, .lineUnknown)])
        }
        var refusals = changeRefusals(entry)
        let texts: [(String?, LineField)] = [
            (edit.description, .description), (edit.invoiceNumber, .invoiceNumber),
        ]
        for (text, field) in texts where (text ?? "").utf16.count > RequestText.textLimit {
            refusals.append(
                Refusal(
                    .line(index: index, field: field), .tooLong(limit: RequestText.textLimit)))
        }
        guard refusals.isEmpty else { return .refused(refusals) }
        loosenMatches(of: entry)
        entryStore.update(key) {
            if let text = edit.description { $0.lines[index].description = text }
            if let text = edit.invoiceNumber { $0.lines[index].invoiceNumber = text }
            if let text = edit.comment { $0.lines[index].comment = text }
            $0.modifiedInstant = instant
        }
        return saved(key)
    }

    /// Why an entry cannot be changed or deleted (API reference, 6).
    private func changeRefusals(_ entry: Entry) -> [Refusal] {
        var refusals: [Refusal] = []
        if !entry.isProvisional {
            refusals.append(Refusal(.transaction, .statusMustBeProvisional))
        }
        if isClosed(entry.period) {
            refusals.append(Refusal(.header(.period), .periodClosed(entry.period)))
        }
        if !canLoosen(entry) { refusals.append(Refusal(.transaction, .matchCannotBeUndone)) }
        return refusals
    }

    private func saved(_ key: EntryKey) -> BooksOutcome {
        entry(key).map { .saved($0) } ?? Self.unknown(key)
    }

    private static func unknown(_ key: EntryKey) -> BooksOutcome {
        .refused([Refusal(.header(.number), .entryUnknown(key))])
    }
}
