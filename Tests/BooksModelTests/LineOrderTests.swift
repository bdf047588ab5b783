import BooksModel
import DomainModel
import Testing

@Suite("The lines of an entry")
struct LineOrderTests {
    static func refusals(_ request: EntryRequest) -> [Refusal] {
        var books = Shop.books
        return books.apply(.post(request, origin: .import, user: ""), at: Shop.moment).refusals
    }

    @Test("a total line is refused in a memo")
    func totalInMemo() {
        var request = Shop.memo()
        request.lines[0].kind = "total"
        #expect(
            Self.refusals(request) == [
                Refusal(.line(index: 0, field: .type), .totalLineNotAllowed)
            ])
    }

    @Test("a sale needs exactly one total line, and it comes first")
    func totalInSale() {
        var request = Shop.sale()
        request.lines[0].kind = "detail"
        #expect(Self.refusals(request) == [Refusal(.transaction, .totalLineRequired)])
        request = Shop.sale()
        request.lines.swapAt(0, 1)
        #expect(
            Self.refusals(request) == [Refusal(.line(index: 1, field: .type), .lineOrder)])
        request = Shop.sale()
        request.lines[1].kind = "total"
        #expect(
            Self.refusals(request) == [
                Refusal(.line(index: 1, field: .type), .totalLineRequired)
            ])
    }

    @Test("tax comes last and needs a code of the right side")
    func tax() {
        var request = Shop.sale()
        request.lines.swapAt(1, 2)
        #expect(
            Self.refusals(request) == [Refusal(.line(index: 2, field: .type), .lineOrder)])
        request = Shop.sale()
        request.lines[2].vatCode = "IH"
        #expect(
            Self.refusals(request) == [
                Refusal(.line(index: 2, field: .vatCode), .vatCodeUnknown("IH"))
            ])
        request.lines[2].vatCode = nil
        #expect(
            Self.refusals(request) == [Refusal(.line(index: 2, field: .vatCode), .valueMissing)])
    }

    @Test("an invoice number stands on detail lines only")
    func invoiceNumberOnTotal() {
        var request = Shop.sale()
        request.lines[0].invoiceNumber = "W17"
        #expect(
            Self.refusals(request) == [
                Refusal(.line(index: 0, field: .invoiceNumber), .notAllowed("invoicenumber"))
            ])
    }

    @Test("ids are those of the request, and the others get the lowest that are free")
    func ids() {
        var books = Shop.books
        var request = Shop.memo()
        request.lines[0].id = "2"
        let key = books.post(request)
        #expect(books.entry(key)?.lines.map(\.id) == [2, 1])
        request.lines[1].id = "2"
        #expect(
            Self.refusals(request) == [
                Refusal(.line(index: 1, field: .id), .duplicateLineID(2))
            ])
    }

    @Test("a difference of two cents goes into the tax when that is asked")
    func balancesTax() {
        var request = Shop.sale("1.23")
        #expect(Self.refusals(request).count == 3)
        request.autoBalancesVAT = true
        var books = Shop.books
        let key = books.post(request)
        #expect(books.line(key, 3)?.value == 23)
        request.lines[0].value = "1.24"
        #expect(Self.refusals(request).count == 3)
    }

    @Test("a daybook may want free texts, line dates and every invoice number once")
    func strictDaybook() {
        var books = Shop.books
        var request = Shop.sale(daybook: "VRK1")
        #expect(
            Self.refusals(request)
                == (0...2).map {
                    Refusal(.line(index: $0, field: .currencyDate), .valueMissing)
                })
        for index in request.lines.indices { request.lines[index].currencyDate = "20261101" }
        request.freeText2 = "vrij"
        let key = books.post(request)
        #expect(books.entry(key)?.freeTexts == ["", "vrij", ""])
        #expect(books.line(key, 1)?.lineDate == books.entry(key)?.date)
        let duplicate = Refusal(.header(.invoiceNumber), .duplicateInvoiceNumber("W17"))
        #expect(
            books.apply(.post(request, origin: .import, user: ""), at: Shop.moment)
                == .refused([duplicate]))
        request.number = key.number
        #expect(books.post(request) == key)
        _ = books.apply(.delete(key, reason: "x", user: ""), at: Shop.moment)
        request.number = nil
        #expect(books.post(request).number == "202600002")
    }
}
