import BooksModel
import DomainModel
import Testing

@Suite("Matching")
struct MatchingTests {
    /// Books with a sale and a payment of one customer.
    static func paid(
        _ payment: String = "1.21", destiny: String = "temporary"
    ) -> (books: Books, sale: EntryKey, memo: EntryKey) {
        var books = Shop.books
        let sale = books.post(Shop.sale(destiny: destiny))
        let memo = books.post(Shop.memo(payment, destiny: destiny))
        return (books, sale, memo)
    }

    @Test("a whole payment closes both lines, and tells what was open before")
    func whole() throws {
        var (books, sale, memo) = Self.paid()
        let outcome = books.match(Shop.line(memo, 2), Shop.line(sale, 1))
        guard case .matched(let match) = outcome else {
            Issue.record("not matched: \(outcome)")
            return
        }
        #expect(match.number == 1)
        #expect(match.customer == "D1")
        #expect(match.residual == 0)
        #expect(match.lines.map { $0.line?.openValue } == [-121, 121])
        #expect(match.lines.map(\.matchValue) == [-121, 121])
        for line in [books.line(sale, 1), books.line(memo, 2)] {
            #expect(line?.openValue == 0)
            #expect(line?.openBaseValue == 0)
            #expect(line?.matchStatus == .matched)
            #expect(line?.matchNumbers == [1])
        }
        let kept = try #require(books.match(customer: "D1", number: 1))
        #expect(kept.date == CalendarDate("20261121".utf8))
        #expect(kept.lines.map(\.key) == [memo, sale])
    }

    @Test("a part leaves the sale available, with the number of the match")
    func part() {
        var (books, sale, memo) = Self.paid("1.00")
        #expect(!books.match(Shop.line(memo, 2), Shop.line(sale, 1, value: "1.00")).isRefused)
        #expect(books.line(sale, 1)?.openValue == 21)
        #expect(books.line(sale, 1)?.matchStatus == .available)
        let rest = books.post(Shop.memo("0.21"))
        #expect(!books.match(Shop.line(rest, 2), Shop.line(sale, 1)).isRefused)
        #expect(books.line(sale, 1)?.matchNumbers == [1, 2])
        #expect(books.line(sale, 1)?.matchStatus == .matched)
    }

    @Test("one payment may pay several sales, of which one partly")
    func several() {
        var (books, sale, memo) = Self.paid("2.00")
        let other = books.post(Shop.sale(invoice: "W18"))
        let outcome = books.match(
            Shop.line(sale, 1), Shop.line(other, 1, value: "0.79"), Shop.line(memo, 2))
        #expect(!outcome.isRefused)
        #expect(books.line(other, 1)?.openValue == 42)
    }

    @Test("numbers count per customer, and are not used again")
    func numbers() {
        var (books, sale, memo) = Self.paid(destiny: "final")
        let sale2 = books.post(Shop.sale(customer: "D2"))
        let memo2 = books.post(Shop.memo("1.21", customer: "D2"))
        _ = books.match(Shop.line(sale, 1), Shop.line(memo, 2))
        _ = books.match(Shop.line(sale2, 1), Shop.line(memo2, 2))
        #expect(books.matches.map(\.number) == [1, 1])
        #expect(!books.apply(.undoMatch(customer: "D1", number: 1), at: Shop.moment).isRefused)
        _ = books.match(Shop.line(sale, 1), Shop.line(memo, 2))
        #expect(books.matches(of: "D1").map(\.number) == [2])
    }

