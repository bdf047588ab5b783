import BooksModel
import DomainModel
import Foundation
import Testing

@Suite("What is stored")
struct StoredValueTests {
    struct Values: Codable, Equatable {
        var date: CalendarDate
        var moment: Instant
        var currencies: [CurrencyCode]
    }

    static let text =
        #"{"currencies":["EUR",""],"date":"2026-11-20","moment":1795000000000}"#

    static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("dates, moments and currencies are one value each")
    func values() throws {
        let values = try JSONDecoder().decode(Values.self, from: Data(Self.text.utf8))
        #expect(values.date == CalendarDate(daysSinceEpoch: 20_777))
        #expect(values.currencies == [.eur, .absent])
        #expect(try Self.encoded(values) == Self.text)
    }

    @Test("other texts are refused", arguments: ["2026-11-20", "EUR"])
    func nonsense(good: String) {
        let text = Self.text.replacing(good, with: "x1")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Values.self, from: Data(text.utf8))
        }
    }

    @Test("equal books give the same text, with numbers, matches and what was deleted")
    func books() throws {
        var books = MatchRefusalTests.books
        _ = books.apply(.match(MatchRefusalTests.request), at: Shop.moment)
        let key = books.post(Shop.memo(customer: "D2"))
        _ = books.apply(.delete(key, reason: "x", user: "A"), at: Shop.moment)
        let text = try Self.encoded(books)
        var restored = try JSONDecoder().decode(Books.self, from: Data(text.utf8))
        #expect(restored == books)
        #expect(try Self.encoded(restored) == text)
        #expect(restored.deletedEntries.count == 1)
        #expect(restored.post(Shop.memo()) == books.post(Shop.memo()))
        #expect(restored == books)
    }

    @Test("years that run backwards are refused")
    func years() throws {
        let text = try Self.encoded(Shop.books)
            .replacing(#""firstYear":2025"#, with: #""firstYear":2030"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Books.self, from: Data(text.utf8))
        }
    }
}
