internal import DomainModel

/// Checks a match set as Twinfield does: all of it, or nothing (API reference, 5).
struct MatchChecker {
    /// What is to be written off of a line.
    struct WriteOff {
        let account: String
        let value: Int64
        let baseValue: Int64
    }

    let books: Books
    let request: MatchRequest
    private(set) var outcome: MatchOutcome
    /// What is to be written off, per line of the request.
    private(set) var writeOffs: [WriteOff?] = []
    /// The daybook of write-offs; nil when nothing is written off.
    private(set) var writeOffDaybook: String?
    private var seen: Set<LineKey> = []
    private var currency: CurrencyCode?

    /// Suspense accounts, suppliers and projects: they exist, but nothing here can be matched so.
    private static let otherCodes: Set<String> = ["070", "270", "370"]

    /// Identifies a line of the books.
    private struct LineKey: Hashable {
        let key: EntryKey
        let id: Int
    }

    init(_ request: MatchRequest, in books: Books) {
        self.books = books
        self.request = request
        outcome = MatchOutcome(
            number: nil, customer: nil, date: nil, residual: nil, lines: [], refusals: [])
    }

    /// Whether the set can be matched; `outcome` says the rest.
    mutating func check(today: CalendarDate) -> Bool {
        checkHeader(today: today)
        for index in request.lines.indices {
            var line = MatchOutcome.Line(refusals: [])
            writeOffs.append(nil)
            checkLine(index, &line)
            outcome.lines.append(line)
        }
        if request.lines.isEmpty { refuse(.transaction, .valueMissing) }
        checkWriteOffs()
        checkResidual()
        return outcome.refusals.isEmpty && outcome.lines.allSatisfy(\.refusals.isEmpty)
    }

    private mutating func refuse(_ place: Refusal.Place, _ message: BooksMessage) {
        outcome.refusals.append(Refusal(place, message))
    }

    private mutating func checkHeader(today: CalendarDate) {
        if let office = RequestText.present(request.office), office != books.office.code {
            refuse(.header(.office), .officeUnknown)
        }
        switch RequestText.present(request.code) {
        case nil: refuse(.header(.matchCode), .valueMissing)
        case "170": break
        case .some(let code):
            if !Self.otherCodes.contains(code) {
                refuse(.header(.matchCode), .valueInvalid(code))
            }
        }
        guard let text = RequestText.present(request.date) else {
            outcome.date = today
            return
        }
        outcome.date = RequestText.date(text)
        if outcome.date == nil { refuse(.header(.matchDate), .dateInvalid(text)) }
    }

    private mutating func checkLine(_ index: Int, _ result: inout MatchOutcome.Line) {
        let asked = request.lines[index]
        func refuse(_ field: LineField?, _ message: BooksMessage) {
            result.refusals.append(Refusal(.line(index: index, field: field), message))
        }
        let parts: [(String?, LineField)] = [
            (asked.daybook, .transactionCode), (asked.number, .transactionNumber),
            (asked.line, .transactionLine),
        ]
        for (text, field) in parts where RequestText.present(text) == nil {
            refuse(field, .valueMissing)
        }
        guard result.refusals.isEmpty, let daybook = asked.daybook, let number = asked.number,
            let lineText = asked.line
        else { return }
        let key = EntryKey(daybook: daybook, number: number)
        guard let entry = books.entry(key), let line = Int(lineText).flatMap(entry.line(id:)) else {
            return refuse(nil, .lineUnknown)
        }
        result.entry = entry
        result.line = line
        guard line.matchStatus == .available, !Self.otherCodes.contains(request.code ?? "") else {
            return refuse(nil, .lineNotAvailable(key, line: lineText))
        }
        if !seen.insert(LineKey(key: key, id: line.id)).inserted { refuse(nil, .lineTwice) }
        outcome.customer = outcome.customer ?? line.dim2
        currency = currency ?? entry.currency
        if outcome.customer != line.dim2 { refuse(nil, .differentCustomers) }
        if currency != entry.currency { refuse(nil, .differentCurrencies) }
        let value = Self.part(of: line.openValue, asked.value)
        guard let value, let base = Self.base(of: line, for: value) else {
            return refuse(.matchValue, .matchValueInvalid(asked.value ?? ""))
        }
        result.matchValue = value
        result.matchBaseValue = base
        guard asked.writeOffType != nil || RequestText.present(asked.writeOffValue) != nil else {
            return
        }
        switch writeOff(asked, value: value, base: base) {
        case .success(let writeOff): writeOffs[index] = writeOff
        case .failure(let fault): refuse(.writeOff, fault.message)
        }
    }

