import Testing

@testable import RuleEngine

@Suite("The payer's address")
struct EmailMatchTests {
    /// The payer's address, those of the customer, and the outcome with an equal number.
    struct Case: Sendable {
        var payer: String?
        var customer: [String]
        var outcome: String
    }

    @Test(
        "that equals one of the customer's, or is missing on either side, lets book",
        arguments: [
            Case(payer: "jan@x.nl", customer: ["jan@x.nl"], outcome: "book"),
            Case(payer: "JAN@X.NL", customer: ["jan@x.nl"], outcome: "book"),
            Case(payer: " jan@x.nl ", customer: ["Jan@X.nl"], outcome: "book"),
            Case(payer: "ÉMILE@x.nl", customer: ["émile@x.nl"], outcome: "book"),
            Case(payer: "jan@x.nl", customer: ["kas@x.nl", "jan@x.nl"], outcome: "book"),
            Case(payer: "jan@x.nl", customer: ["jan@x.nl", "kas@x.nl"], outcome: "book"),
            Case(payer: nil, customer: ["jan@x.nl"], outcome: "book"),
            Case(payer: "", customer: ["jan@x.nl"], outcome: "book"),
            Case(payer: "jan@x.nl", customer: [], outcome: "book"),
            Case(payer: "jan@x.nl", customer: ["kas@x.nl"], outcome: "review email_differs"),
            Case(payer: "jan@x.nl", customer: ["jan@x.nl.com"], outcome: "review email_differs"),
            Case(payer: "jan@x.nl", customer: ["an@x.nl"], outcome: "review email_differs"),
            Case(
                payer: "jan@x.nl", customer: ["k@x.nl", "l@x.nl"], outcome: "review email_differs"),
        ])
    func withNumber(_ emails: Case) throws {
        let payment = PaymentRecord(order: "WEB-17", email: emails.payer)
        let sale = SaleRecord().with { $0.emails = emails.customer }
        let decided = try World(payments: [payment], sales: [sale]).decide()
        #expect(try decided.outcome() == emails.outcome)
    }

    @Test("may come from the file of customers")
    func customersFile() throws {
        var world = World(
            payments: [PaymentRecord(order: "WEB-17", email: "jan@x.nl")], sales: [SaleRecord()],
            customers: #"{"dim2":"D0001234","email":["kas@x.nl","JAN@x.nl"]}"#)
        #expect(try world.decide().decision().candidates.map(\.email) == [.same])
        world.customers = #"{"dim2":"D0001234","email":"kas@x.nl"}"#
        #expect(try world.decide().outcome() == "review email_differs")
        world.customers = #"{"dim2":"D0009999","email":"kas@x.nl"}"#
        #expect(try world.decide().outcome() == "book")
    }

    @Test("with an equal amount and no number to compare is for a person")
    func withoutNumber() throws {
        let payment = PaymentRecord(email: "Jan@x.nl")
        let sale = SaleRecord().with { $0.emails = ["jan@x.nl"] }
        let decided = try World(payments: [payment], sales: [sale]).decide()
        #expect(try decided.outcome() == "review weak_evidence")
        #expect(try decided.decision().candidates.map(\.number) == [.missing])
        // To the cent, and of that address.
        let more = World(payments: [payment.with { $0.amount = "119.01" }], sales: [sale])
        #expect(try more.decide().outcome() == "wait no_sale_yet")
        let other = World(payments: [payment.with { $0.email = "kas@x.nl" }], sales: [sale])
        #expect(try other.decide().outcome() == "wait no_sale_yet")
    }

    @Test("cannot stand for a number that differs")
    func otherNumber() throws {
        let payment = PaymentRecord(order: "WEB-18", email: "jan@x.nl")
        let sale = SaleRecord().with { $0.emails = ["jan@x.nl"] }
        let decided = try World(payments: [payment], sales: [sale]).decide()
        #expect(try decided.outcome() == "wait no_sale_yet")
    }

    @Test(
        "is found in the fields that the rules name",
        arguments: [
            ("Order WEB-17 van jan@x.nl.", "book"), ("(JAN@X.NL) WEB-17", "book"),
            ("WEB-17 kas@x.nl", "review email_differs"), ("WEB-17 geen@adres", "book"),
        ])
    func otherSources(_ description: String, _ outcome: String) throws {
        let decided = try World(
            payments: [PaymentRecord(order: "WEB-17", description: description)],
            sales: [SaleRecord().with { $0.emails = ["jan@x.nl"] }],
            rules: [("from: [billing_email]", "from: [billing_email, description]")]
        ).decide()
        #expect(try decided.outcome() == outcome)
    }
}
