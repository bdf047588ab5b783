import BooksModel
import DomainModel
import Testing

/// One thing that is wrong with an entry, and what the books say about it.
struct RefusalCase: CustomTestStringConvertible, Sendable {
    let name: String
    var expected: [Refusal]
    let change: @Sendable (inout EntryRequest) -> Void

    init(
        _ name: String, _ place: Refusal.Place, _ message: BooksMessage,
        level: Refusal.Level = .error, change: @escaping @Sendable (inout EntryRequest) -> Void
    ) {
        self.name = name
        expected = [Refusal(place, message, level: level)]
        self.change = change
    }

    var testDescription: String { name }
}

@Suite("A memo is refused")
struct EntryRefusalTests {
    static let header: [RefusalCase] = [
        RefusalCase("no destiny", .transaction, .destinyInvalid) { $0.destiny = nil },
        RefusalCase("other destiny", .transaction, .destinyInvalid) { $0.destiny = "Final" },
        RefusalCase("no office", .header(.office), .valueMissing) { $0.office = nil },
        RefusalCase("other office", .header(.office), .officeUnknown) { $0.office = "NLA002" },
        RefusalCase("no daybook", .header(.code), .valueMissing) { $0.daybook = "" },
        RefusalCase("unknown daybook", .header(.code), .daybookUnknown("memo")) {
            $0.daybook = "memo"
        },
        RefusalCase("long daybook", .header(.code), .tooLong(limit: 16)) {
            $0.daybook = String(repeating: "M", count: 17)
        },
        RefusalCase("automatic daybook", .header(.code), .daybookNotAllowed("AFLETTEREN")) {
            $0.daybook = "AFLETTEREN"
        },
        RefusalCase("no currency", .header(.currency), .valueMissing) { $0.currency = nil },
        RefusalCase("unknown currency", .header(.currency), .currencyUnknown("GBP")) {
            $0.currency = "GBP"
        },
        RefusalCase("no date", .header(.date), .valueMissing) { $0.date = nil },
        RefusalCase("no such day", .header(.date), .dateInvalid("20260230")) {
            $0.date = "20260230"
        },
        RefusalCase("date with dashes", .header(.date), .dateInvalid("2026-11-20")) {
            $0.date = "2026-11-20"
        },
        RefusalCase("no such year", .header(.period), .periodUnknown("2027/01")) {
            $0.date = "20270101"
        },
        RefusalCase("no such period", .header(.period), .periodUnknown("2026/13")) {
            $0.period = "2026/13"
        },
        RefusalCase("period unreadable", .header(.period), .valueInvalid("2026-11")) {
            $0.period = "2026-11"
        },
        RefusalCase(
            "period closed", .header(.period), .periodClosed(BookPeriod(year: 2025, number: 12))
        ) { $0.date = "20251231" },
        RefusalCase(
            "date outside the period", .header(.date),
            .dateOutsidePeriod(
                CalendarDate(daysSinceEpoch: 20_777), BookPeriod(year: 2026, number: 10)),
            level: .warning
        ) { $0.period = "2026/10" },
        RefusalCase("regime", .header(.regime), .valueInvalid("Other")) { $0.regime = "Other" },
        RefusalCase(
            "invoice number in the header", .header(.invoiceNumber), .notAllowed("invoicenumber")
        ) { $0.invoiceNumber = "W17" },
        RefusalCase("due date in the header", .header(.dueDate), .headerDueDateNotAllowed) {
            $0.dueDate = "20261220"
        },
        RefusalCase("free text", .header(.freeText1), .notAllowed("freetext1")) {
            $0.freeText1 = "x"
        },
        RefusalCase("free text 3", .header(.freeText3), .notAllowed("freetext3")) {
            $0.freeText3 = "x"
        },
    ]

    static let lines: [RefusalCase] = [
        line("no type", .type, .valueMissing) { $0.kind = nil },
        line("other type", .type, .valueInvalid("Detail")) { $0.kind = "Detail" },
        line("id is no number", .id, .valueInvalid("0")) { $0.id = "0" },
        line("no account", .dim1, .valueMissing) { $0.dim1 = "" },
        line("unknown account", .dim1, unknown("9999")) { $0.dim1 = "9999" },
        line("long account", .dim1, .tooLong(limit: 16)) {
            $0.dim1 = String(repeating: "1", count: 17)
        },
        line("no customer", .dim1, .relationRequired(account: "1300")) { $0.dim2 = "" },
        line("unknown customer", .dim2, unknown("D9")) { $0.dim2 = "D9" },
        line("lower case", .dim2, unknown("d1")) { $0.dim2 = "d1" },
        line("the template", .dim2, unknown("DEB")) { $0.dim2 = "DEB" },
        line("a deleted customer", .dim2, unknown("D4")) { $0.dim2 = "D4" },
        line("a blocked customer", .dim2, .dimensionBlocked("D3")) { $0.dim2 = "D3" },
        line("long customer", .dim2, .tooLong(limit: 16)) {
            $0.dim2 = String(repeating: "D", count: 17)
        },
        line("customer of another account", .dim2, .dimensionNotAllowed("D5", account: "1300")) {
            $0.dim2 = "D5"
        },
        line("customer on revenue", .dim2, .dimensionNotAllowed("D1", account: "8000")) {
            $0.dim1 = "8000"
        },
        line("a project", .dim3, unknown("P1")) { $0.dim3 = "P1" },
        line("no side", .debitCredit, .valueMissing) { $0.debitCredit = nil },
        line("other side", .debitCredit, .valueInvalid("Credit")) { $0.debitCredit = "Credit" },
        line("no value", .value, .valueMissing) { $0.value = nil },
        line("a sign", .value, .amountInvalid("-119.00")) { $0.value = "-119.00" },
        line("a comma", .value, .amountInvalid("119,00")) { $0.value = "119,00" },
        line("three decimals", .value, .amountInvalid("119.000")) { $0.value = "119.000" },
        line("thousands", .value, .amountInvalid("1,119.00")) { $0.value = "1,119.00" },
        line("too large", .value, .amountInvalid("99999999999999.00")) {
            $0.value = "99999999999999.00"
        },
        line("another base value", .baseValue, .amountInvalid("118.00")) {
            $0.baseValue = "118.00"
        },
        line("a rate on euros", .rate, .valueInvalid("1.1")) { $0.rate = "1.1" },
        line("long description", .description, .tooLong(limit: 40)) {
            $0.description = String(repeating: "x", count: 41)
        },
        line("long description, wide", .description, .tooLong(limit: 40)) {
            $0.description = String(repeating: "x", count: 39) + "😀"
        },
        line("long invoice number", .invoiceNumber, .tooLong(limit: 40)) {
            $0.invoiceNumber = String(repeating: "1", count: 41)
        },
        line("unknown tax", .vatCode, .vatCodeUnknown("21")) { $0.vatCode = "21" },
        line("two characters", .freeCharacter, .tooLong(limit: 1)) { $0.freeCharacter = "ab" },
        line("a date on the line", .currencyDate, .notAllowed("currencydate")) {
            $0.currencyDate = "20261120"
        },
        line("another office", .destinationOffice, .noCurrentAccount(office: "NLA002")) {
            $0.destinationOffice = "NLA002"
        },
    ]

