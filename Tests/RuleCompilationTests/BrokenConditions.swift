import SourceDiagnostics

/// Mistakes in lines with conditions, in texts that are shaped, and in rows with a difference.
extension BrokenRules {
    private static let lines = "\nlines:\n"
    private static let paymentLine = "  - id: payment                 # betaalregel\n"
    private static let saleLine = "  - id: sale                    # verkoopregel\n"
    private static let row = "- { amount: [less, more]"

    static let conditions: [BrokenRules] = [
        BrokenRules(
            testDescription: "a line that some entries lack, with nothing in its place",
            template: [
                Edit(old: lines, new: "\n⟦lines⟧:\n"),
                Edit(old: paymentLine, new: paymentLine + "    when: { method: ideal }\n"),
            ],
            messages: [
                Message(
                    code: .templateUnbalanced,
                    words: "an entry with only the line sale does not balance: debit nothing")
            ]),
        BrokenRules(
            testDescription: "two lines that can stand in one entry",
            template: [
                Edit(old: lines, new: "\n⟦lines⟧:\n"),
                Edit(
                    old: paymentLine,
                    new: extra("first", "{ method: ideal }")
                        + paymentLine + "    when: { brand: visa }\n"),
            ],
            messages: [
                Message(code: .templateUnbalanced, words: "an entry with only the line sale")
            ]),
        BrokenRules(
            testDescription: "an alternative that books too much",
            template: [
                Edit(old: lines, new: "\n⟦lines⟧:\n"),
                Edit(
                    old: paymentLine,
                    new: extra("twice", "{ method: klarna }").replacing(
                        "amount: payment.amount", with: "amount: payment.amount + item.open")
                        + paymentLine + "    when: { method: ideal }\n"),
            ],
            messages: [
                Message(code: .templateUnbalanced, words: "only the lines twice, sale does not")
            ]),
        BrokenRules(
            testDescription: "an alternative without the transaction id",
            template: [
                Edit(
                    old: paymentLine,
                    new: extra("klarna", "{ method: klarna }")
                        .replacing("\"{payment.transaction_id}\"", with: "⟦\"Klarna\"⟧")
                        + paymentLine + "    when: { method: ideal }\n")
            ],
            messages: [Message(code: .transactionIDMissing, words: "transaction id")]),
        BrokenRules(
            testDescription: "a line that is lettered off and stands in some entries only",
            template: [
                Edit(
                    old: saleLine,
                    new: extra("gbp", "{ currency: GBP }")
                        .replacing("side: debit", with: "side: credit")
                        + saleLine + "    when: { currency: EUR }\n"),
                Edit(old: "{ line: sale,", new: "{ line: ⟦sale⟧,"),
            ],
            messages: [Message(code: .keysConflict, words: "some entries only")]),
        BrokenRules(
            testDescription: "letters around a transaction id",
            template: [
                Edit(
                    old: "\"{payment.transaction_id} betaling\"",
                    new: "{ text: ⟦\"{payment.transaction_id} betaling\"⟧, letters: upper }")
            ],
            messages: [Message(code: .cutDestroysIdentity, words: "leave letters and trim out")]),
        BrokenRules(
            testDescription: "letters, a flag and a date of a form that nobody knows",
            template: [
                Edit(
                    old: "\"{item.customer}\"",
                    new: "{ text: \"{item.date}\", letters: ⟦capitals⟧, trim: ⟦ja⟧,"
                        + " dates: ⟦dd-mm-yy⟧ }")
            ],
            messages: [
                Message(code: .unknownChoice, words: "upper"),
                Message(code: .malformedValue, words: "true"),
                Message(code: .unknownChoice, words: "dd-mm-yyyy"),
            ]),
        BrokenRules(
            testDescription: "a condition with a key that nobody knows",
            template: [
                Edit(
                    old: saleLine,
                    new: saleLine + "    when: { ⟦metod⟧: ideal }\n")
            ],
            messages: [Message(code: .unknownKey, words: "did you mean  method?")]),
    ]

    static let differences: [BrokenRules] = [
        BrokenRules(
            testDescription: "a tolerance without a line for the difference",
            rules: [
                Edit(
                    old: row,
                    new: "- { amount: ⟦within 0.05⟧, order_number: same, then: book }\n    " + row)
            ],
            messages: [
                Message(code: .bookWithoutEqualAmounts, words: "item.open - payment.amount")
            ]),
        BrokenRules(
            testDescription: "a tolerance without an order number",
            rules: [
                Edit(
                    old: row,
                    new: "- ⟦{ amount: within 1 %, email: not_given, then: review }⟧\n    " + row)
            ],
            messages: [Message(code: .rowWithoutIndex, words: "every sale")]),
        BrokenRules(
            testDescription: "a narrower tolerance below a wider one",
            rules: [
                Edit(
                    old: row,
                    new: "- { amount: within 0.05, order_number: same, then: review }\n"
                        + "    - ⟦{ amount: within 0.04, order_number: same, then: review }⟧\n"
                        + "    " + row)
            ],
            messages: [Message(code: .unreachable, words: "earlier rows")]),
        BrokenRules(
            testDescription: "an alias that no row takes",
            rules: [
                Edit(
                    old: "  if_they_disagree: review",
                    new: "  aliases: [{ payment: ⟦\"ORD-{n}\"⟧, sale: \"INV-{n}\" }]\n"
                        + "  if_they_disagree: review")
            ],
            messages: [Message(code: .unreachable, words: "order_number: [same, alias]")]),
        BrokenRules(
            testDescription: "a row for aliases that are not there",
            rules: [
                Edit(
                    old: row,
                    new: "- ⟦{ amount: equals_open, order_number: alias, then: book }⟧\n    "
                        + row)
            ],
            messages: [Message(code: .unreachable, words: "there are no aliases")]),
        BrokenRules(
            testDescription: "a word for aliases that are not there",
            rules: [
                Edit(
                    old: "order_number: contained, ",
                    new: "order_number: [contained, ⟦alias⟧], ")
            ],
            messages: [Message(code: .neverDecides, words: "there are no aliases")]),
        BrokenRules(
            testDescription: "days, a status and a currency that are none",
            rules: [
                Edit(
                    old: "paypal: \"2121\"",
                    new: "paypal: { account: \"2121\","
                        + " in_currency: { ⟦pond⟧: \"2151\" } }"),
                Edit(
                    old: row,
                    new: "- { order_number: same, days_apart: ⟦a week⟧, sale_is: ⟦draft⟧,"
                        + " then: review }\n    " + row),
            ],
            messages: [
                Message(code: .malformedValue, words: "no currency"),
                Message(code: .malformedValue, words: "days"),
                Message(code: .unknownChoice, words: "provisional"),
            ]),
    ]

    /// A line of the payment with a condition.
    private static func extra(_ id: String, _ when: String) -> String {
        """
          - id: \(id)
            when: \(when)
            dim1: "{suspense_account}"
            side: debit
            description: "{payment.transaction_id}"
            amount: payment.amount

        """
    }
}
