import SourceDiagnostics

/// What the compiler proves about templates and their texts.
extension BrokenRules {
    static let templates: [BrokenRules] = [
        BrokenRules(
            testDescription: "both lines on the debit side",
            template: [
                Edit(old: "\nlines:", new: "\n⟦lines⟧:"),
                Edit(old: "side: credit", new: "side: debit"),
            ],
            messages: [
                Message(
                    code: .templateUnbalanced,
                    words: "debit payment.amount + item.open, credit nothing")
            ]),
        BrokenRules(
            testDescription: "amounts that can never be equal",
            template: [
                Edit(old: "\nlines:", new: "\n⟦lines⟧:"),
                Edit(old: "amount: item.open", new: "amount: item.open + payment.amount"),
            ],
            messages: [Message(code: .templateUnbalanced, words: "can never balance")]),
        BrokenRules(
            testDescription: "an amount that is never positive",
            template: [
                Edit(old: "amount: item.open", new: "amount: ⟦item.open - item.open⟧")
            ],
            messages: [Message(code: .templateUnbalanced, words: "never more than zero")]),
        BrokenRules(
            testDescription: "no lines at all",
            wholeTemplate: """
                ⟦journal⟧: MEMO
                post_as: final
                reconcile: { line: sale, with: item }

                """, messages: [Message(code: .missingKey, words: "lacks the key lines")]),
        BrokenRules(
            testDescription: "one line",
            wholeTemplate: """
                journal: MEMO
                post_as: final
                ⟦lines⟧:
                  - id: payment
                    dim1: "{suspense_account}"
                    side: debit
                    description: "{payment.transaction_id}"
                    amount: payment.amount
                """, messages: [Message(code: .tooFewLines, words: "two lines at least")]),
        BrokenRules(
            testDescription: "a line with an error is still a line",
            wholeTemplate: """
                journal: MEMO
                post_as: final
                lines:
                  - id: payment
                    dim1: "{suspense_account}"
                    side: debit
                    description: "{payment.transaction_id}"
                    amount: payment.amount
                  - ⟦sale⟧
                """, messages: [Message(code: .wrongKind, words: "a line is the text \"sale\"")]),
        BrokenRules(
            testDescription: "no transaction id",
            template: [
                Edit(old: "\"{payment.transaction_id} betaling\"", new: "⟦\"betaling\"⟧")
            ],
            messages: [Message(code: .transactionIDMissing, words: "{payment.transaction_id}")]),
        BrokenRules(
            testDescription: "the transaction id only as a second choice",
            template: [
                Edit(
                    old: "\"{payment.transaction_id} betaling\"",
                    new: "{ text: ⟦\"{order_number|payment.transaction_id}\"⟧, keep: last 40 }")
            ],
            messages: [Message(code: .transactionIDMissing, words: "whole transaction id")]),
        BrokenRules(
            testDescription: "the transaction id only in the other line",
            template: [
                Edit(old: "\"{payment.transaction_id} betaling\"", new: "⟦\"betaling\"⟧"),
                Edit(
                    old: "description: { text: \"{order_number|item.invoicenumber}\","
                        + " keep: first 40 }", new: "description: \"{payment.transaction_id}\""),
            ],
            messages: [Message(code: .transactionIDMissing, words: "the payment's line")]),
        BrokenRules(
            testDescription: "a cut through the transaction id",
            template: [
                Edit(
                    old: "\"{payment.transaction_id} betaling\"",
                    new: "{ text: \"{payment.transaction_id} betaling\", keep: ⟦last 40⟧ }")
            ],
            messages: [Message(code: .cutDestroysIdentity, words: "leave keep out")]),
    ]