    @Test(
        "a write-off closes the difference with an entry in the automatic daybook",
        arguments: ["writeoff", "discount"])
    func writeOff(type: String) throws {
        var (books, sale, memo) = Self.paid("1.00")
        let outcome = books.match(
            Shop.line(sale, 1, writeOff: (type, "0.21")), Shop.line(memo, 2))
        guard case .matched(let match) = outcome else {
            Issue.record("not matched: \(outcome)")
            return
        }
        #expect(match.lines.map(\.matchValue) == [121, -100])
        #expect(match.residual == 0)
        let key = EntryKey(daybook: "AFLETTEREN", number: "1")
        let entry = try #require(books.entry(key))
        #expect(entry.origin == .automatic)
        #expect(entry.status == .final)
        #expect(entry.lines.map(\.dim1) == ["1300", "9990"])
        #expect(entry.lines.map(\.signedValue) == [-21, 21])
        #expect(entry.lines[0].matchNumbers == [1])
        #expect(entry.lines[0].invoiceNumber == "W17")
        #expect(books.line(sale, 1)?.openValue == 0)
        let kept = try #require(books.match(customer: "D1", number: 1))
        #expect(kept.lines.map(\.value).reduce(0, +) == 0)
        #expect(kept.writeOffs == [key])
    }

    @Test("too much paid is written off of the payment")
    func overpaid() {
        var (books, sale, memo) = Self.paid("1.22")
        let outcome = books.match(
            Shop.line(memo, 2, writeOff: ("writeoff", "-0.01")), Shop.line(sale, 1))
        #expect(!outcome.isRefused)
        #expect(
            books.entry(EntryKey(daybook: "AFLETTEREN", number: "1"))?.lines.map(\.signedValue)
                == [1, -1])
    }

    @Test("the lines of one currency must leave nothing in the base currency")
    func rates() {
        var books = Shop.books
        var sale = Shop.sale()
        sale.currency = "USD"
        for index in sale.lines.indices { sale.lines[index].rate = "1" }
        var memo = Shop.memo("1.21")
        memo.currency = "USD"
        let keys = [books.post(sale), books.post(memo)]
        let outcome = books.match(Shop.line(keys[0], 1), Shop.line(keys[1], 2))
        #expect(outcome.refusals == [Refusal(.transaction, .differentCurrencies)])
        let euros = books.post(Shop.memo("1.21"))
        #expect(
            books.match(Shop.line(keys[0], 1), Shop.line(euros, 2)).refusals
                == [Refusal(.line(index: 1, field: nil), .differentCurrencies)])
    }
}

