import SourceDiagnostics

/// Names that must exist: fields, templates, methods, lines, time zones, words of CCV.
extension BrokenRules {
    static let names: [BrokenRules] = [
        BrokenRules(
            testDescription: "an unknown template",
            rules: [Edit(old: ": memo-payment", new: ": ⟦memo-paiment⟧")],
            messages: [Message(code: .unknownTemplate, words: "did you mean  memo-payment?")]),
        BrokenRules(
            testDescription: "a template that is nothing like the one there is",
            rules: [Edit(old: ": memo-payment", new: ": ⟦boeking⟧")],
            messages: [Message(code: .unknownTemplate, words: "the templates are: memo-payment")]),
        BrokenRules(
            testDescription: "an unknown time zone",
            rules: [Edit(old: "Europe/Amsterdam", new: "⟦Europe/Rotterdam⟧")],
            messages: [Message(code: .unknownTimeZone, words: "IANA")]),
        BrokenRules(
            testDescription: "a misspelt method, and no second warning that its right name lacks",
            rules: [Edit(old: "    ideal:", new: "    ⟦idael⟧:")],
            messages: [Message(code: .unknownMethod, words: "did you mean  ideal?")]),
        BrokenRules(
            testDescription: "an unknown brand",
            rules: [Edit(old: "    paypal:", new: "    ⟦card/discover⟧: \"1\"\n    paypal:")],
            messages: [Message(code: .unknownMethod, words: "known are: visa")]),
        BrokenRules(
            testDescription: "a method without an account",
            rules: [
                Edit(old: "  suspense:", new: "  ⟦suspense⟧:"),
                Edit(old: "    klarna: \"2122\"\n", new: ""),
            ],
            messages: [
                Message(code: .methodWithoutAccount, words: "method klarna has no account")
            ]),
        BrokenRules(
            testDescription: "brands without an account are one warning",
            rules: [
                Edit(old: "  suspense:", new: "  ⟦suspense⟧:"),
                Edit(old: "    card/visa: \"2102\"\n    card/mastercard: \"2103\"\n", new: ""),
            ],
            messages: [
                Message(code: .methodWithoutAccount, words: "card/visa, card/mastercard | add")
            ]),
        BrokenRules(
            testDescription: "a method of this shop without an account",
            rules: [
                Edit(
                    old: "\nbooking_date:", new: "\nmethods: [ideal, ⟦klarna⟧, card]\nbooking_date:"
                ),
                Edit(old: "    klarna: \"2122\"\n", new: ""),
                Edit(old: "    sofort: \"2123\"\n", new: ""),
            ],
            messages: [
                Message(code: .methodWithoutAccount, words: "method klarna has no account")
            ]),
        BrokenRules(
            testDescription: "a misspelt method of this shop",
            rules: [
                Edit(old: "\nbooking_date:", new: "\nmethods: [ideal, ⟦payapl⟧]\nbooking_date:")
            ],
            messages: [Message(code: .unknownMethod, words: "did you mean  paypal?")]),
        BrokenRules(
            testDescription: "a misspelt type",
            rules: [Edit(old: "[refund, credit,", new: "[⟦refnud⟧, credit,")],
            messages: [Message(code: .unknownWord, words: "did you mean  refund?")]),
        BrokenRules(
            testDescription: "a misspelt status",
            rules: [Edit(old: "status: manualintervention", new: "status: ⟦manual⟧")],
            messages: [Message(code: .unknownWord, words: "known are: pending")]),
        BrokenRules(
            testDescription: "an unknown field behind text of several bytes",
            template: [
                Edit(
                    old: "\"{payment.transaction_id} betaling\"",
                    new: "\"é🙂 {⟦payment.transaction_it⟧} betaling\"")
            ],
            messages: [
                Message(code: .unknownField, words: "did you mean  payment.transaction_id?")
            ]),
        BrokenRules(
            testDescription: "an unknown second choice",
            template: [
                Edit(
                    old: "description: { text: \"{order_number|item.invoicenumber}\"",
                    new: "description: { text: \"nr {order_number|⟦item.invoicenr⟧}\"")
            ],
            messages: [Message(code: .unknownField, words: "the fields are: payment")]),
        BrokenRules(
            testDescription: "an unknown field in a block",
            template: [
                Edit(
                    old: "dim2: \"{item.customer}\"     # debiteurcode",
                    new: "dim2: >-\n      x\n      {⟦item.custommer⟧}")
            ],
            messages: [Message(code: .unknownField, words: "did you mean  item.customer?")]),
        BrokenRules(
            testDescription: "an unknown field between escapes",
            template: [
                Edit(old: "dim2: \"{item.customer}\"", new: "dim2: \"\\u00e9\\\"{⟦item.customr⟧}\"")
            ],
            messages: [Message(code: .unknownField, words: "did you mean  item.customer?")]),
        BrokenRules(
            testDescription: "an unknown field between single quotes",
            template: [
                Edit(old: "dim2: \"{item.customer}\"", new: "dim2: 'it''s { ⟦klant⟧ }'")
            ],
            messages: [Message(code: .unknownField, words: "the fields are:")]),
        BrokenRules(
            testDescription: "unknown amounts, each of them",
            template: [Edit(old: "amount: item.open", new: "amount: ⟦item.opn⟧ - ⟦rest⟧")],
            messages: [
                Message(code: .unknownField, words: "did you mean  item.open?"),
                Message(code: .unknownField, words: "the amounts are: payment.amount, item.open"),
            ]),
        BrokenRules(
            testDescription: "an unknown line to reconcile",
            template: [Edit(old: "{ line: sale,", new: "{ line: ⟦sales⟧,")],
            messages: [Message(code: .unknownLine, words: "did you mean  sale?")]),
        BrokenRules(
            testDescription: "a line whose id is misspelt is not called unknown as well",
            template: [Edit(old: "- id: sale", new: "- ⟦idd⟧: sale")],
            messages: [Message(code: .unknownKey, words: "did you mean  id?")]),
        BrokenRules(
            testDescription: "two lines of one name",
            template: [
                Edit(old: "- id: sale", new: "- id: ⟦payment⟧"),
                Edit(old: "{ line: sale", new: "{ line: payment"),
            ],
            messages: [Message(code: .duplicateName, words: "a line payment already")]),
    ]
}
