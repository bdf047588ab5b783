import SourceDiagnostics

/// Tables of `match.decide` that do not say what they seem to, and cuts that take too much.
extension BrokenRules {
    private static let row = EditedRules.Row.self
    private static let sameRow =
        "{ amount: equals_open,  order_number: same,      email: [same, not_given], then: book }"
    private static let differsRow =
        "- { amount: equals_open,  order_number: same,      email: differs,"
        + "           then: review }"
    private static let amountRow =
        "- { amount: [less, more], order_number: same,                                then:"
        + " review }"

    static let tables: [BrokenRules] = [
        BrokenRules(
            testDescription: "a row that an earlier one takes with another outcome",
            rules: [
                Edit(
                    old: row.otherAmount,
                    new: "- ⟦{ amount: equals_open, order_number: same, email: same,"
                        + " then: review }⟧\n    " + row.otherAmount)
            ],
            messages: [Message(code: .unreachable, words: "with book instead of review")]),
        BrokenRules(
            testDescription: "a row that asks for a subset of what a narrowed one takes",
            rules: [
                Edit(
                    old: row.noNumber,
                    new: "- { amount: equals_open, order_number: missing, days_apart: 5 days,"
                        + " then: review }\n"
                        + "    - ⟦{ amount: equals_open, order_number: missing, email: same,"
                        + " days_apart: 3 days, then: book }⟧\n    " + row.noNumber)
            ],
            messages: [Message(code: .unreachable, words: "with review instead of book")]),
        BrokenRules(
            testDescription: "a row for sales that match lets not in",
            rules: [
                Edit(old: "sale_is: [provisional, final]", new: "sale_is: final"),
                Edit(
                    old: row.noNumber,
                    new: "- ⟦{ amount: equals_open, order_number: differs, email: same,"
                        + " sale_is: provisional, then: review }⟧\n    " + row.noNumber),
            ],
            messages: [Message(code: .unreachable, words: "match lets no sale in that it fits")]),
        BrokenRules(
            testDescription: "a row for the address of a customer whose addresses do not count",
            rules: [
                Edit(
                    old: "from: [billing_email]",
                    new: "from: [billing_email]\n  collective_customers: [\"D9\"]"),
                Edit(
                    old: row.noNumber,
                    new: "- ⟦{ amount: equals_open, order_number: differs, email: same,"
                        + " customer: D9, then: review }⟧\n    " + row.noNumber),
            ],
            messages: [Message(code: .unreachable, words: "collective_customers")]),
        BrokenRules(
            testDescription: "a word that an earlier row takes",
            rules: [
                Edit(
                    old: row.noNumber,
                    new: "- { amount: equals_open, order_number: [⟦contained⟧, differs],"
                        + " email: same, then: review }\n    " + row.noNumber)
            ],
            messages: [Message(code: .neverDecides, words: "contained never decides in this row")]),
        BrokenRules(
            testDescription: "a column that never decides",
            rules: [
                Edit(
                    old: sameRow,
                    new: "{ amount: equals_open, order_number: same, email: [⟦same⟧, not_given],"
                        + " then: book }"),
                Edit(
                    old: differsRow,
                    new: "- { amount: equals_open, order_number: same, email: differs, then: book }"
                ),
                Edit(old: "missing,   email: same,  ", new: "missing,"),
            ],
            messages: [Message(code: .neverDecides, words: "email never decides: whatever")]),
        BrokenRules(
            testDescription: "a row that looks like an exception below one that books",
            rules: [
                Edit(
                    old: sameRow, new: "{ amount: equals_open, order_number: same, then: book }"),
                Edit(
                    old: differsRow, new: "- ⟦{ order_number: same, email: differs, then: review }⟧"
                ),
            ],
            messages: [Message(code: .orderDecides, words: "only the order")]),
        BrokenRules(
            testDescription: "days that are as wide as the window",
            rules: [
                Edit(
                    old: row.noNumber,
                    new: "- { amount: equals_open, order_number: missing, email: not_given,"
                        + " days_apart: 2 days, then: review }\n"
                        + "    - { amount: equals_open, order_number: differs, email: same,"
                        + " days_apart: ⟦30 days⟧, then: review }\n    " + row.noNumber)
            ],
            messages: [Message(code: .neverDecides, words: "match.sale_dated is no wider")]),
        BrokenRules(
            testDescription: "a tolerance beside a wider one",
            rules: [
                Edit(
                    old: amountRow,
                    new: "- { amount: [less, more], order_number: same, then: review }"),
                Edit(
                    old: row.noNumber,
                    new: "- { amount: [⟦within 0.05⟧, within 0.10], order_number: contained,"
                        + " then: review }\n    " + row.noNumber),
            ],
            messages: [Message(code: .neverDecides, words: "within 0.05 never decides beside")]),
        BrokenRules(
            testDescription: "addresses that no row asks about",
            rules: [
                Edit(old: "from: [billing_email]", new: "from: [⟦billing_email⟧]"),
                Edit(
                    old: sameRow, new: "{ amount: equals_open, order_number: same, then: book }"),
                Edit(old: differsRow, new: ""),
                Edit(old: "missing,   email: same,  ", new: "missing,"),
            ],
            messages: [Message(code: .neverDecides, words: "no row asks for it")]),
    ]

