import BooksModel
import DomainModel
import Testing

@Suite("People in the books")
struct HumanActionTests {
    static func delete(_ key: EntryKey, reason: String = "dubbel") -> BooksChange {
        .delete(key, reason: reason, user: "ANNA")
    }

    @Test("a deleted entry is gone but listed, and its number is not used again")
    func delete() throws {
        var books = Shop.books
        let key = books.post(Shop.memo())
        let later = Instant(milliseconds: Shop.moment.milliseconds + 5000)
        #expect(!books.apply(Self.delete(key), at: later).isRefused)
        #expect(books.entry(key) == nil)
        #expect(books.entries.isEmpty)
        #expect(books.customerLines(of: "D1").isEmpty)
        let deleted = try #require(books.deletedEntries.first)
        #expect(deleted.key == key)
        #expect(deleted.user == "ANNA")
        #expect(deleted.reason == "dubbel")
        #expect(deleted.deletionInstant == later)
        #expect(books.post(Shop.memo()).number == "202600002")
    }

    @Test("deleting needs a reason, an entry, and that it is provisional in an open period")
    func deleteRefused() {
        var books = Shop.books
        let final = books.post(Shop.memo(destiny: "final"))
        let provisional = books.post(Shop.memo())
        let missing = EntryKey(daybook: "MEMO", number: "202600009")
        #expect(
            books.apply(Self.delete(final), at: Shop.moment)
                == .refused([Refusal(.transaction, .statusMustBeProvisional)]))
        #expect(
            books.apply(Self.delete(provisional, reason: ""), at: Shop.moment)
                == .refused([Refusal(.transaction, .valueMissing)]))
        #expect(
            books.apply(Self.delete(missing), at: Shop.moment)
                == .refused([Refusal(.header(.number), .entryUnknown(missing))]))
        let november = BookPeriod(year: 2026, number: 11)
        _ = books.apply(.closePeriods(through: november), at: Shop.moment)
        #expect(
            books.apply(Self.delete(provisional), at: Shop.moment)
                == .refused([Refusal(.header(.period), .periodClosed(november))]))
    }

    @Test("a provisional entry loses its match when it is deleted or changed", arguments: 0...2)
    func loosens(way: Int) throws {
        var (books, sale, memo) = MatchingTests.paid("1.00")
        let before = books
        _ = books.match(Shop.line(sale, 1, writeOff: ("discount", "0.21")), Shop.line(memo, 2))
        #expect(books.entries.count == 3)
        switch way {
        case 0: _ = books.apply(Self.delete(memo), at: Shop.moment)
        case 1:
            let edit = LineEdit(description: "anders")
            _ = books.apply(.editLine(memo, line: 2, edit), at: Shop.moment)
            #expect(books.line(memo, 2)?.description == "anders")
        default:
            var request = Shop.memo("0.99")
            request.number = memo.number
            #expect(books.post(request) == memo)
        }
        #expect(books.line(sale, 1) == before.line(sale, 1))
        #expect(books.matches.isEmpty)
        #expect(books.entry(EntryKey(daybook: "AFLETTEREN", number: "1")) == nil)
        let open = try #require(books.line(memo, 2)?.openValue ?? 0)
        #expect(open == [0, -100, -99][way])
    }

    @Test("an entry whose write-off stands in a closed period cannot lose its match")
    func closedWriteOff() {
        var (books, sale, memo) = MatchingTests.paid("1.00")
        let lines = [Shop.line(sale, 1, writeOff: ("discount", "0.21")), Shop.line(memo, 2)]
        _ = books.apply(.match(MatchRequest(date: "20260101", lines: lines)), at: Shop.moment)
        _ = books.apply(
            .closePeriods(through: BookPeriod(year: 2026, number: 1)), at: Shop.moment)
        #expect(
            books.apply(Self.delete(memo), at: Shop.moment)
                == .refused([Refusal(.transaction, .matchCannotBeUndone)]))
        var request = Shop.memo()
        request.number = memo.number
        #expect(
            books.apply(.post(request, origin: .manual, user: ""), at: Shop.moment)
                == .refused([Refusal(.header(.number), .matchCannotBeUndone)]))
    }

    @Test("an entry of a closed period cannot be changed, not even into an open one")
    func updateFromClosedPeriod() {
        var books = Shop.books
        var request = Shop.memo()
        request.number = books.post(request).number
        let november = BookPeriod(year: 2026, number: 11)
        _ = books.apply(.closePeriods(through: november), at: Shop.moment)
        request.date = "20261201"
        let refused = BooksOutcome.refused([Refusal(.header(.period), .periodClosed(november))])
        #expect(
            books.apply(.post(request, origin: .manual, user: ""), at: Shop.moment) == refused)
        let key = EntryKey(daybook: "MEMO", number: request.number ?? "")
        #expect(books.apply(.finalise(key), at: Shop.moment) == refused)
        request.number = nil
        #expect(!books.post(request).number.isEmpty)
    }

    @Test("an entry becomes final once, and then stays as it is")
    func finalise() {
        var books = Shop.books
        let key = books.post(Shop.memo())
        #expect(!books.apply(.finalise(key), at: Shop.moment).isRefused)
        #expect(books.entry(key)?.status == .final)
        let refused = BooksOutcome.refused([Refusal(.transaction, .statusMustBeProvisional)])
        #expect(books.apply(.finalise(key), at: Shop.moment) == refused)
        #expect(books.apply(Self.delete(key), at: Shop.moment) == refused)
        #expect(books.apply(.editLine(key, line: 1, LineEdit()), at: Shop.moment) == refused)
    }

    @Test("a match survives that its entries become final")
    func finaliseMatched() {
        var (books, sale, memo) = MatchingTests.paid()
        _ = books.match(Shop.line(sale, 1), Shop.line(memo, 2))
        _ = books.apply(.finalise(memo), at: Shop.moment)
        #expect(books.line(memo, 2)?.matchStatus == .matched)
    }

    @Test("a match is undone only when all its entries are final")
    func undo() {
        var (books, sale, memo) = MatchingTests.paid("1.00")
        let undo = BooksChange.undoMatch(customer: "D1", number: 1)
        #expect(
            books.apply(undo, at: Shop.moment)
                == .refused([Refusal(.transaction, .matchUnknown(1))]))
        _ = books.match(Shop.line(sale, 1, writeOff: ("discount", "0.21")), Shop.line(memo, 2))
        _ = books.apply(.finalise(sale), at: Shop.moment)
        #expect(
            books.apply(undo, at: Shop.moment)
                == .refused([Refusal(.transaction, .matchCannotBeUndone)]))
        _ = books.apply(.finalise(memo), at: Shop.moment)
        #expect(!books.apply(undo, at: Shop.moment).isRefused)
        #expect(books.line(sale, 1)?.openValue == 121)
        #expect(books.line(memo, 2)?.matchStatus == .available)
        #expect(books.entries.count == 2)
        #expect(
            books.apply(.undoMatch(customer: "D9", number: 1), at: Shop.moment)
                == .refused([Refusal(.transaction, .customerUnknown("D9"))]))
    }

    @Test("a customer gets another e-mail address, and is modified at that moment")
    func email() throws {
        var books = Shop.books
        let change = BooksChange.setCustomerEmail(customer: "D1", email: "a@example.org")
        #expect(books.apply(change, at: Shop.moment) == .changed)
        let customer = try #require(books.customer("D1"))
        #expect(customer.addresses.map(\.email) == ["a@example.org"])
        #expect(customer.modified == Shop.moment)
        #expect(books.customers.map(\.code) == Shop.books.customers.map(\.code))
    }

    @Test("records are refused that could not be used")
    func records() {
        var books = Shop.books
        let changes: [BooksChange] = [
            .saveCustomer(Customer(code: "", name: "x")),
            .saveCustomer(Customer(code: "D00000000000000001", name: "x")),
            .saveCustomer(Customer(code: "D7", name: "x", controlAccount: "1399")),
            .setCustomerEmail(customer: "D9", email: ""),
            .saveAccount(Account(code: "", name: "", shortName: "", kind: .balance)),
            .saveDaybook(Daybook(code: "", name: "", shortName: "", category: .sales)),
            .saveVATCode(VATCode(code: "", name: "", shortName: "")),
            .saveCurrency(BooksCurrency(code: .eur, name: "", shortName: "", rate: 2)),
            .saveCurrency(BooksCurrency(code: Shop.usd, name: "", shortName: "", rate: 0)),
            .setYears(first: 2027, last: 2026),
        ]
        for change in changes { #expect(books.apply(change, at: Shop.moment).isRefused) }
        #expect(books == Shop.books)
    }

    @Test("an administration that does not exist takes nothing")
    func office() {
        var organisation = Organisation(
            code: "ORG", name: "Org", id: "", userCode: "API", userName: "Api",
            offices: [Shop.books])
        let change = BooksChange.post(Shop.memo(), origin: .import, user: "API")
        #expect(
            organisation.apply(change, office: "X", at: Shop.moment)
                == .refused([Refusal(.header(.office), .officeUnknown)]))
        #expect(!organisation.apply(change, office: "NLA001", at: Shop.moment).isRefused)
        #expect(organisation["NLA001"]?.entries.count == 1)
    }
}
