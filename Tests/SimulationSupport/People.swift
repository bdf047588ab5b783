import BooksModel
import DomainModel
import PaymentsModel
import SimulationAudit

/// What a person may do in the books.
enum PersonalAct: CaseIterable {
    case bookWithID
    case bookWithoutID
    case deleteOurs
    case deleteTheirs
    case changeOurs
    case moveOurs
    case putRight
    case paySale
    case paySaleInPart
    case undoMatch
    case finalise
    case closePeriods
    case openPeriods
}

extension WorldState {
    private static let person = "BOEKHOUDER"

    /// Somebody does something in the books; the auditor's witness sees it.
    mutating func people(act chosen: PersonalAct?) {
        let act = chosen ?? random.pick(PersonalAct.allCases)
        log.note("person: \(act)")
        switch act {
        case .bookWithID: bookByHand(namesID: true)
        case .bookWithoutID: bookByHand(namesID: false)
        case .deleteOurs, .deleteTheirs:
            let user = act == .deleteOurs ? Self.user : Self.person
            guard let entry = one(of: user, where: { $0.isProvisional }) else { return }
            touchMatched(with: entry)
            people.deletedAny = true
            _ = books.apply(
                .delete(entry.key, reason: "dubbel", user: Self.person), at: now)
        case .changeOurs: changeOurs()
        case .moveOurs:
            guard let entry = oneOfOurs({ $0.isProvisional }) else { return }
            touchMatched(with: entry)
            var request = EntryRequest(editing: entry, office: books.office.code)
            for index in request.lines.indices where request.lines[index].debitCredit == "debit" {
                request.lines[index].dim1 = "1100"
            }
            _ = books.apply(.post(request, origin: .manual, user: entry.userCode), at: now)
        case .putRight: putRight()
        case .paySale: paySale(whole: true)
        case .paySaleInPart: paySale(whole: false)
        case .undoMatch: undoMatch()
        case .finalise:
            guard let entry = oneOfOurs({ $0.isProvisional }) else { return }
            _ = books.apply(.finalise(entry.key), at: now)
        case .closePeriods:
            let (year, month, _) = TimeZoneRules.utc.date(of: now).parts
            let last = random.chance(300) ? month : month - 1
            _ = books.apply(
                .closePeriods(through: BookPeriod(year: year, number: last)), at: now)
        case .openPeriods: _ = books.apply(.closePeriods(through: nil), at: now)
        }
    }

    private mutating func oneOfOurs(_ fits: (Entry) -> Bool) -> Entry? {
        one(of: Self.user, where: fits)
    }

    private mutating func one(of user: String, where fits: (Entry) -> Bool) -> Entry? {
        let ours = books.entries.filter { $0.userCode == user && fits($0) }
        return ours.isEmpty ? nil : random.pick(ours)
    }

    private mutating func touch(_ key: EntryKey) {
        people.touch(EntryName(key.daybook, key.number), call: calls)
    }

    /// A change of an entry loosens its matches, so the other entries change too.
    private mutating func touchMatched(with entry: Entry) {
        touch(entry.key)
        for line in entry.lines {
            for number in line.matchNumbers {
                for other in books.match(customer: line.dim2, number: number)?.lines ?? [] {
                    touch(other.key)
                }
            }
        }
    }

    private mutating func bookByHand(namesID: Bool) {
        let paid = account.payments.filter { $0.status == .success && $0.type == .sale }
        guard !paid.isEmpty else { return }
        let payment = random.pick(paid)
        let number = payment.merchantOrderReference ?? ""
        let sales = openSales.filter { $0.line.invoiceNumber == number }
        let customer = sales.first?.line.dim2 ?? "D1001"
        let account = random.chance(700) ? "2101" : "1100"
        let outcome = books.apply(
            .post(
                EntryRequest(
                    byHand: namesID ? payment.reference + " betaling" : "Betaling " + number,
                    number: number, payment.amount, account: account, customer: customer,
                    date: TimeZoneRules.utc.date(of: now), isFinal: random.chance(500)),
                origin: .manual, user: Self.person), at: now)
        guard case .saved(let entry) = outcome else { return }
        people.bookedByHand[payment.reference, default: 0] += 1
        touch(entry.key)
        guard let sale = sales.first, random.chance(700) else { return }
        match(entry.key, "2", sale, value: nil)
    }

