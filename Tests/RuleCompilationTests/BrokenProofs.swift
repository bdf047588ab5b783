import SourceDiagnostics

/// What is asked or named in vain, contradicts itself, or shares what must be apart.
extension BrokenRules {
    private static let paid = "  - id: paid\n"
    private static let disagree = "  if_they_disagree: review"

    private static func selecting(
        _ testDescription: String, when: String, id: String = "extra", _ messages: [Message]
    ) -> BrokenRules {
        BrokenRules(
            testDescription: testDescription,
            rules: [
                Edit(
                    old: paid,
                    new: "  - id: \(id)\n    when: \(when)\n    outcome: review\n\(paid)")
            ],
            messages: messages)
    }

    private static let never = [Message(code: .unreachable, words: "parts exclude each other")]

    static let conditionsInVain: [BrokenRules] = [
        selecting(
            "a text that is given and not given",
            when: "⟦{ description: { given: false, contains: borg } }⟧", never),
        selecting(
            "a whole text that does not begin so",
            when: "⟦{ description: { is: [A1, B1], starts_with: c } }⟧", never),
        selecting(
            "an address that is not given, and looked into",
            when: "⟦{ metadata: { given: false, is: x } }⟧", never),
        selecting(
            "a word of a list that an earlier rule takes",
            when: "{ type: [sale, ⟦refund⟧], method: ideal }",
            [Message(code: .neverDecides, words: "refund never decides: earlier rules")]),
        selecting(
            "a word twice, spelt otherwise",
            when: "{ method: [ideal, ⟦iDEAL⟧] }",
            [Message(code: .neverDecides, words: "iDEAL never decides")]),
        selecting(
            "a text of which another one is the beginning",
            when: "{ description: { starts_with: [⟦TEST-ORDER⟧, test] } }",
            [Message(code: .neverDecides, words: "what it fits, test fits already")]),
        selecting(
            "a text that holds another one",
            when: "{ description: { contains: [borg, ⟦de borg⟧] } }",
            [Message(code: .neverDecides, words: "what it fits, borg fits already")]),
        BrokenRules(
            testDescription: "a word of which the rule above takes all",
            rules: [
                Edit(
                    old: paid,
                    new: "  - { id: a, when: { method: gift }, outcome: review }\n"
                        + "  - { id: b, when: { method: [⟦gift⟧, sdd] }, outcome: skip }\n" + paid)
            ],
            messages: [Message(code: .neverDecides, words: "gift never decides")]),
        BrokenRules(
            testDescription: "a rule that an earlier one takes with another outcome",
            rules: [
                Edit(
                    old: paid,
                    new: "  - { id: a, when: { method: gift }, outcome: review }\n"
                        + "  - { id: ⟦b⟧, when: { method: gift }, outcome: skip }\n" + paid)
            ],
            messages: [Message(code: .unreachable, words: "with review instead of skip")]),
        BrokenRules(
            testDescription: "nothing is ever booked",
            rules: [
                Edit(old: "\nselect: ", new: "\n⟦select⟧: "),
                Edit(old: "    find_sale_then: memo-payment", new: "    outcome: review"),
            ],
            messages: [Message(code: .neverDecides, words: "nothing is ever booked")]),
    ]

    static let accountsInVain: [BrokenRules] = [
        BrokenRules(
            testDescription: "PayPal on the account of iDEAL",
            rules: [Edit(old: "paypal: \"2121\"", new: "paypal: ⟦\"2101\"⟧")],
            messages: [
                Message(
                    code: .accountSharedByPayouts, words: "paypal and ideal share account 2101")
            ]),
        BrokenRules(
            testDescription: "Amex on the account of the other cards, once for all of them",
            rules: [
                Edit(old: "card/amex: \"2111\"", new: "card/amex: ⟦\"2102\"⟧"),
                Edit(old: "klarna: \"2122\"", new: "klarna: \"2102\""),
            ],
            messages: [Message(code: .accountSharedByPayouts, words: "card/amex and card/visa")]),
        BrokenRules(
            testDescription: "a suspense account that is the debtors' account",
            rules: [Edit(old: "ideal: \"2101\"", new: "ideal: ⟦\"1300\"⟧")],
            messages: [Message(code: .suspenseOnDebtors, words: "ideal is 1300")]),
        BrokenRules(
            testDescription: "an account by currency that is the account anyway",
            rules: [
                Edit(
                    old: "paypal: \"2121\"",
                    new: "paypal: { account: \"2121\", in_currency: { GBP: ⟦\"2121\"⟧ } }")
            ],
            messages: [Message(code: .neverDecides, words: "without GBP too")]),
        BrokenRules(
            testDescription: "an account for a method that is never booked",
            rules: [
                Edit(old: "paypal: \"2121\"", new: "paypal: \"2121\"\n    ⟦landingpage⟧: \"2199\"")
            ],
            messages: [Message(code: .neverDecides, words: "with the method landingpage")]),
        BrokenRules(
            testDescription: "a moment behind the one that every payment has",
            rules: [
                Edit(
                    old: "from: [status_final, last_update, created]",
                    new: "from: [status_final, created, ⟦last_update⟧]")
            ],
            messages: [Message(code: .neverDecides, words: "last_update is never used")]),
        BrokenRules(
            testDescription: "what to do about a moment that is not looked at",
            rules: [
                Edit(
                    old: "from: [status_final, last_update, created]",
                    new: "from: [status_final, created]"),
                Edit(
                    old: "last_update_in_another_month: review",
                    new: "last_update_in_another_month: ⟦review⟧"),
            ],
            messages: [Message(code: .neverDecides, words: "has no last_update")]),
    ]

