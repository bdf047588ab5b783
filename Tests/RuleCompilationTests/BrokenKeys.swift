import SourceDiagnostics

/// Keys that are misspelt, missing, of another section, or behind which the wrong kind stands.
extension BrokenRules {
    private static func misspelt(
        _ old: String, _ new: String, words: String,
        in file: WritableKeyPath<Self, [Edit]> = \.rules
    ) -> BrokenRules {
        var result = BrokenRules(
            testDescription: "misspelt: \(new)",
            messages: [Message(code: .unknownKey, words: words)])
        result[keyPath: file] = [Edit(old: old, new: new)]
        return result
    }

    private static func wrongKind(
        _ old: String, _ new: String, words: String,
        in file: WritableKeyPath<Self, [Edit]> = \.rules
    ) -> BrokenRules {
        var result = BrokenRules(
            testDescription: "wrong kind: \(new)",
            messages: [Message(code: .wrongKind, words: words)])
        result[keyPath: file] = [Edit(old: old, new: new)]
        return result
    }

    private static func missing(
        _ old: String, _ new: String, words: String,
        in file: WritableKeyPath<Self, [Edit]> = \.rules
    ) -> BrokenRules {
        var result = BrokenRules(
            testDescription: "missing: \(words)",
            messages: [Message(code: .missingKey, words: words)])
        result[keyPath: file] = [Edit(old: old, new: new)]
        return result
    }

    static let keys: [BrokenRules] =
        [
            misspelt("\noffice:", "\n⟦ofice⟧:", words: "did you mean  office?"),
            misspelt("\nbook_from:", "\n⟦book-from⟧:", words: "did you mean  book_from?"),
            misspelt("\nlanding_page:", "\n⟦landingpage⟧:", words: "did you mean  landing_page?"),
            misspelt("\nselect:", "\n⟦selekt⟧:", words: "did you mean  select?"),
            misspelt("\nmatch:", "\n⟦macth⟧:", words: "did you mean  match?"),
            misspelt("  debtors:", "  ⟦debitors⟧:", words: "did you mean  debtors?"),
            misspelt("  suspense:", "  ⟦suspence⟧:", words: "did you mean  suspense?"),
            misspelt(
                "  last_update_in_another_month:", "  ⟦last_update_in_other_month⟧:",
                words: "did you mean  last_update_in_another_month?"),
            misspelt(
                "  child_missing:", "  ⟦child_mising⟧:", words: "did you mean  child_missing?"),
            misspelt("{ status: failed }", "{ ⟦staus⟧: failed }", words: "did you mean  status?"),
            misspelt(
                "    outcome: skip\n    reason: failed_at_ccv",
                "    ⟦outcom⟧: skip\n    reason: failed_at_ccv", words: "did you mean  outcome?"),
            misspelt(
                "    when: { type: [sale, capture], status: success }",
                "    ⟦wehn⟧: { type: [sale, capture], status: success }",
                words: "did you mean  when?"),
            misspelt(
                "find_sale_then", "⟦find_sale_than⟧", words: "did you mean  find_sale_then?"),
            misspelt(
                "  - id: anything-else\n    outcome: error",
                "  - id: anything-else\n    ⟦outcone⟧: error", words: "did you mean  outcome?"),
            misspelt("  in_payment:", "  ⟦in_payments⟧:", words: "did you mean  in_payment?"),
            misspelt("  daybooks:", "  ⟦daybook⟧:", words: "did you mean  daybooks?"),
            misspelt("{ from: 30 days", "{ ⟦form⟧: 30 days", words: "did you mean  from?"),
            misspelt(
                "- { amount: equals_open,  order_number: same,      email: [same, not_given]",
                "- { ⟦amuont⟧: equals_open,  order_number: same,      email: [same, not_given]",
                words: "did you mean  amount?"),
            misspelt("counted_from:", "⟦counted_form⟧:", words: "did you mean  counted_from?"),
            misspelt("post_as:", "⟦post_sa⟧:", words: "did you mean  post_as?", in: \.template),
            misspelt("    dim2:", "    ⟦dim3⟧:", words: "did you mean  dim1?", in: \.template),
            misspelt(
                "    side: debit", "    ⟦syde⟧: debit", words: "did you mean  side?", in: \.template
            ),
            misspelt(
                "first 40 }", "first 40, ⟦kep⟧: x }", words: "did you mean  keep?", in: \.template),
            misspelt(
                "    description: \"{", "    ⟦descripton⟧: \"{",
                words: "did you mean  description?", in: \.template),
            misspelt(
                "{ line: sale", "{ ⟦lines⟧: sale", words: "did you mean  line?", in: \.template),
            misspelt(
                "  daybooks:", "  ⟦colour⟧: blue\n  daybooks:",
                words: "the keys here are: sale_is, daybooks"),
        ] + wrongKinds + missingKeys

