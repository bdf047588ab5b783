import BooksModel
import DomainModel
import Testing

@Suite("Finding entries")
struct EntryListTests {
    /// Five entries, a second apart, of which the third was deleted; optionally out of order.
    static func books(isChronological: Bool) -> Books {
        var books = Shop.books
        for second: Int64 in isChronological ? [0, 1, 2, 3, 4] : [3, 1, 2, 0, 4] {
            _ = books.post(Shop.memo(), at: Instant(milliseconds: second * 1000))
        }
        let key = EntryKey(daybook: "MEMO", number: "202600003")
        _ = books.apply(.delete(key, reason: "x", user: ""), at: Shop.moment)
        return books
    }

    @Test(
        "by input time takes both ends and leaves out what was deleted", arguments: [true, false])
    func inputTime(isChronological: Bool) {
        let books = Self.books(isChronological: isChronological)
        func seconds(_ first: Int64, _ last: Int64) -> [Int64] {
            books.entries(
                inputFrom: Instant(milliseconds: first), through: Instant(milliseconds: last)
            ).map { $0.inputInstant.milliseconds / 1000 }
        }
        #expect(seconds(1000, 3000).sorted() == [1, 3])
        #expect(seconds(1001, 2999) == [])
        #expect(seconds(0, 9000).sorted() == [0, 1, 3, 4])
        #expect(seconds(9000, 0) == [])
        #expect(seconds(4001, 9000) == [])
    }

    @Test("in order of input, each line with its entry")
    func lines() {
        let books = Self.books(isChronological: true)
        #expect(books.lines.map(\.line.id) == [1, 2, 1, 2, 1, 2, 1, 2])
        #expect(
            books.customerLines.map(\.entry.key.number) == [
                "202600001", "202600002", "202600004", "202600005",
            ])
        #expect(books.entries.count == 4)
    }

    @Test("periods are read as they are written")
    func periods() {
        #expect(BookPeriod("2026/01")?.text == "2026/01")
        #expect(BookPeriod("2026/1") == nil)
        #expect(BookPeriod("202601") == nil)
    }
}