    private static func aliases(
        _ testDescription: String, _ lines: String..., says: (DiagnosticCode, String)
    ) -> BrokenRules {
        BrokenRules(
            testDescription: testDescription,
            rules: [
                Edit(
                    old: disagree,
                    new: "  aliases:\n" + lines.map { "    - \($0)\n" }.joined() + disagree),
                Edit(
                    old: "order_number: same,      email: [same",
                    new: "order_number: [same, alias], email: [same"),
            ],
            messages: [Message(code: says.0, words: says.1)])
    }

    static let numbersInVain: [BrokenRules] = [
        aliases(
            "an alias of itself", "{ payment: ⟦\"ORD-{n}\"⟧, sale: \"ord {n}\" }",
            says: (.unreachable, "both sides are the same number")),
        aliases(
            "one number that becomes two", "{ payment: \"ORD-{n}\", sale: \"INV-{n}\" }",
            "{ payment: ⟦\"ord{n}\"⟧, sale: \"FAC-{n}\" }",
            says: (.aliasesCollide, "ord{n} becomes FAC-{n} here, and INV-{n} by another")),
        aliases(
            "two numbers that become one", "{ payment: \"ORD-{n}\", sale: \"INV-{n}\" }",
            "{ payment: ⟦\"WEB-{n}\"⟧, sale: \"INV{n}\" }",
            says: (.aliasesCollide, "WEB-{n} and ORD-{n}")),
        aliases(
            "an alias that leads to another", "{ payment: \"ORD-{n}\", sale: \"INV-{n}\" }",
            "{ payment: ⟦\"INV-{n}\"⟧, sale: \"FAC-{n}\" }",
            says: (.aliasesCollide, "INV-{n}, to which this alias leads, becomes FAC-{n}")),
        aliases(
            "an alias that forgets digits",
            "{ payment: \"NL-{jaar}-{n}\", sale: ⟦\"INV-{n}\"⟧ }",
            says: (.aliasesCollide, "numbers that differ in {jaar}")),
        aliases(
            "an alias that is a case of another", "{ payment: \"NL-{j}-{n}\", sale: \"{j}-{n}\" }",
            "{ payment: ⟦\"NL-2026-{n}\"⟧, sale: \"FAC-{n}\" }",
            says: (.aliasesCollide, "some numbers fit both NL-2026-{n} and NL-{j}-{n}")),
        aliases(
            "an alias whose digits touch", "{ payment: ⟦\"{a}{b}\"⟧, sale: \"INV-{a}-{b}\" }",
            says: (.malformedValue, "such as  {a}-{b}")),
        aliases(
            "an alias twice, spelt otherwise", "{ payment: \"ORD-{n}\", sale: \"INV-{n}\" }",
            "{ payment: ⟦\"ord {x}\"⟧, sale: \"inv {x}\" }",
            says: (.duplicateName, "the alias stands twice")),
        BrokenRules(
            testDescription: "what is ignored in front twice, in capitals",
            rules: [Edit(old: "    - \"#\"\n", new: "    - \"#\"\n    - ⟦\"ORDER \"⟧\n")],
            messages: [Message(code: .neverDecides, words: "case does not count")]),
        BrokenRules(
            testDescription: "spaces in front",
            rules: [Edit(old: "    - \"#\"\n", new: "    - \"#\"\n    - ⟦\"  \"⟧\n")],
            messages: [Message(code: .neverDecides, words: "spaces alone")]),
        BrokenRules(
            testDescription: "a word of invoices that introduces nothing",
            rules: [
                Edit(old: "    [factuur, facturen,", new: "    [⟦clubnota⟧, factuur, facturen,")
            ],
            messages: [Message(code: .neverDecides, words: "add \"clubnota \"")]),
        BrokenRules(
            testDescription: "a shape twice, with other names",
            rules: [
                Edit(
                    old: disagree,
                    new: "  shapes: [\"WEB-{a}-{b}\", ⟦\"web-{x}-{y}\"⟧]\n" + disagree)
            ],
            messages: [Message(code: .neverDecides, words: "fits the same numbers")]),
        BrokenRules(
            testDescription: "a shape that no text is searched for",
            rules: [
                Edit(
                    old: "in_payment: [merchant_order_reference, description]",
                    new: "in_payment: [merchant_order_reference]"),
                Edit(
                    old: "in_sale: [invoicenumber, description]", new: "in_sale: [invoicenumber]"),
                Edit(old: disagree, new: "  shapes: ⟦\"WEB-{a}\"⟧\n" + disagree),
            ],
            messages: [Message(code: .neverDecides, words: "reads a description")]),
    ]
}
