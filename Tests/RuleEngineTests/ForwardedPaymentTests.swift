import Testing

@testable import RuleEngine

@Suite("A payment that stands in the books")
struct ForwardedPaymentTests {
    static let id = "I261119080210004CB87E19A.Y"

    /// Descriptions with ID in place of the transaction id, and whether the payment is there.
    static let descriptions: [(String, Bool)] = [
        ("ID betaling", true), ("ID", true), ("CCV:ID", true), ("[ID]", true),
        ("betaling ID.", true), ("betaling van ID", true), ("IDA betaling", false),
        ("XID", false), ("ID.Z", false), ("K.ID", false), ("", false), ("éID", false),
        ("ID-2", false), ("i261119080210004cb87e19a.y", false),
        ("I261119080210004CB87E19A", false),
    ]

    @Test("is known by its whole transaction id in a description", arguments: descriptions)
    func wholeID(template: String, isForwarded: Bool) throws {
        let description = template.replacing("ID", with: Self.id)
        let world = World(
            payments: [PaymentRecord(reference: Self.id, order: "WEB-17")], sales: [SaleRecord()],
            books: [.init(description: description)])
        let outcome = try world.decide().outcome(Self.id)
        #expect(outcome == (isForwarded ? "skip already_forwarded" : "book"))
    }

    @Test("says where, and twice is for a person")
    func entries() throws {
        var world = World(
            payments: [PaymentRecord(reference: Self.id, order: "WEB-17")], sales: [SaleRecord()],
            books: [.init(description: Self.id), .init(description: Self.id + " betaling")])
        let once = try world.decide().decision(Self.id)
        #expect(once.reasons[0].text.contains("MEMO 202600001"))
        world.books?.append(.init(description: Self.id, number: "202600002"))
        let twice = try world.decide()
        #expect(try twice.outcome(Self.id) == "error booked_twice")
        let text = try twice.decision(Self.id).reasons[0].text
        #expect(text.contains("MEMO 202600001, MEMO 202600002"))
    }

    @Test("counts for both halves of a landing page, whichever of them was booked")
    func landingPage() throws {
        for booked in ["L1", "I1"] {
            let world = World(
                payments: [LandingPageTests.parent, LandingPageTests.child],
                sales: [SaleRecord()], books: [.init(description: booked + " betaling")])
            let decided = try world.decide()
            #expect(try decided.outcome("L1") == "skip landing_page_parent")
            #expect(try decided.outcome("I1") == "skip already_forwarded")
        }
    }

    @Test("does not take the sale from another payment, and money back stays for a person")
    func others() throws {
        let refund = PaymentRecord(reference: "R1", type: "refund")
        let world = World(
            payments: [
                PaymentRecord(reference: "C1", order: "WEB-17"),
                PaymentRecord(
                    reference: "C2", order: "WEB-17", created: PaymentRecord.noon + 1),
                refund,
            ], sales: [SaleRecord()],
            books: [.init(description: "C1 betaling"), .init(description: "R1", number: "2")])
        #expect(
            try world.decide().outcomes
                == ["C1: skip already_forwarded", "C2: book", "R1: review money_back"])
    }

    @Test("is not looked for when the books were not searched")
    func unknown() throws {
        let world = World(
            payments: [PaymentRecord(reference: "C1", order: "WEB-17")], sales: [SaleRecord()])
        let decided = try world.decide()
        #expect(try decided.outcome() == "book")
        #expect(!decided.engine.forwarded.wereSearched)
    }

    @Test("whose entry is not settled keeps its sale from another payment")
    func claimedSale() throws {
        let world = World(
            payments: [PaymentRecord(reference: "C2", order: "WEB-17")], sales: [SaleRecord()],
            claimed: [0: "C1"])
        let decided = try world.decide()
        #expect(try decided.outcome("C2") == "review sale_used")
        #expect(try decided.decision("C2").reasons[0].text.hasSuffix("earlier payment C1"))
    }
}
