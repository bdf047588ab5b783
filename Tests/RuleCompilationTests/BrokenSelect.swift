import SourceDiagnostics

/// What the compiler proves about `select`.
extension BrokenRules {
    static let select: [BrokenRules] = [
        BrokenRules(
            testDescription: "two rules of one name",
            rules: [Edit(old: "- id: not-final", new: "- id: ⟦failed⟧")],
            messages: [Message(code: .duplicateName, words: "select has a rule failed already")]),
        BrokenRules(
            testDescription: "a select that does not catch everything",
            rules: [
                Edit(old: "\nselect:", new: "\n⟦select⟧:"),
                Edit(
                    old: "  - id: anything-else\n    outcome: error\n    reason: no_rule\n", new: ""
                ),
            ],
            messages: [Message(code: .selectNotExhaustive, words: "end with  - { id: anything")]),
        BrokenRules(
            testDescription: "rules below one that catches all",
            rules: [
                Edit(old: "    when: { type: [sale, capture], status: success }\n", new: ""),
                Edit(old: "- id: paid", new: "- id: ⟦paid⟧"),
            ],
            messages: [Message(code: .unreachable, words: "the rules below it never apply")]),
        BrokenRules(
            testDescription: "a rule without a condition above all the others, said once",
            rules: [
                Edit(
                    old: "\nselect: ",
                    new: "\nselect:\n  - { id: ⟦all⟧, outcome: review }\n#")
            ],
            messages: [Message(code: .unreachable, words: "or move it to the end")]),
        BrokenRules(
            testDescription: "a rule below one that takes the same status",
            rules: [
                Edit(
                    old: "  - id: ccv-must-act",
                    new: "  - id: ⟦again⟧\n    when: { type: sale, status: Failed }\n"
                        + "    outcome: skip\n  - id: ccv-must-act")
            ],
            messages: [Message(code: .unreachable, words: "move it up")]),
        BrokenRules(
            testDescription: "a rule whose types two earlier rules share",
            rules: [
                Edit(
                    old: "  - id: paid",
                    new: "  - id: ⟦shared⟧\n    when: { type: [refund, TOKEN] }\n"
                        + "    outcome: skip\n  - id: paid")
            ],
            messages: [Message(code: .unreachable, words: "earlier rules take all its payments")]),
        BrokenRules(
            testDescription: "a rule whose amounts an earlier rule takes",
            rules: [
                Edit(
                    old: "  - id: paid",
                    new: "  - id: small\n    when: { amount: { at_most: 5.00 } }\n"
                        + "    outcome: review\n  - id: ⟦smaller⟧\n"
                        + "    when: { amount: { at_least: 1.00, at_most: 2.00 } }\n"
                        + "    outcome: review\n  - id: paid")
            ],
            messages: [Message(code: .unreachable, words: "earlier rules")]),
        BrokenRules(
            testDescription: "both an outcome and a template",
            rules: [
                Edit(
                    old: "    find_sale_then: memo-payment",
                    new: "    find_sale_then: memo-payment\n    outcome: ⟦review⟧")
            ],
            messages: [Message(code: .keysConflict, words: "not both")]),
        BrokenRules(
            testDescription: "a reason beside a template",
            rules: [
                Edit(
                    old: "    find_sale_then: memo-payment",
                    new: "    find_sale_then: memo-payment\n    because: ⟦paid⟧")
            ],
            messages: [Message(code: .keysConflict, words: "remove because")]),
        BrokenRules(
            testDescription: "bounds that exclude each other",
            rules: [
                Edit(
                    old: "{ status: failed }",
                    new: "{ amount: { at_least: 10.00, at_most: ⟦9.99⟧ } }")
            ],
            messages: [Message(code: .keysConflict, words: "at_most is less than at_least")]),
    ]

    static let match: [BrokenRules] = [
        BrokenRules(
            testDescription: "a row that an earlier one covers",
            rules: [
                Edit(
                    old: "- { amount: equals_open,  order_number: same,      email: differs,"
                        + "           then: review }",
                    new:
                        "- ⟦{ amount: equals_open, order_number: same, email: same, then: review }⟧"
                )
            ],
            messages: [Message(code: .unreachable, words: "earlier rows take all it fits")]),
        BrokenRules(
            testDescription: "a row that several earlier ones cover together",
            rules: [
                Edit(
                    old: "    - { amount: [less",
                    new: "    - ⟦{ amount: equals_open, order_number: same, then: review }⟧\n"
                        + "    - { amount: [less")
            ],
            messages: [Message(code: .unreachable, words: "move it up, or remove it")]),
        BrokenRules(
            testDescription: "a row that books without equal amounts",
            rules: [
                Edit(
                    old: "{ amount: equals_open,  order_number: same,      email: [same,"
                        + " not_given], then: book }",
                    new: "⟦{ order_number: same, email: [same, not_given], then: book }⟧")
            ],
            messages: [Message(code: .bookWithoutEqualAmounts, words: "add  amount: equals_open")]),
        BrokenRules(
            testDescription: "a row that needs neither number nor amount",
            rules: [
                Edit(
                    old: "    - { amount: equals_open,  order_number: missing,   email: same,"
                        + "              then: review }",
                    new: "    - ⟦{ order_number: missing, email: same, then: review }⟧")
            ],
            messages: [Message(code: .rowWithoutIndex, words: "against every sale")]),
        BrokenRules(
            testDescription: "a window that ends before it begins",
            rules: [Edit(old: "to: 30 days after payment", new: "to: ⟦31 days before payment⟧")],
            messages: [Message(code: .keysConflict, words: "ends before it begins")]),
        BrokenRules(
            testDescription: "no rows",
            rules: [
                Edit(old: "  decide:  ", new: "  decide: ⟦[]⟧\n  #"),
                Edit(
                    old: "    - { amount: equals_open,  order_number: same,      email: [same,"
                        + " not_given], then: book }", new: "    #"),
                Edit(
                    old: "    - { amount: equals_open,  order_number: same,      email: differs,"
                        + "           then: review }", new: "    #"),
                Edit(
                    old: "    - { amount: [less, more], order_number: same,"
                        + "                                then: review }", new: "    #"),
                Edit(
                    old: "    - { amount: equals_open,  order_number: contained,"
                        + "                           then: review }", new: "    #"),
                Edit(
                    old: "    - { amount: equals_open,  order_number: missing,   email: same,"
                        + "              then: review }", new: "    #"),
            ],
            messages: [Message(code: .malformedValue, words: "decide is empty")]),
    ]
}
