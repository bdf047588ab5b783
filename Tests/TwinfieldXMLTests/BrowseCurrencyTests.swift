import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("Browse 100: currencies, required columns and complete answers")
struct BrowseCurrencyTests {
    private let baseOnly = BrowseAnswer().without("fin.trs.line.openvaluesigned")
        .without("fin.trs.line.valuesigned")
        .with("fin.trs.line.openbasevaluesigned", "6708.02")
        .with("fin.trs.line.basevaluesigned", "17729.00")

    @Test("Only base amounts: they count as euros, with a warning")
    func baseOnlyEuro() throws {
        let table = try readBrowse(baseOnly.xml).get()
        let row = try #require(table.rows.first)
        #expect(row.openValue == 670_802)
        #expect(row.value == 1_772_900)
        #expect(row.currency == .eur)
        #expect(table.warnings.count == 1)
        #expect(table.warnings.first?.hasPrefix("base currency only") == true)
    }

    @Test("Only base amounts of a row in dollars: its currency is unknown, and a warning names it")
    func baseOnlyForeign() throws {
        var answer = baseOnly
        answer.rows = [[:], ["fin.trs.head.curcode": "USD", "key/number": "202600018"]]
        let table = try readBrowse(answer.xml).get()
        #expect(table.rows.map(\.currency) == [.eur, .absent])
        #expect(table.warnings.count == 2)
        #expect(table.warnings.last?.contains("VRK 202600018 line 1 is in \"USD\"") == true)
    }

    @Test("A hundred rows of unknown currency make a bounded number of warnings")
    func manyForeignRows() throws {
        var answer = baseOnly.with("fin.trs.head.curcode", "USD")
        answer.rows = Array(repeating: [:], count: 100)
        let table = try readBrowse(answer.xml).get()
        #expect(table.warnings.count == 22)
        #expect(table.warnings.last?.contains("80 more rows") == true)
    }

    @Test(
        "The currency is that of the row, and the euro when the answer does not say",
        arguments: [("EUR", "EUR"), ("USD", "USD"), ("usd", "USD"), ("", "EUR")])
    func currency(text: String, expected: String) throws {
        let answer = BrowseAnswer().with("fin.trs.head.curcode", text)
        #expect(try readBrowse(answer.xml).get().rows.first?.currency.text == expected)
        let without = BrowseAnswer().without("fin.trs.head.curcode")
        #expect(try readBrowse(without.xml).get().rows.first?.currency == .eur)
    }

    @Test("Two decimals of zero are allowed where a currency has none")
    func yen() throws {
        let answer = BrowseAnswer().with("fin.trs.head.curcode", "JPY")
            .with("fin.trs.line.openvaluesigned", "500.00")
        #expect(try readBrowse(answer.xml).get().rows.first?.openValue == 500)
    }

    @Test("The whole amount of a foreign row is never taken from the base amount")
    func foreignValue() throws {
        let answer = BrowseAnswer().with("fin.trs.head.curcode", "USD")
            .without("fin.trs.line.valuesigned").with("fin.trs.line.basevaluesigned", "99.00")
        #expect(try readBrowse(answer.xml).get().rows.first?.value == nil)
        let euro = answer.with("fin.trs.head.curcode", "EUR")
        #expect(try readBrowse(euro.xml).get().rows.first?.value == 9900)
    }

    @Test(
        "A missing required column is named, with what to add to the request",
        arguments: [
            "fin.trs.line.dim2", "fin.trs.line.invnumber", "fin.trs.head.status",
            "fin.trs.head.date", "fin.trs.line.matchstatus", "fin.trs.line.openvaluesigned",
        ])
    func missingColumn(field: String) throws {
        let fault = try #require(failure(of: readBrowse(BrowseAnswer().without(field).xml)))
        #expect(fault.message.contains(field))
        #expect(fault.help.contains("<field>\(field)</field>"))
    }

    @Test(
        "A value that cannot be read is named with its line and column",
        arguments: [
            ("fin.trs.line.openvaluesigned", "12,50", "not an amount"),
            ("fin.trs.line.openvaluesigned", "1e2", "not an amount"),
            ("fin.trs.line.openvaluesigned", "+5.00", "not an amount"),
            ("fin.trs.line.openvaluesigned", "1.005", "more than 2 decimals"),
            ("fin.trs.line.openvaluesigned", "92233720368547758.08", "larger than"),
            ("fin.trs.line.valuesigned", "NaN", "not an amount"),
            ("fin.trs.head.date", "20260230", "not a date"),
            ("fin.trs.head.date", "01-11-2026", "not a date"),
            ("fin.trs.line.datedue", "2026", "not a date"),
            ("fin.trs.head.curcode", "EURO", "not a currency"),
        ])
    func badValue(field: String, value: String, problem: String) throws {
        var answer = BrowseAnswer().with(field, BrowseAnswer().value(field))
        answer.rows = [[:], [field: value]]
        let fault = try #require(failure(of: readBrowse(answer.xml)))
        #expect(fault.message.contains("\(field) is \"\(value)\" in VRK 202600017 line 1"))
        #expect(fault.message.contains(problem))
        #expect(fault.line == 3)
    }

    @Test("An empty date, and an empty open amount of an available line, are faults")
    func emptyValues() throws {
        for field in ["fin.trs.head.date", "fin.trs.line.openvaluesigned"] {
            let fault = try #require(failure(of: readBrowse(BrowseAnswer().with(field, "").xml)))
            #expect(fault.message.contains("\(field) is empty"))
        }
        let matched = BrowseAnswer().with("fin.trs.line.openvaluesigned", "")
            .with("fin.trs.line.matchstatus", "matched")
        #expect(try readBrowse(matched.xml).get().rows.first?.openValue == 0)
    }

    @Test(
        "An answer with fewer rows than exist is a fault",
        arguments: [
            ("first=\"1\" last=\"2\" total=\"137\"", "2 of 137 rows"),
            ("first=\"1\" last=\"100\" total=\"100\"", "2 of 100 rows"),
            ("first=\"1\" last=\"137\" total=\"2\"", "2 of 137 rows"),
            ("last=\"3\"", "2 of 3 rows"),
            ("total=\"1\"", "2 rows, but says that there are 1"),
            ("total=\"many\"", "total of the root is \"many\""),
        ])
    func incomplete(attributes: String, expected: String) throws {
        var answer = BrowseAnswer()
        answer.rows = [[:], [:]]
        answer.root = "result=\"1\" " + attributes
        let fault = try #require(failure(of: readBrowse(answer.xml)))
        #expect(fault.message.contains(expected))
    }

    @Test(
        "An answer without rows is the empty table",
        arguments: [
            "<browse result=\"1\"/>", "<browse result=\"1\" first=\"1\" last=\"0\" total=\"0\"/>",
            "<browse result=\"1\" first=\"\" last=\"\" total=\"\"><th><td>x</td></th></browse>",
            "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!----><browse result=\"1\"/>\n",
        ])
    func empty(xml: String) throws {
        #expect(try readBrowse(xml).get().rows.isEmpty)
    }

    @Test("A last or total of 0 with rows is a fault, not an empty answer")
    func totalZeroWithRows() {
        var answer = BrowseAnswer()
        answer.root = "result=\"1\" first=\"1\" last=\"0\" total=\"0\""
        #expect(failure(of: readBrowse(answer.xml)) != nil)
    }
}

extension BrowseAnswer {
    /// A value that fits a column.
    func value(_ field: String) -> String {
        columns.first { $0.field == field }?.value ?? "20261201"
    }
}