    static let texts: [BrokenRules] = [
        BrokenRules(
            testDescription: "a cut beyond the limit",
            template: [Edit(old: "keep: first 40", new: "keep: ⟦first 41⟧")],
            messages: [Message(code: .textExceedsLimit, words: "write  keep: first 40")]),
        BrokenRules(
            testDescription: "a text beyond the limit",
            template: [
                Edit(old: "dim1: \"{suspense_account}\"", new: "dim1: ⟦\"12345678901234567\"⟧")
            ],
            messages: [Message(code: .textExceedsLimit, words: "17 characters; Twinfield takes 16")]
        ),
        BrokenRules(
            testDescription: "a text that may be too long",
            template: [
                Edit(
                    old: "description: { text: \"{order_number|item.invoicenumber}\","
                        + " keep: first 40 }", new: "description: ⟦\"{order_number}\"⟧")
            ],
            messages: [Message(code: .textMayExceedLimit, words: "more than the 40 characters")]),
        BrokenRules(
            testDescription: "a placeholder that nothing closes",
            template: [
                Edit(old: "\"{payment.transaction_id} betaling", new: "\"⟦{⟧payment.transaction_id")
            ],
            messages: [Message(code: .malformedPlaceholder, words: "{{ for the brace itself")]),
        BrokenRules(
            testDescription: "a brace that closes nothing",
            template: [
                Edit(old: "transaction_id} betaling", new: "transaction_id} betaling⟦}⟧")
            ],
            messages: [Message(code: .malformedPlaceholder, words: "}} for the brace itself")]),
        BrokenRules(
            testDescription: "a placeholder without a name, in a block of lines",
            template: [
                Edit(old: "dim2: \"{item.customer}\"", new: "dim2: |-\n      é\n      a ⟦{}⟧")
            ],
            messages: [Message(code: .malformedPlaceholder, words: "names no field")]),
        BrokenRules(
            testDescription: "a choice without a name",
            template: [
                Edit(old: "dim2: \"{item.customer}\"", new: "dim2: 'x''⟦{item.customer|}⟧'")
            ],
            messages: [Message(code: .malformedPlaceholder, words: "{order_number}")]),
        BrokenRules(
            testDescription: "two placeholders broken in one text without quotes",
            template: [
                Edit(old: "dim2: \"{item.customer}\"", new: "dim2: é a⟦}⟧b ⟦{ }⟧")
            ],
            messages: [
                Message(code: .malformedPlaceholder, words: "closes no placeholder"),
                Message(code: .malformedPlaceholder, words: "names no field"),
            ]),
    ]

    static let together: [BrokenRules] = [
        BrokenRules(
            testDescription: "several mistakes in two files, in their order",
            rules: [
                Edit(old: "\noffice:", new: "\n⟦offise⟧:"),
                Edit(old: "2025-01-01", new: "⟦soon⟧"),
                Edit(old: "    paypal:", new: "    ⟦ideal⟧: \"1\"\n    paypal:"),
                Edit(old: "status: pending }", new: "⟦stat⟧: pending }"),
                Edit(old: ": memo-payment", new: ": ⟦memo⟧"),
                Edit(old: "several_fit: review", new: "several_fit: ⟦gok⟧"),
                Edit(old: "at_most: 14 days", new: "at_most: ⟦x⟧"),
            ],
            template: [
                Edit(old: "post_as: provisional", new: "post_as: ⟦concept⟧"),
                Edit(old: "\nlines:", new: "\n⟦lines⟧:"),
                Edit(old: "dim2: \"{item.customer}\"", new: "dim2: \"{⟦klant⟧}\""),
                Edit(old: "side: credit", new: "side: debit"),
                Edit(old: "{ line: sale,", new: "{ line: ⟦verkoop⟧,"),
            ],
            messages: [
                Message(code: .unknownKey, words: "office"),
                Message(code: .malformedValue, words: "soon"),
                Message(code: .duplicateKey, words: "ideal"),
                Message(code: .unknownKey, words: "stat"),
                Message(code: .unknownTemplate, words: "memo-payment"),
                Message(code: .unknownChoice, words: "gok"),
                Message(code: .malformedValue, words: "14 days"),
                Message(code: .unknownChoice, words: "provisional, final"),
                Message(code: .templateUnbalanced, words: "credit nothing"),
                Message(code: .unknownField, words: "klant"),
                Message(code: .unknownLine, words: "payment, sale"),
            ])
    ]
}