    private mutating func changeOurs() {
        guard let entry = oneOfOurs({ $0.isProvisional }) else { return }
        touchMatched(with: entry)
        if random.chance(500) {
            _ = books.apply(
                .editLine(entry.key, line: 1, LineEdit(description: "aangepast")), at: now)
            return
        }
        var request = EntryRequest(editing: entry, office: books.office.code)
        for index in request.lines.indices {
            request.lines[index].value = "1.00"
            request.lines[index].baseValue = nil
        }
        _ = books.apply(.post(request, origin: .manual, user: entry.userCode), at: now)
    }

    /// Somebody sees what went wrong with an entry of ours, and mends it.
    private mutating func putRight() {
        let touched = people.touched
        let hurt = oneOfOurs { touched.contains(EntryName($0.key.daybook, $0.key.number)) }
        guard let hurt, let original = originals[hurt.key] else { return }
        if hurt.isProvisional, hurt.lines.map(\.asPosted) != original.lines.map(\.asPosted) {
            touchMatched(with: hurt)
            var request = EntryRequest(editing: original, office: books.office.code)
            request.destiny = hurt.status.rawValue
            _ = books.apply(.post(request, origin: .manual, user: hurt.userCode), at: now)
        }
        guard let line = books.entry(hurt.key)?.lines.first(where: { !$0.isDebit }),
            let sale = openSales.first(where: {
                $0.line.dim2 == line.dim2 && $0.line.invoiceNumber == line.invoiceNumber
                    && $0.line.openValue == line.value
            }), line.openValue == -line.value
        else { return }
        touch(hurt.key)
        match(hurt.key, String(line.id), sale, value: nil)
    }

    private var openSales: [BookedLine] {
        books.customerLines.filter {
            $0.entry.key.daybook == "VRK" && $0.line.matchStatus == .available
        }
    }

    /// Somebody books a transfer from the bank and matches it with a sale.
    private mutating func paySale(whole: Bool) {
        let sales = openSales
        guard !sales.isEmpty else { return }
        let sale = random.pick(sales)
        let amount = whole ? sale.line.openValue : min(100, sale.line.openValue)
        guard amount > 0 else { return }
        let outcome = books.apply(
            .post(
                EntryRequest(
                    byHand: "Overgeboekt", number: "", amount, account: "1100",
                    customer: sale.line.dim2, date: TimeZoneRules.utc.date(of: now),
                    isFinal: random.chance(500)), origin: .manual, user: Self.person), at: now)
        guard case .saved(let entry) = outcome else { return }
        touch(entry.key)
        match(entry.key, "2", sale, value: whole ? nil : amount)
    }

    private mutating func match(
        _ entry: EntryKey, _ line: String, _ sale: BookedLine, value: Int64?
    ) {
        touch(sale.entry.key)
        let request = MatchRequest(
            office: books.office.code, date: TimeZoneRules.utc.date(of: now).digits,
            lines: [
                MatchRequest.Line(daybook: entry.daybook, number: entry.number, line: line),
                MatchRequest.Line(
                    daybook: sale.entry.key.daybook, number: sale.entry.key.number,
                    line: String(sale.line.id), value: value.map { MinorUnits.text($0) }),
            ])
        _ = books.apply(.match(request), at: now)
    }

    private mutating func undoMatch() {
        guard !books.matches.isEmpty else { return }
        let match = random.pick(books.matches)
        for line in match.lines { touch(line.key) }
        if books.isFinal(match) {
            _ = books.apply(.undoMatch(customer: match.customer, number: match.number), at: now)
        } else if let loose = match.lines.first(where: {
            books.entry($0.key)?.isProvisional ?? false
        }), let entry = books.entry(loose.key) {
            let request = EntryRequest(editing: entry, office: books.office.code)
            _ = books.apply(.post(request, origin: .manual, user: entry.userCode), at: now)
        }
    }
}

extension EntryLine {
    /// What a person compares with the entry as it was.
    fileprivate var asPosted: [String] { [dim1, dim2, "\(signedValue)", description] }
}
