internal import DomainModel

extension EntryChecker {
    /// How many lines an entry may have (API reference, 3.8).
    private static let lineLimit = 1000

    /// The lines of the request, or nil when one of them is refused.
    mutating func checkLines(invoiceNumber: String, dueDate: CalendarDate?) -> [EntryLine]? {
        if request.lines.count < 2 { refuse(.transaction, .tooFewLines) }
        if request.lines.count > Self.lineLimit {
            refuse(.transaction, .tooManyLines)
            return nil
        }
        checkOrder()
        let ids = checkIDs()
        var amounts: [LineAmounts] = []
        var lines: [EntryLine] = []
        for index in request.lines.indices {
            var checker = LineChecker(
                request.lines[index], index: index, in: books, daybook: daybook,
                currency: currency)
            let line = checker.check(id: ids[index])
            let lineAmounts = checker.amounts
            for refusal in checker.refusals { refuse(refusal.place, refusal.message) }
            if let lineAmounts { amounts.append(lineAmounts) }
            if let line { lines.append(line) }
        }
        guard amounts.count == request.lines.count, request.lines.count >= 2 else { return nil }
        if request.autoBalancesVAT ?? false { balanceTax(&amounts) }
        checkBalance(amounts)
        guard lines.count == amounts.count else { return nil }
        for index in lines.indices {
            lines[index].value = amounts[index].value.magnitudeInCents
            lines[index].baseValue = amounts[index].baseValue.magnitudeInCents
            complete(&lines[index], invoiceNumber: invoiceNumber, dueDate: dueDate)
        }
        return lines
    }

    /// Total, detail, vat; exactly one total, but none in a journal.
    private mutating func checkOrder() {
        var rank = 0
        var totals = 0
        for (index, line) in request.lines.enumerated() {
            guard let kind = line.kind.flatMap(EntryLine.Kind.init(rawValue:)) else { continue }
            if kind.rank < rank { refuse(.line(index: index, field: .type), .lineOrder) }
            rank = max(rank, kind.rank)
            guard kind == .total, let daybook else { continue }
            totals += 1
            if !daybook.hasTotalLine {
                refuse(.line(index: index, field: .type), .totalLineNotAllowed)
            } else if totals > 1 {
                refuse(.line(index: index, field: .type), .totalLineRequired)
            }
        }
        if let daybook, daybook.hasTotalLine, totals == 0 {
            refuse(.transaction, .totalLineRequired)
        }
    }

    /// The ids of the lines: those of the request, and the lowest free ones for the others.
    private mutating func checkIDs() -> [Int] {
        var taken: Set<Int> = []
        var given: [Int?] = []
        for (index, line) in request.lines.enumerated() {
            guard let text = RequestText.present(line.id) else {
                given.append(nil)
                continue
            }
            let id = Int(text).flatMap { (1...999_999).contains($0) ? $0 : nil }
            given.append(id)
            guard let id else {
                refuse(.line(index: index, field: .id), .valueInvalid(text))
                continue
            }
            if !taken.insert(id).inserted {
                refuse(.line(index: index, field: .id), .duplicateLineID(id))
            }
        }
        var next = 1
        return given.map { id in
            if let id { return id }
            while taken.contains(next) { next += 1 }
            taken.insert(next)
            return next
        }
    }

    /// Rounds a difference of at most 0.02 away in the last line of tax (3.3).
    private func balanceTax(_ amounts: inout [LineAmounts]) {
        let difference = amounts.reduce(0) { $0 + $1.value }
        let last = request.lines.indices.last { request.lines[$0].kind == "vat" }
        guard let last, let currency, difference != 0, (-2...2).contains(difference) else { return }
        let value = amounts[last].value - difference
        guard (value < 0) == (amounts[last].value < 0), value != 0,
            let base = RequestText.converted(value, rate: currency.rate)
        else { return }
        amounts[last] = LineAmounts(value: value, baseValue: base, reportingValue: base)
    }

    /// Debit equals credit, in all three currencies (3.5).
    private mutating func checkBalance(_ amounts: [LineAmounts]) {
        let value = amounts.reduce(0) { $0 + $1.value }
        let base = amounts.reduce(0) { $0 + $1.baseValue }
        let reporting = amounts.reduce(0) { $0 + $1.reportingValue }
        if value != 0 {
            refuse(
                .transaction,
                .unbalanced(missing: value.magnitudeInCents, onDebit: value < 0))
        }
        if base != 0 {
            refuse(
                .transaction,
                .unbalancedInBase(missing: base.magnitudeInCents, onDebit: base < 0))
        }
        if reporting != 0 {
            refuse(
                .transaction,
                .unbalancedInReporting(
                    missing: reporting.magnitudeInCents, onDebit: reporting < 0))
        }
    }

    /// Fills in what the service computes: what is open, when it is due, the invoice number.
    private func complete(
        _ line: inout EntryLine, invoiceNumber: String, dueDate: CalendarDate?
    ) {
        if line.kind == .total { line.invoiceNumber = invoiceNumber }
        guard !line.dim2.isEmpty, line.value > 0, let customer = books.customer(line.dim2),
            books.account(line.dim1)?.isMatchable == true
        else { return }
        line.matchStatus = .available
        line.openValue = line.signedValue
        line.openBaseValue = line.signedBaseValue
        let isGiven = RequestText.present(request.dueDate) != nil
        line.dueDate =
            isGiven ? dueDate : dueDate?.adding(days: Int32(clamping: customer.paymentTermDays))
    }
}

extension EntryLine.Kind {
    /// Its place in the order of an entry.
    fileprivate var rank: Int {
        switch self {
        case .total: 0
        case .detail: 1
        case .vat: 2
        }
    }
}

extension Int64 {
    /// The amount without its sign; amounts are far below the limits of 64 bits.
    var magnitudeInCents: Int64 { self < 0 ? -self : self }
}