    private static let number =
        "invoicenumber: { text: \"{order_number|item.invoicenumber}\", keep:"
    private static let saleNumber =
        "keep: first 40 }\n    \(number) last 40 }\n    amount: item.open"
    private static let saleEnd = "keep: first 40 }\n    amount: item.open\n"
    private static let account = "dim1: \"{item.account}\" "

    static let cuts: [BrokenRules] = [
        BrokenRules(
            testDescription: "the first part of an invoice number",
            template: [
                Edit(
                    old: saleNumber,
                    new: "keep: first 40 }\n    \(number) ⟦first 40⟧ }\n    amount: item.open")
            ],
            messages: [Message(code: .cutCanMakeAlike, words: "two different {order_number}")]),
        BrokenRules(
            testDescription: "less of an invoice number than Twinfield takes",
            template: [
                Edit(
                    old: saleNumber,
                    new: "keep: first 40 }\n    \(number) ⟦last 12⟧ }\n    amount: item.open")
            ],
            messages: [Message(code: .cutCanMakeAlike, words: "keep: last 40")]),
        BrokenRules(
            testDescription: "an invoice number with something behind it",
            template: [
                Edit(
                    old: saleNumber,
                    new: "keep: first 40 }\n    invoicenumber: { text: \"{order_number}"
                        + " {item.customer_name}\", keep: ⟦last 40⟧ }\n    amount: item.open")
            ],
            messages: [Message(code: .cutCanMakeAlike, words: "put the number last")]),
        BrokenRules(
            testDescription: "a part of a debtor code",
            template: [
                Edit(
                    old: "dim2: \"{item.customer}\"",
                    new: "dim2: { text: \"{item.customer}\", keep: ⟦first 6⟧ }")
            ],
            messages: [Message(code: .cutDestroysIdentity, words: "{item.customer}")]),
        BrokenRules(
            testDescription: "a form for days where no day stands",
            template: [
                Edit(
                    old: saleNumber,
                    new: "keep: first 40, dates: ⟦dd-mm-yyyy⟧ }\n    \(number) last 40 }\n"
                        + "    amount: item.open")
            ],
            messages: [Message(code: .neverDecides, words: "no day stands in the text")]),
        BrokenRules(
            testDescription: "less of a number in a description than there is room for",
            template: [
                Edit(
                    old: saleNumber,
                    new: "keep: ⟦first 10⟧ }\n    \(number) last 40 }\n    amount: item.open")
            ],
            messages: [Message(code: .cutCanMakeAlike, words: "keep: first 40")]),
        BrokenRules(
            testDescription: "a line lettered off without a debtor",
            template: [
                Edit(old: "- id: sale ", new: "- id: ⟦sale⟧ "),
                Edit(old: "    dim2: \"{item.customer}\" ", new: "    "),
            ],
            messages: [Message(code: .reconciledWithoutDebtor, words: "dim2")]),
        BrokenRules(
            testDescription: "a line lettered off on an account without sales",
            template: [Edit(old: account, new: "dim1: ⟦\"1399\"⟧ ")],
            messages: [Message(code: .reconciledElsewhere, words: "1399 is none of")]),
        BrokenRules(
            testDescription: "a line lettered off on the suspense account",
            template: [Edit(old: account, new: "dim1: ⟦\"{suspense_account}\"⟧ ")],
            messages: [
                Message(code: .reconciledElsewhere, words: "{suspense_account} is none of")
            ]),
    ]
}
