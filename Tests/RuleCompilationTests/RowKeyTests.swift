import Testing

@Suite("Rows that look at the sale, and debtors that stand for many")
struct RowKeyTests {
    private static let sale = #","dim1":"1300""#

    @Test(
        "days_apart counts both ways, and its last day is in",
        arguments: [(5, true), (6, false), (10, true), (11, false)], [10, 15])
    func daysApart(_ offset: (days: Int, isIn: Bool), _ payment: Int) throws {
        let limit = offset.days <= 6 ? 5 : 10
        let edited = EditedRules(
            rules: [
                BrokenRules.Edit(
                    old: EditedRules.Row.same,
                    new: "- { amount: equals_open, order_number: same, days_apart: \(limit) days,"
                        + " email: [same")
            ])
        for day in [payment - offset.days, payment + offset.days] where (1...25).contains(day) {
            let said = try edited.decide(
                [SmallWorld.payment("P", day: payment, order: "WEB-1")],
                [SmallWorld.sale(1, "WEB-1", day: day)])
            #expect(said.hasPrefix("P book") == offset.isIn, "\(payment) and \(day): \(said)")
        }
    }

    @Test("sale_is narrows a row to final or provisional sales", arguments: [true, false])
    func status(_ isFinal: Bool) throws {
        let edited = EditedRules(
            rules: [
                BrokenRules.Edit(
                    old: EditedRules.Row.same,
                    new: "- { amount: equals_open, order_number: same, sale_is: provisional,"
                        + " then: review }\n    \(EditedRules.Row.same)")
            ])
        let status = isFinal ? "" : #","status":"provisional""#
        let said = try edited.decide(
            [SmallWorld.payment("P", order: "WEB-1")],
            [SmallWorld.sale(1, "WEB-1", day: 5, Self.sale + status)])
        #expect(said.hasPrefix(isFinal ? "P book" : "P review weak_evidence"), "\(said)")
    }

    @Test("customer narrows a row to some debtors", arguments: [(1, true), (2, true), (3, false)])
    func customer(_ number: Int, _ isBooked: Bool) throws {
        let edited = EditedRules(
            rules: [
                EditedRules.rows(
                    "- { amount: equals_open, order_number: same, email: differs,"
                        + " customer: [D1, D2], then: book }",
                    before: EditedRules.Row.otherAddress)
            ])
        let said = try edited.decide(
            [SmallWorld.payment("P", order: "WEB-1", #","billingEmail":"b@voorbeeld.nl""#)],
            [SmallWorld.sale(number, "WEB-1", day: 5, Self.sale + #","email":"a@voorbeeld.nl""#)])
        #expect(said.hasPrefix(isBooked ? "P book" : "P review email_differs"), "\(said)")
    }

    @Test("the address of a collective customer says nothing", arguments: ["D1", "D2"])
    func collective(_ debtor: String) throws {
        let edited = EditedRules(
            rules: [
                BrokenRules.Edit(
                    old: "from: [billing_email]",
                    new: "from: [billing_email]\n  collective_customers: [\(debtor)]")
            ])
        let said = try edited.decide(
            [SmallWorld.payment("P", order: "WEB-1", #","billingEmail":"b@voorbeeld.nl""#)],
            [SmallWorld.sale(1, "WEB-1", day: 5, Self.sale + #","email":"a@voorbeeld.nl""#)])
        #expect(said.hasPrefix(debtor == "D1" ? "P book" : "P review email_differs"), "\(said)")
    }

    @Test(
        "the account goes by connection, then by currency, then by method",
        arguments: [
            ("eur", nil, "2101"), ("gbp", nil, "2151"), ("usd", nil, "2101"),
            ("eur", "winkel-be", "2161"), ("gbp", "winkel-be", "2161"),
            ("gbp", "winkel-nl", "2151"),
        ] as [(String, String?, String)])
    func account(_ currency: String, _ connection: String?, _ account: String) throws {
        let edited = EditedRules(
            rules: [
                BrokenRules.Edit(
                    old: "ideal: \"2101\"",
                    new: "ideal: { account: \"2101\", in_currency: { gbp: \"2151\" },"
                        + " on_connection: { winkel-be: \"2161\" } }")
            ])
        let said = try edited.decide(
            [SmallWorld.payment("P", order: "WEB-1").replacing("eur", with: currency)],
            [SmallWorld.sale(1, "WEB-1").replacing("EUR", with: currency.uppercased())],
            connection: connection)
        #expect(said.contains("<dim1>\(account)</dim1><debitcredit>debit"), "\(said)")
    }
}