    private static let wrongKinds: [BrokenRules] = [
        wrongKind(
            "office: NLA001", "office: ⟦[NLA001]⟧", words: "office is a list; expected a text"),
        wrongKind(
            "  debtors: [\"1300\"]", "  debtors: ⟦{ a: b }⟧",
            words: "debtors is a mapping; expected a text, or a list of them"),
        wrongKind(
            "card/visa: \"2102\"", "card/visa: ⟦[\"2102\"]⟧",
            words: "card/visa is a list; expected"),
        wrongKind(
            "{ status: failed }", "⟦failed⟧",
            words: "`when` is the text \"failed\"; expected a mapping with the keys type"),
        wrongKind(
            "  - id: anything-else\n    outcome: error\n    reason: no_rule", "  - ⟦anything-else⟧",
            words: "a rule of `select` is the text"),
        wrongKind(
            "{ from: 30 days before payment, to: 30 days after payment }", "⟦30 days⟧",
            words: "`sale_dated` is the text"),
        wrongKind("[VRK]", "[⟦[VRK]⟧]", words: "daybooks is a list; expected a text"),
        wrongKind(
            "reconcile: { line: sale, with: item, dated: later_of_payment_and_sale }",
            "reconcile: ⟦sale⟧", words: "`reconcile` is the text", in: \.template),
        wrongKind(
            "dim2: \"{item.customer}\"", "dim2: ⟦[\"{item.customer}\"]⟧",
            words: "dim2 is a list; expected a text with placeholders, or", in: \.template),
        wrongKind(
            "amount: item.open", "amount: ⟦{ of: item.open }⟧", words: "amount is a mapping",
            in: \.template),
        wrongKind(
            "description: \"{payment.transaction_id} betaling\"", "description: ⟦[x]⟧",
            words: "description is a list", in: \.template),
    ]

    private static let missingKeys: [BrokenRules] = [
        missing(
            "version: 1\nname: CCV Online Payments naar Twinfield\n", "⟦name⟧: CCV\n",
            words: "the rules file lacks the key version"),
        BrokenRules(
            testDescription: "missing: the start date has no default",
            rules: [
                Edit(old: "\nversion:", new: "\n⟦version⟧:"),
                Edit(old: "\nbook_from: 2025-01-01 ", new: "\n#"),
            ],
            messages: [Message(code: .missingKey, words: "book_from: 2025-01-01")]),
        missing(
            "  in_payment: [merchant_order_reference, description]\n  in_sale",
            "  ⟦in_sale⟧", words: "`order_number` lacks the key in_payment"),
        missing(
            "{ at_most: 14 days, counted_from", "{ ⟦counted_from⟧",
            words: "`wait_for_sale` lacks the key at_most"),
        missing(
            "- { amount: equals_open,  order_number: same,      email: differs,           "
                + "then: review }",
            "- { ⟦amount⟧: equals_open,  order_number: same,      email: differs }",
            words: "a row of `decide` lacks the key then"),
        BrokenRules(
            testDescription: "missing: an amount",
            template: [
                Edit(old: "- id: sale", new: "- ⟦id⟧: sale"),
                Edit(old: "    amount: item.open\n", new: ""),
            ],
            messages: [Message(code: .missingKey, words: "a line lacks the key amount")]),
        missing(
            "{ line: sale, with: item,", "{ ⟦line⟧: sale,",
            words: "`reconcile` lacks the key with", in: \.template),
        missing(
            "journal: MEMO                   # memoriaal in Twinfield\npost_as", "⟦post_as⟧",
            words: "the template lacks the key journal", in: \.template),
        BrokenRules(
            testDescription: "missing: what becomes of the payments of a rule",
            rules: [
                Edit(old: "- id: paid\n", new: "- id: ⟦paid⟧\n"),
                Edit(old: "    find_sale_then: memo-payment\n", new: ""),
            ],
            messages: [Message(code: .missingKey, words: "needs outcome or find_sale_then")]),
    ]
}
