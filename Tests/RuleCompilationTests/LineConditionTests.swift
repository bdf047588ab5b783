import Testing

@Suite("Lines with conditions, and the shape of texts")
struct LineConditionTests {
    private static let paymentLine = "  - id: payment                 # betaalregel\n"

    /// The line of the payment twice: once for Klarna, once for iDEAL and cards.
    private static let byMethod = EditedRules(
        template: [
            BrokenRules.Edit(
                old: paymentLine,
                new: """
                      - id: klarna
                        when: { method: klarna }
                        dim1: "{suspense_account}"
                        side: debit
                        description: "{payment.transaction_id} Klarna"
                        amount: payment.amount
                      - id: payment
                        when: { method: [ideal, card] }

                    """)
        ])

    @Test(
        "each payment gets the line of its method, and without one it is an error",
        arguments: [
            ("klarna", "P Klarna"), ("ideal", "P betaling"), ("card/visa", "P betaling"),
            ("paypal", nil),
        ] as [(String, String?)])
    func alternatives(_ method: String, _ text: String?) throws {
        let said = try Self.byMethod.decide(
            [SmallWorld.payment("P", method: method, order: "WEB-1")],
            [SmallWorld.sale(1, "WEB-1")])
        guard let text else { return #expect(said.hasPrefix("P error text_unusable"), "\(said)") }
        #expect(said.hasPrefix("P book"), "\(said)")
        #expect(said.ranges(of: "<debitcredit>debit").count + 1 == 2)
        #expect(said.contains("<description>\(text)</description>"), "\(said)")
    }

    @Test(
        "two lines that balance each other stand in the entries of their payments only",
        arguments: ["paypal", "ideal"])
    func pair(_ method: String) throws {
        let line = { (id: String, account: String, side: String) in
            """
              - id: \(id)
                when: { method: paypal }
                dim1: "\(account)"
                side: \(side)
                amount: payment.amount

            """
        }
        let edited = EditedRules(
            template: [
                BrokenRules.Edit(
                    old: Self.paymentLine,
                    new: line("in", "2300", "debit") + line("out", "2301", "credit")
                        + Self.paymentLine)
            ])
        let said = try edited.decide(
            [SmallWorld.payment("P", method: method, order: "WEB-1")],
            [SmallWorld.sale(1, "WEB-1")])
        #expect(said.ranges(of: "</line>").count + 1 == (method == "paypal" ? 5 : 3))
        #expect(said.contains("2300") == (method == "paypal"))
    }

    @Test(
        "letters and trim shape a text before it is cut",
        arguments: [
            ("letters: upper", " wéb-17x ", "WÉB-17X"), ("letters: lower", "WÉB-17X", "wéb-17x"),
            ("trim: true", "  Web-17 ", "Web-17"), ("letters: upper, trim: true", " a-1 ", "A-1"),
            ("keep: last 3, letters: upper", "web-17x", "17X"),
            ("keep: first 2, trim: true", "  web-17x", "we"),
        ])
    func shape(_ keys: String, _ order: String, _ shown: String) throws {
        let edited = EditedRules(
            template: [
                BrokenRules.Edit(
                    old: "description: { text: \"{order_number|item.invoicenumber}\","
                        + " keep: first 40 }",
                    new: "description: { text: \"{payment.merchant_order_reference}\", \(keys)"
                        + (keys.contains("keep") ? " }" : ", keep: first 40 }"))
            ])
        let said = try edited.decide(
            [SmallWorld.payment("P", order: order)], [SmallWorld.sale(1, order)])
        let spaces = keys == "letters: upper" ? " \(shown) " : shown
        #expect(said.contains("<description>\(spaces)</description>"), "\(said)")
    }

    @Test(
        "days are written as the template says",
        arguments: [
            ("", "2026-11-10 2026-11-05"), (", dates: yyyy-mm-dd", "2026-11-10 2026-11-05"),
            (", dates: dd-mm-yyyy", "10-11-2026 05-11-2026"),
            (", dates: dd/mm/yyyy", "10/11/2026 05/11/2026"),
            (", dates: yyyymmdd", "20261110 20261105"),
        ])
    func dates(_ key: String, _ shown: String) throws {
        let edited = EditedRules(
            template: [
                BrokenRules.Edit(
                    old: "description: { text: \"{order_number|item.invoicenumber}\","
                        + " keep: first 40 }",
                    new: "description: { text: \"{payment.date} {item.date}\"\(key) }")
            ])
        let said = try edited.decide(
            [SmallWorld.payment("P", order: "WEB-1")], [SmallWorld.sale(1, "WEB-1")])
        #expect(said.contains("<description>\(shown)</description>"), "\(said)")
    }
}