    /// A signed part of what is open: not zero, of its sign, not more; all when none is named.
    private static func part(of open: Int64, _ text: String?) -> Int64? {
        guard let text = RequestText.present(text) else { return open }
        guard let value = RequestText.signedAmount(text), value != 0,
            (value < 0) == (open < 0), value.magnitude <= open.magnitude
        else { return nil }
        return value
    }

    private static func base(of line: EntryLine, for value: Int64) -> Int64? {
        if value == line.openValue { return line.openBaseValue }
        return RequestText.proportion(of: line.openBaseValue, value, over: line.openValue)
    }
}

extension MatchChecker {
    /// Why nothing can be written off of a line.
    private struct WriteOffFault: Error {
        let message: BooksMessage
    }

    /// What is written off is part of what is matched (a guess: with `matchvalue` too).
    private func writeOff(
        _ asked: MatchRequest.Line, value: Int64, base: Int64
    ) -> Result<WriteOff, WriteOffFault> {
        let account: String
        switch asked.writeOffType {
        case "writeoff": account = books.writeOffAccounts.writeOff
        case "discount": account = books.writeOffAccounts.discount
        case "currency": account = books.writeOffAccounts.currency
        default:
            return .failure(WriteOffFault(message: .valueInvalid(asked.writeOffType ?? "")))
        }
        guard books.account(account) != nil else {
            return .failure(WriteOffFault(message: .writeOffNotConfigured))
        }
        guard RequestText.present(asked.writeOffValue) != nil,
            let part = Self.part(of: value, asked.writeOffValue),
            let basePart = RequestText.proportion(of: base, part, over: value)
        else {
            let text = asked.writeOffValue ?? ""
            return .failure(WriteOffFault(message: .matchValueInvalid(text)))
        }
        return .success(WriteOff(account: account, value: part, baseValue: basePart))
    }

    /// A write-off is an entry on the date of the match, in the automatic daybook.
    private mutating func checkWriteOffs() {
        guard writeOffs.contains(where: { $0 != nil }), let date = outcome.date else { return }
        let period = BookPeriod(of: date)
        if !books.periodExists(period) {
            refuse(.header(.matchDate), .periodUnknown(period.text))
        } else if books.isClosed(period) {
            refuse(.header(.matchDate), .periodClosed(period))
        }
        writeOffDaybook = books.daybooks.first { $0.category == .automatic }?.code
        if writeOffDaybook == nil { refuse(.transaction, .writeOffNotConfigured) }
    }

    /// The sum of what is matched less what is written off must be zero, in both currencies.
    ///
    /// It is also told of a set in which a line does not exist, but of none with a line that is
    /// not available (recorded so).
    private mutating func checkResidual() {
        let messages = outcome.lines.flatMap(\.refusals).map(\.message)
        let found = outcome.lines.contains { $0.matchValue != nil }
        let isTold = messages.allSatisfy { $0 == .lineUnknown || $0 == .valueMissing }
        guard found, isTold else { return }
        var residual: Int64 = 0
        var baseResidual: Int64 = 0
        for (line, writeOff) in zip(outcome.lines, writeOffs) {
            let value = (line.matchValue ?? 0) - (writeOff?.value ?? 0)
            let base = (line.matchBaseValue ?? 0) - (writeOff?.baseValue ?? 0)
            let (sum, overflow) = residual.addingReportingOverflow(value)
            let (baseSum, baseOverflow) = baseResidual.addingReportingOverflow(base)
            guard !overflow, !baseOverflow else {
                return refuse(.transaction, .tooManyLines)
            }
            residual = sum
            baseResidual = baseSum
        }
        outcome.residual = residual
        guard messages.isEmpty else { return }
        if residual != 0 {
            refuse(.transaction, .residualNotZero(residual))
        } else if baseResidual != 0 {
            refuse(.transaction, .differentCurrencies)
        }
    }
}