    /// Something wrong with the second line: the customer's.
    static func line(
        _ name: String, _ field: LineField, _ message: BooksMessage,
        change: @escaping @Sendable (inout LineRequest) -> Void
    ) -> RefusalCase {
        RefusalCase(name, .line(index: 1, field: field), message) { change(&$0.lines[1]) }
    }

    static func unknown(_ code: String) -> BooksMessage {
        .dimensionUnknown(code, office: "NLA001")
    }

    @Test("with exactly the reason, and nothing changes", arguments: header + lines)
    func refusal(_ refusalCase: RefusalCase) {
        var books = Shop.books
        var request = Shop.memo()
        refusalCase.change(&request)
        #expect(books.refusals(of: request) == refusalCase.expected)
        let outcome = books.apply(
            .post(request, origin: .import, user: "API"), at: Shop.moment)
        #expect(outcome == .refused(refusalCase.expected))
        #expect(books == Shop.books)
        for refusal in outcome.refusals {
            #expect(!refusal.message.text(in: .dutch).isEmpty)
            #expect(refusal.message.text(in: .dutch) != refusal.message.text(in: .english))
        }
    }

    @Test("with all reasons at once")
    func severalReasons() {
        var books = Shop.books
        var request = Shop.memo()
        request.destiny = nil
        request.currency = ""
        request.lines[0].dim1 = "9999"
        request.lines[1].value = "x"
        let outcome = books.apply(.post(request, origin: .import, user: "API"), at: Shop.moment)
        #expect(
            outcome
                == .refused([
                    Refusal(.transaction, .destinyInvalid),
                    Refusal(.header(.currency), .valueMissing),
                    Refusal(.line(index: 0, field: .dim1), Self.unknown("9999")),
                    Refusal(.line(index: 1, field: .value), .amountInvalid("x")),
                ]))
    }

    @Test("when it does not balance, with the three messages that were recorded")
    func unbalanced() {
        var books = Shop.books
        var request = Shop.memo()
        request.lines[0].value = "118.99"
        let outcome = books.apply(.post(request, origin: .import, user: "API"), at: Shop.moment)
        #expect(
            outcome.refusals.map { $0.message.text(in: .dutch) } == [
                "De boeking is niet in balans. Er ontbreekt 0.01 debet.",
                "De boeking balanceert niet in de basisvaluta. Er ontbreekt 0.01 debet.",
                "De boeking balanceert niet in de rapportagevaluta. Er ontbreekt 0.01 debet.",
            ])
        #expect(outcome.refusals.allSatisfy { $0.place == .transaction })
    }

    @Test("when it does not balance in one currency only")
    func unbalancedInOneCurrency() {
        var books = Shop.books
        var request = Shop.memo()
        request.lines[0].reportingValue = "120.00"
        #expect(
            books.apply(.post(request, origin: .import, user: ""), at: Shop.moment)
                == .refused([
                    Refusal(
                        .transaction, .unbalancedInReporting(missing: 100, onDebit: false))
                ]))
        request = Shop.memo()
        request.currency = "USD"
        request.lines[1].baseValue = "107.00"
        #expect(
            books.apply(.post(request, origin: .import, user: ""), at: Shop.moment).refusals.map(
                \.message) == [
                    .unbalancedInBase(missing: 10, onDebit: false),
                    .unbalancedInReporting(missing: 10, onDebit: false),
                ])
    }

    @Test("with fewer than two lines, or more than a thousand")
    func lineCount() {
        var books = Shop.books
        var request = Shop.memo()
        request.lines = []
        #expect(
            books.apply(.post(request, origin: .import, user: ""), at: Shop.moment)
                == .refused([Refusal(.transaction, .tooFewLines)]))
        let pair = Shop.memo().lines
        request.lines = (0..<500).flatMap { _ in pair }
        #expect(!books.post(request).number.isEmpty)
        request.lines += pair
        #expect(
            books.apply(.post(request, origin: .import, user: ""), at: Shop.moment)
                == .refused([Refusal(.transaction, .tooManyLines)]))
    }
}
