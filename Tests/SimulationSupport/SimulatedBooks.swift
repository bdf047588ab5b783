import BooksModel
import DomainModel
import RunnerCore

/// The books behind the runner's port, without wires: the model answers at once, or not at all.
struct SimulatedBooks: BooksService {
    let world: SimulatedWorld

    func now() async throws -> Instant {
        try world.call("books.now") { world in
            try world.reach(.twinfield)
            return world.now
        }
    }

    func openItems(from firstYear: Int, to lastYear: Int) async throws -> OpenItemTable {
        try world.call("books.openItems") { world in
            try world.readList(.twinfield)
            var table = OpenItemTable()
            for booked in world.books.customerLines
            where (firstYear...lastYear).contains(booked.entry.period.year) {
                table.append(booked, office: world.books.office.code)
            }
            return table
        }
    }

    func customers() async throws -> CustomerTable {
        try world.call("books.customers") { world in
            try world.readList(.twinfield)
            var table = CustomerTable()
            for customer in world.books.customers where !customer.isTemplate {
                table.add(.init(code: customer.code, name: customer.name))
            }
            return table
        }
    }

    func journalLines(
        _ journal: String, from: Instant, to: Instant
    ) async throws -> [JournalLine] {
        try world.call("books.journalLines") { world in
            guard world.trustsCutLists else {
                try world.readList(.twinfield)
                return world.journalLines(journal, from: from, to: to)
            }
            try world.reach(.twinfield)
            let lines = world.journalLines(journal, from: from, to: to)
            let isCut = world.random.chance(world.faults.incomplete)
            return isCut ? Array(lines.prefix(lines.count / 2)) : lines
        }
    }

    func customerLines(
        _ journal: String, from firstYear: Int, to lastYear: Int
    ) async throws -> [CustomerLine] {
        try world.call("books.customerLines") { world in
            try world.readList(.twinfield)
            return world.customerLines(journal, firstYear...lastYear)
        }
    }

    func deletedEntries(
        _ journal: String, since: Instant
    ) async throws -> [RunnerCore.EntryKey]? {
        try world.call("books.deletedEntries") { world in
            try world.readList(.twinfield)
            guard world.faults.showsDeleted else { return nil }
            return world.books.deletedEntries
                .filter { $0.key.daybook == journal && $0.deletionInstant >= since }
                .map { RunnerCore.EntryKey($0.key) }
        }
    }

    func entry(_ key: RunnerCore.EntryKey) async throws -> BookedEntry? {
        try world.call("books.entry \(key.text)") { world in
            try world.reach(.twinfield)
            if key.daybook == "VRK", key.number == world.faults.unreadableSale {
                throw PortFault(.twinfield, kind: "malformed", "the answer makes no sense")
            }
            return world.bookedEntry(key)
        }
    }

    func post(_ memo: Memo, reference: String) async throws -> PostResult {
        try world.call("books.post \(reference)") { world in
            try world.reach(.twinfield)
            let change = BooksChange.post(
                EntryRequest(memo), origin: .import, user: WorldState.user)
            switch world.write(change) {
            case .saved(let entry): return .booked(RunnerCore.EntryKey(entry.key))
            case .refused(let refusals): return .refused(refusals.map { "\($0.message)" })
            case nil: return .unknown("no answer")
            default: return .unknown("an answer that makes no sense")
            }
        }
    }

    func match(_ order: MatchOrder) async throws -> MatchResult {
        try world.call("books.match \(order.memo.text)") { world in
            try world.reach(.twinfield)
            let lines = [order.memo, order.sale].map {
                MatchRequest.Line(
                    daybook: $0.entry.daybook, number: $0.entry.number, line: $0.line)
            }
            let request = MatchRequest(
                office: world.books.office.code, date: order.date.digits, lines: lines)
            switch world.write(.match(request)) {
            case .matched(let outcome):
                return .matched(number: String(outcome.number ?? 0))
            case .some(let outcome): return .refused(outcome.refusals.map { "\($0.message)" })
            case nil: return .unknown("no answer")
            }
        }
    }
}

extension WorldState {
    /// Executes a write as the faults will have it; nil when there is no answer.
    mutating func write(_ change: BooksChange) -> BooksOutcome? {
        let treatment = treatment()
        if case .normal = treatment { return execute(change, call: calls) }
        log.note("\(treatment)")
        switch treatment {
        case .normal, .lost: return nil
        case .answerLost:
            _ = execute(change, call: calls)
            return nil
        case .late:
            let milliseconds = Int64(random.between(1, faults.latest * 60)) * 1000
            late.append(
                LateWrite(
                    at: Instant(milliseconds: now.milliseconds + milliseconds), change: change))
            return nil
        case .refused: return .refused([Refusal(.transaction, .valueMissing)])
        }
    }

    func journalLines(_ journal: String, from: Instant, to: Instant) -> [JournalLine] {
        books.entries(inputFrom: from, through: to).filter { $0.key.daybook == journal }
            .flatMap { entry in
                entry.lines.map { line in
                    JournalLine(
                        entry: RunnerCore.EntryKey(entry.key), account: line.dim1,
                        customer: line.dim2, description: line.description,
                        invoiceNumber: line.invoiceNumber, value: line.signedValue,
                        isFinal: !entry.isProvisional)
                }
            }
    }

    func customerLines(_ journal: String, _ years: ClosedRange<Int>) -> [CustomerLine] {
        books.customerLines.filter {
            $0.entry.key.daybook == journal && years.contains($0.entry.period.year)
        }.map { booked in
            CustomerLine(
                entry: RunnerCore.EntryKey(booked.entry.key), customer: booked.line.dim2,
                open: booked.line.openValue, matchStatus: booked.line.matchStatus.asRead,
                matchNumbers: booked.line.matchNumbers.map { String($0) })
        }
    }

    func bookedEntry(_ key: RunnerCore.EntryKey) -> BookedEntry? {
        guard
            let entry = books.entry(
                BooksModel.EntryKey(daybook: key.daybook, number: key.number))
        else { return nil }
        let lines = entry.lines.map { line in
            BookedEntry.Line(
                id: String(line.id), account: line.dim1, customer: line.dim2,
                value: line.signedValue,
                open: line.isMatchable ? line.openValue : nil,
                matchStatus: line.matchStatus.asRead, description: line.description,
                matchedWith: partners(of: line, in: entry))
        }
        return BookedEntry(key: key, isFinal: !entry.isProvisional, lines: lines)
    }

    private func partners(of line: EntryLine, in entry: Entry) -> [SaleKey] {
        line.matchNumbers.flatMap { number in
            (books.match(customer: line.dim2, number: number)?.lines ?? [])
                .filter { $0.key != entry.key || $0.lineID != line.id }
                .map {
                    SaleKey(
                        daybook: $0.key.daybook, number: $0.key.number, line: String($0.lineID))
                }
        }
    }
}

extension RunnerCore.EntryKey {
    init(_ key: BooksModel.EntryKey) { self.init(daybook: key.daybook, number: key.number) }
}

extension CalendarDate {
    /// The day as `yyyymmdd`.
    var digits: String { isoText.filter { $0 != "-" } }
}
