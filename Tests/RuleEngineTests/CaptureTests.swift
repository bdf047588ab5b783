import Testing

@testable import RuleEngine

@Suite("A capture and its authorisation")
struct CaptureTests {
    static let authorise = PaymentRecord(
        reference: "A1", type: "authorise", method: "klarna", order: "WEB-17")
    static let capture = PaymentRecord(
        reference: "P1", type: "capture", method: "klarna", original: "A1",
        created: PaymentRecord.noon + 86_400_000)

    @Test("book the capture with the number of its original, in every order of the input")
    func takesNumber() throws {
        for payments in [[Self.authorise, Self.capture], [Self.capture, Self.authorise]] {
            let decided = try World(payments: payments, sales: [SaleRecord()]).decide()
            #expect(try decided.outcome("A1") == "skip no_money")
            #expect(try decided.entry("P1").lines.map(\.invoiceNumber) == ["WEB-17", "WEB-17"])
            #expect(try decided.entry("P1").date == "2026-11-11")
        }
    }

    @Test("a number of the capture itself counts")
    func ownNumber() throws {
        let capture = Self.capture.with { $0.order = "WEB-18" }
        let sales = [SaleRecord(), SaleRecord(number: "202600018", invoice: "WEB-18")]
        let decided = try World(payments: [Self.authorise, capture], sales: sales).decide()
        #expect(try decided.sale("P1") == "202600018")
    }

    @Test("without its original a capture has no number, and waits")
    func originalMissing() throws {
        let decided = try World(payments: [Self.capture], sales: [SaleRecord()]).decide()
        #expect(try decided.outcome("P1") == "wait no_sale_yet")
        let itself = Self.capture.with { $0.original = "P1" }
        #expect(
            try World(payments: [itself], sales: [SaleRecord()]).decide().outcome("P1")
                == "wait no_sale_yet")
    }

    @Test("a part of the authorised amount is held against the open amount of the sale")
    func partial() throws {
        let capture = Self.capture.with { $0.amount = "19.00" }
        let decided = try World(
            payments: [Self.authorise, capture], sales: [SaleRecord()]
        ).decide()
        #expect(try decided.outcome("P1") == "review amount_differs")
    }

    @Test("an original on a landing page lends what its parent has")
    func originalIsChild() throws {
        let parent = PaymentRecord(
            reference: "L1", method: "landingpage", order: "WEB-17", child: "A1")
        let child = Self.authorise.with { $0.order = nil }
        let payments = [Self.capture, child, parent]
        let decided = try World(payments: payments, sales: [SaleRecord()]).decide()
        #expect(
            decided.outcomes == [
                "P1: book", "A1: skip no_money", "L1: skip landing_page_parent",
            ])
    }

    @Test("an original on two landing pages lends nothing: which of them was paid is not known")
    func originalOfTwoParents() throws {
        let parents = ["L1", "L2"].map {
            PaymentRecord(reference: $0, method: "landingpage", order: "WEB-17", child: "A1")
        }
        let child = Self.authorise.with { $0.order = nil }
        let payments = [Self.capture, child] + parents
        let decided = try World(payments: payments, sales: [SaleRecord()]).decide()
        #expect(try decided.outcome("P1") == "wait no_sale_yet")
    }

    @Test("an original that contradicts itself lends nothing")
    func originalInConflict() throws {
        let other = Self.authorise.with { $0.order = "WEB-18" }
        let decided = try World(
            payments: [Self.authorise, other, Self.capture], sales: [SaleRecord()]
        ).decide()
        #expect(try decided.outcome("P1") == "wait no_sale_yet")
    }
}