@Suite("A match set is refused")
struct MatchRefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let refusal: Refusal
        let change: @Sendable (inout MatchRequest) -> Void

        init(
            _ name: String, _ place: Refusal.Place, _ message: BooksMessage,
            change: @escaping @Sendable (inout MatchRequest) -> Void
        ) {
            self.name = name
            refusal = Refusal(place, message)
            self.change = change
        }

        var testDescription: String { name }
    }

    static let vrk = EntryKey(daybook: "VRK", number: "202600001")
    static let memo = EntryKey(daybook: "MEMO", number: "202600001")

    static let cases: [Case] = [
        Case("other office", .header(.office), .officeUnknown) { $0.office = "X" },
        Case("no code", .header(.matchCode), .valueMissing) { $0.code = nil },
        Case("other code", .header(.matchCode), .valueInvalid("171")) { $0.code = "171" },
        Case("no such day", .header(.matchDate), .dateInvalid("20261131")) {
            $0.date = "20261131"
        },
        Case("no lines", .transaction, .valueMissing) { $0.lines = [] },
        Case("one line", .transaction, .residualNotZero(121)) { $0.lines.removeLast() },
        Case("no entry", .line(index: 1, field: nil), .lineUnknown) {
            $0.lines[1].number = "202600009"
        },
        Case("no line", .line(index: 1, field: nil), .lineUnknown) { $0.lines[1].line = "3" },
        Case("not a number", .line(index: 1, field: nil), .lineUnknown) {
            $0.lines[1].line = "two"
        },
        Case("nothing", .line(index: 0, field: .transactionLine), .valueMissing) {
            $0.lines[0].line = nil
        },
        Case("revenue", .line(index: 0, field: nil), .lineNotAvailable(vrk, line: "2")) {
            $0.lines[0].line = "2"
        },
        Case("another customer", .line(index: 1, field: nil), .differentCustomers) {
            $0.lines[1].number = "202600002"
        },
        Case("more than is open", .line(index: 0, field: .matchValue), invalid("1.22")) {
            $0.lines[0].value = "1.22"
        },
        Case("of the wrong sign", .line(index: 1, field: .matchValue), invalid("1.21")) {
            $0.lines[1].value = "1.21"
        },
        Case("of zero", .line(index: 0, field: .matchValue), invalid("0.00")) {
            $0.lines[0].value = "0.00"
        },
        Case("a part of one", .transaction, .residualNotZero(-21)) { $0.lines[0].value = "1.00" },
        Case("unknown write-off", .line(index: 0, field: .writeOff), .valueInvalid("gift")) {
            $0.lines[0].writeOffType = "gift"
            $0.lines[0].writeOffValue = "0.21"
        },
        Case("no account for it", .line(index: 0, field: .writeOff), .writeOffNotConfigured) {
            $0.lines[0].writeOffType = "currency"
            $0.lines[0].writeOffValue = "0.21"
        },
        Case("write-off of nothing", .line(index: 0, field: .writeOff), invalid("")) {
            $0.lines[0].writeOffType = "discount"
        },
    ]

    static func invalid(_ text: String) -> BooksMessage { .matchValueInvalid(text) }

    static var books: Books {
        var books = Shop.books
        _ = books.post(Shop.sale())
        _ = books.post(Shop.memo("1.21"))
        _ = books.post(Shop.memo("1.21", customer: "D2"))
        return books
    }

    static var request: MatchRequest {
        MatchRequest(date: "20261121", lines: [Shop.line(vrk, 1), Shop.line(memo, 2)])
    }

    @Test("with exactly the reason, and nothing changes", arguments: cases)
    func refusal(_ refusalCase: Case) {
        var books = Self.books
        var request = Self.request
        refusalCase.change(&request)
        let outcome = books.apply(.match(request), at: Shop.moment)
        #expect(outcome.refusals == [refusalCase.refusal])
        #expect(outcome.isRefused)
        #expect(books == Self.books)
    }

    @Test("when it was matched before")
    func repeated() {
        var books = Self.books
        #expect(!books.apply(.match(Self.request), at: Shop.moment).isRefused)
        let outcome = books.apply(.match(Self.request), at: Shop.moment)
        #expect(
            outcome.refusals == [
                Refusal(.line(index: 0, field: nil), .lineNotAvailable(Self.vrk, line: "1")),
                Refusal(.line(index: 1, field: nil), .lineNotAvailable(Self.memo, line: "2")),
            ])
    }

    @Test("when it matches suppliers, projects or suspense", arguments: ["070", "270", "370"])
    func otherLevel(code: String) {
        var books = Self.books
        var request = Self.request
        request.code = code
        let messages = books.apply(.match(request), at: Shop.moment).refusals.map(\.message)
        #expect(
            messages == [
                .lineNotAvailable(Self.vrk, line: "1"), .lineNotAvailable(Self.memo, line: "2"),
            ])
    }

    @Test("when a line stands in it twice")
    func twice() {
        var books = Self.books
        var request = Self.request
        request.lines.append(request.lines[0])
        #expect(
            books.apply(.match(request), at: Shop.moment).refusals
                == [Refusal(.line(index: 2, field: nil), .lineTwice)])
    }

    @Test("with the sum of the lines that exist, when one does not")
    func residual() {
        var books = Self.books
        var request = Self.request
        request.lines[0].number = "202600009"
        guard case .matchRefused(let outcome) = books.apply(.match(request), at: Shop.moment)
        else {
            Issue.record("matched")
            return
        }
        #expect(outcome.residual == -121)
        #expect(outcome.customer == "D1")
        #expect(outcome.lines[1].refusals.isEmpty)
    }

    @Test("for a write-off in a closed period, but not without one")
    func closedPeriod() {
        var books = Self.books
        let november = BookPeriod(year: 2026, number: 11)
        _ = books.apply(.closePeriods(through: november), at: Shop.moment)
        var request = Self.request
        request.lines[0].writeOffType = "writeoff"
        request.lines[0].writeOffValue = "0.21"
        request.lines[1].value = "-1.00"
        #expect(
            books.apply(.match(request), at: Shop.moment).refusals
                == [Refusal(.header(.matchDate), .periodClosed(november))])
        #expect(!books.apply(.match(Self.request), at: Shop.moment).isRefused)
    }
}
