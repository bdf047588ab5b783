import SourceDiagnostics

/// Rules that others leave no payment for, and lines on the wrong account.
extension BrokenRules {
    private static let paid = "  - id: paid\n"

    /// Rules above `paid`, each one line: the name, the condition and the outcome.
    private static func rules(
        _ testDescription: String, _ rules: (id: String, when: String, outcome: String)...,
        says words: String = "with skip instead of review"
    ) -> BrokenRules {
        let lines = rules.map { "  - { id: \($0.id), when: \($0.when), outcome: \($0.outcome) }\n" }
        return BrokenRules(
            testDescription: testDescription,
            rules: [Edit(old: paid, new: lines.joined() + paid)],
            messages: [Message(code: .unreachable, words: words)])
    }

    static let covered: [BrokenRules] = [
        rules(
            "a beginning below a part of it",
            ("a", "{ description: { contains: test } }", "skip"),
            ("⟦b⟧", "{ description: { starts_with: Testorder } }", "review")),
        rules(
            "whole texts below a part of each",
            ("a", "{ description: { contains: test } }", "skip"),
            ("⟦b⟧", "{ description: { is: [mijn test, TEST] } }", "review")),
        rules(
            "longer ends below shorter ones",
            ("a", "{ metadata: { ends_with: [nl, be] } }", "skip"),
            ("⟦b⟧", "{ metadata: { ends_with: [-NL, -be] } }", "review")),
        rules(
            "a part of a text below any text",
            ("a", "{ description: { given: true } }", "skip"),
            ("⟦b⟧", "{ description: { contains: x } }", "review")),
        rules(
            "a method below those with an address and those without",
            ("a", "{ method: klarna, email_given: true }", "skip"),
            ("b", "{ method: klarna, email_given: false }", "skip"),
            ("⟦c⟧", "{ method: klarna }", "review")),
        rules(
            "an amount below two that meet",
            ("a", "{ amount: { at_most: 100.00 } }", "skip"),
            ("b", "{ method: ideal, amount: { at_least: 50.00 } }", "skip"),
            ("⟦c⟧", "{ method: ideal, amount: { at_least: 20.00, at_most: 200.00 } }", "review")),
    ]

    private static let payment = "dim1: \"{suspense_account}\""

    static let lineAccounts: [BrokenRules] = [
        BrokenRules(
            testDescription: "the payment's line lettered off instead of the sale's",
            template: [Edit(old: "{ line: sale,", new: "{ line: ⟦payment⟧,")],
            messages: [Message(code: .reconciledOtherLine, words: "write  line: sale")]),
        BrokenRules(
            testDescription: "one account for the money of every method",
            template: [Edit(old: payment, new: "dim1: ⟦\"2101\"⟧")],
            messages: [Message(code: .neverDecides, words: "every method goes to 2101")]),
        BrokenRules(
            testDescription: "the money of the payment on the debtors' account",
            template: [Edit(old: payment, new: "dim1: ⟦\"1300\"⟧")],
            messages: [Message(code: .suspenseOnDebtors, words: "{suspense_account}")]),
    ]

    private static func difference(
        _ testDescription: String, lines: String, says words: String
    ) -> BrokenRules {
        BrokenRules(
            testDescription: testDescription,
            rules: [
                Edit(
                    old: "- { amount: [less, more]",
                    new: "- { amount: [equals_open, ⟦less⟧], order_number: same, then: book }\n"
                        + "    - { amount: [less, more]")
            ],
            template: [Edit(old: "\nreconcile", new: "\n\(lines)reconcile")],
            messages: [Message(code: .bookWithoutEqualAmounts, words: words)])
    }

    private static func line(_ id: String, _ side: String, _ when: String = "") -> String {
        """
          - id: \(id)\(when)
            dim1: "4990"
            side: \(side)
            amount: item.open - payment.amount

        """
    }

