import DomainModel
import HTTPTypes
import LedgerViews
import RunnerCore
import Testing
import Wording

@testable import Dashboard

@Suite("The export")
struct ExportTests {
    @Test("A list is exported as it is filtered, whole, for Excel of a Dutch office")
    func export() async throws {
        var content = SampleLedger.content
        content.payments = (0..<1_200).map {
            SampleLedger.payment("C-\($0)", .failed, "no_sale", amount: 123_456)
        }
        content.payments.append(SampleLedger.payment("C-OPEN", .open, "not_final"))
        try await Browser.visit(LedgerDouble(content)) { browser in
            let page = try await browser.get("/fouten?na=50").page
            let link = try #require(page.first("a") { $0["download"] != nil }?["href"])
            let answer = try await browser.get(link)
            #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(
                answer.headers[.contentDisposition] == "attachment; filename=\"ccvmap-fouten.csv\"")
            #expect(answer.text.unicodeScalars.first == "\u{FEFF}")
            let lines = answer.text.split(separator: "\r\n")
            #expect(lines.count == 1_201)
            #expect(lines[1].contains(";1234,56;EUR;"))
            #expect(!answer.text.contains("C-OPEN"))
        }
    }

    @Test(
        "A cell that a sheet would take for a formula is none any more",
        arguments: ["=1+1", "+31612345678", "-2", "@SUM(A1)", "\tx", "\r=1", "\n=1"])
    func formulas(text: String) {
        let cell = CSVTable.cell(text)
        #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
    }

    @Test("A cell with a separator, a quote or a line end stays one cell")
    func quoting() {
        #expect(CSVTable.cell("a;b") == "\"a;b\"")
        #expect(CSVTable.cell("a \"b\"") == "\"a \"\"b\"\"\"")
        #expect(CSVTable.cell("a\r\nb") == "\"a\r\nb\"")
        #expect(CSVTable.cell("gewoon") == "gewoon")
    }

    @Test("Every line has as many cells as the heading")
    func cells() {
        let table = CSVTable(speaker: Speaker(language: .dutch, zone: .utc))
        for payment in SampleLedger.payments where payment.summary.description.first != "<" {
            let line = table.line(payment.summary)
            #expect(line.split(separator: ";", omittingEmptySubsequences: false).count == 21)
        }
        #expect(table.head.split(separator: ";").count == 21)
    }
}
