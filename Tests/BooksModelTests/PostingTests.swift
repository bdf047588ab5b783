import BooksModel
import DomainModel
import Testing

@Suite("Posting")
struct PostingTests {
    static func day(_ text: String) -> CalendarDate? { CalendarDate(text.utf8) }

    @Test("a memo makes the customer's line available, with the due date of the customer")
    func memo() throws {
        var books = Shop.books
        let key = books.post(Shop.memo())
        let entry = try #require(books.entry(key))
        #expect(entry.key == EntryKey(daybook: "MEMO", number: "202600001"))
        #expect(entry.status == .provisional)
        #expect(entry.period == BookPeriod(year: 2026, number: 11))
        #expect(entry.origin == .import)
        #expect(entry.userCode == "API")
        #expect(entry.inputInstant == Shop.moment)
        #expect(entry.lines.map(\.id) == [1, 2])
        #expect(entry.lines.map(\.matchStatus) == [.notMatchable, .available])
        #expect(entry.lines.map(\.openValue) == [0, -11_900])
        #expect(entry.lines.map(\.openBaseValue) == [0, -11_900])
        #expect(entry.lines.map(\.dueDate) == [nil, Self.day("20261204")])
        #expect(entry.lines.map(\.matchLevel) == [nil, 2])
        #expect(entry.lines[1].invoiceNumber == "W17")
    }

    @Test("a sale opens its total line, which takes the invoice number and the due date")
    func sale() throws {
        var books = Shop.books
        var request = Shop.sale(destiny: "final")
        request.dueDate = "20261231"
        let key = books.post(request, origin: .invoice)
        let entry = try #require(books.entry(key))
        #expect(entry.status == .final)
        #expect(entry.origin == .invoice)
        #expect(entry.lines.map(\.kind) == [.total, .detail, .vat])
        #expect(entry.lines.map(\.openValue) == [121, 0, 0])
        #expect(entry.lines[0].invoiceNumber == "W17")
        #expect(entry.lines[0].dueDate == Self.day("20261231"))
    }

    @Test("the same request twice books twice")
    func twice() {
        var books = Shop.books
        let keys = [books.post(Shop.memo()), books.post(Shop.memo())]
        #expect(keys.map(\.number) == ["202600001", "202600002"])
        #expect(books.entries.count == 2)
        #expect(books.customerLines(of: "D1").map(\.entry.key) == keys)
    }

    @Test("numbers count per daybook and book year")
    func numbers() {
        var books = Shop.books
        _ = books.apply(.closePeriods(through: nil), at: Shop.moment)
        var old = Shop.memo()
        old.date = "20250102"
        #expect(books.post(Shop.memo()).number == "202600001")
        #expect(books.post(Shop.sale()).number == "202600001")
        #expect(books.post(old).number == "202500001")
        #expect(books.post(Shop.memo()).number == "202600002")
    }

    @Test("a number that exists changes the provisional entry, which keeps its place")
    func update() throws {
        var books = Shop.books
        let first = books.post(Shop.memo())
        let second = books.post(Shop.memo())
        var request = Shop.memo("5.00", customer: "D2")
        request.number = first.number
        let later = Instant(milliseconds: Shop.moment.milliseconds + 1000)
        #expect(books.post(request, origin: .manual, at: later) == first)
        #expect(books.entries.map(\.key) == [first, second])
        let entry = try #require(books.entry(first))
        #expect(entry.origin == .import)
        #expect(entry.inputInstant == Shop.moment)
        #expect(entry.modifiedInstant == later)
        #expect(books.customerLines(of: "D2").map(\.line.openValue) == [-500])
        #expect(books.customerLines(of: "D1").map(\.entry.key) == [second])
    }

    @Test("a number that exists is refused for a final entry")
    func updateFinal() {
        var books = Shop.books
        var request = Shop.memo(destiny: "final")
        request.number = books.post(request).number
        #expect(
            books.apply(.post(request, origin: .import, user: ""), at: Shop.moment)
                == .refused([Refusal(.header(.number), .statusMustBeProvisional)]))
    }

    @Test("a number that does not exist makes a new entry with a number of its own")
    func unknownNumber() {
        var books = Shop.books
        var request = Shop.memo()
        request.number = "202600099"
        #expect(books.post(request).number == "202600001")
    }

    @Test(
        "a warning passes only when it is asked",
        arguments: [(nil, nil, false), (true, nil, false), (false, nil, true), (nil, false, true)]
            as [(Bool?, Bool?, Bool)])
    func warning(whole: Bool?, date: Bool?, passes: Bool) {
        var books = Shop.books
        var request = Shop.memo()
        request.period = "2026/10"
        request.raisesWarning = whole
        request.dateRaisesWarning = date
        let key = books.post(request)
        #expect(!key.number.isEmpty == passes)
        #expect(books.entries.count == (passes ? 1 : 0))
        if passes { #expect(books.entry(key)?.period.text == "2026/10") }
    }

    @Test("periods 0 and 55 take any day of their year", arguments: ["2026/00", "2026/55"])
    func specialPeriod(period: String) {
        var books = Shop.books
        var request = Shop.memo()
        request.period = period
        let key = books.post(request)
        #expect(books.entry(key)?.period.text == period)
    }

    @Test("another currency gets base values from the rate, rounded half away from zero")
    func otherCurrency() throws {
        var books = Shop.books
        var request = Shop.memo("0.50")
        request.currency = "USD"
        let first = books.post(request)
        #expect(books.entry(first)?.lines.map(\.baseValue) == [45, 45])
        #expect(books.line(first, 2)?.openBaseValue == -45)
        for index in request.lines.indices { request.lines[index].rate = "0.5" }
        request.lines[0].value = "0.01"
        request.lines[1].value = "0.01"
        let second = books.post(request)
        #expect(books.entry(second)?.lines.map(\.baseValue) == [1, 1])
    }

    @Test("a line of nothing on the account of a customer has nothing to match")
    func zero() {
        var books = Shop.books
        let key = books.post(Shop.memo("0.00"))
        #expect(books.line(key, 2)?.matchStatus == .notMatchable)
    }

    @Test("texts of 40 characters and codes of 16 are taken")
    func longest() {
        var books = Shop.books
        let account = Account(
            code: String(repeating: "1", count: 16), name: "", shortName: "", kind: .balance)
        _ = books.apply(.saveAccount(account), at: Shop.moment)
        var request = Shop.memo()
        request.lines[0].dim1 = account.code
        request.lines[1].invoiceNumber = String(repeating: "9", count: 40)
        request.lines[1].description = String(repeating: "é", count: 40)
        let key = books.post(request)
        #expect(books.line(key, 2)?.description.count == 40)
    }

    @Test("a request made from an entry posts the same entry again")
    func editing() throws {
        var books = Shop.books
        let keys = [books.post(Shop.memo()), books.post(Shop.sale())]
        for key in keys {
            let before = try #require(books.entry(key))
            #expect(books.post(EntryRequest(editing: before, office: "NLA001")) == key)
            var after = try #require(books.entry(key))
            after.lines[0].dueDate = before.lines[0].dueDate
            #expect(after == before)
        }
    }
}