    static let differenceLines: [BrokenRules] = [
        difference(
            "a line for the difference on the wrong side", lines: line("rest", "credit"),
            says: "write  side: debit  in line rest"),
        difference(
            "a line for the difference that some entries lack",
            lines: line("rest", "debit", "\n    when: { method: ideal }"),
            says: "take  when  out of line rest"),
        difference(
            "two lines for the difference", lines: line("rest", "debit") + line("more", "debit"),
            says: "remove line rest"),
        difference(
            "no line for the difference", lines: "",
            says: "write  amount: equals_open  in the row, or add a line to the template with"
                + "  side: debit"),
    ]

    private static let paymentLine = "  - id: payment                 # betaalregel\n"

    /// A second line of the payment, and a condition for the first one.
    private static func twoLines(
        _ testDescription: String, _ one: String, _ other: String, methods: String = "",
        says words: String
    ) -> BrokenRules {
        BrokenRules(
            testDescription: testDescription,
            rules: methods.isEmpty
                ? [] : [Edit(old: "\naccounts:", new: "\nmethods: \(methods)\naccounts:")],
            template: [
                Edit(
                    old: paymentLine,
                    new: """
                          - id: extra
                            when: ⟦{ \(one) }⟧
                            dim1: "{suspense_account}"
                            side: debit
                            description: "{payment.transaction_id}"
                            amount: payment.amount
                        \(paymentLine)    when: { \(other) }

                        """)
            ],
            messages: [Message(code: .linesLeaveGap, words: words)])
    }

    static let lineGaps: [BrokenRules] = [
        twoLines(
            "lines for some of the shop's methods", "method: paypal", "method: ideal",
            methods: "[ideal, paypal, klarna]", says: "with the method klarna"),
        twoLines(
            "lines for amounts that do not meet", "amount: { at_least: 100.00 }",
            "amount: { at_most: 99.00 }", says: "from 99.01 to 99.99"),
        twoLines(
            "lines for some currencies", "currency: GBP", "currency: EUR",
            says: "in another currency than GBP or EUR"),
        BrokenRules(
            testDescription: "a line for a method that the shop has not",
            rules: [Edit(old: "\naccounts:", new: "\nmethods: [ideal]\naccounts:")],
            template: [
                Edit(
                    old: "\nreconcile",
                    new: "\n  - { id: fee, when: ⟦{ method: klarna }⟧, dim1: \"4990\", side: debit,"
                        + " amount: item.open - payment.amount }\nreconcile")
            ],
            messages: [Message(code: .neverDecides, words: "methods has no klarna")]),
        BrokenRules(
            testDescription: "one debtor for every sale",
            template: [Edit(old: "dim2: \"{item.customer}\"", new: "dim2: ⟦\"D0001\"⟧")],
            messages: [Message(code: .reconciledWithoutDebtor, words: "{item.customer}")]),
        BrokenRules(
            testDescription: "a rule that books refunds",
            rules: [
                Edit(old: "- id: paid", new: "- id: ⟦paid⟧"),
                Edit(
                    old: "[refund, credit, autorefund, chargeback, chargebackreversal, reversal]",
                    new: "[credit, autorefund, chargeback, chargebackreversal, reversal]"),
                Edit(old: "{ type: [sale, capture], status", new: "{ status"),
            ],
            messages: [Message(code: .moneyBackBooked, words: "as a payment: refund")]),
        BrokenRules(
            testDescription: "no row that books",
            rules: [
                Edit(
                    old: "email: [same, not_given], then: book",
                    new: "email: [same, not_given], then: ⟦review⟧")
            ],
            messages: [Message(code: .neverDecides, words: "no row has  then: book")]),
        BrokenRules(
            testDescription: "an office that is nothing",
            rules: [Edit(old: "office: NLA001", new: "office: ⟦~⟧")],
            messages: [Message(code: .malformedValue, words: "office has no value")]),
    ]
}
