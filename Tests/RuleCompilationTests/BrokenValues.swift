import SourceDiagnostics

/// Values of the right kind that say nothing, too much, or something that does not exist.
extension BrokenRules {
    private static func malformed(_ old: String, _ new: String, _ words: String) -> BrokenRules {
        BrokenRules(
            testDescription: "malformed: \(new)", rules: [Edit(old: old, new: new)],
            messages: [Message(code: .malformedValue, words: words)])
    }

    private static func notAChoice(_ old: String, _ new: String, _ words: String) -> BrokenRules {
        BrokenRules(
            testDescription: "not a choice: \(new)", rules: [Edit(old: old, new: new)],
            messages: [Message(code: .unknownChoice, words: words)])
    }

    static let values: [BrokenRules] = [
        malformed("2025-01-01", "⟦01-01-2025⟧", "expected a day such as 2025-01-01"),
        malformed("2025-01-01", "⟦2025-02-30⟧", "no day of the calendar"),
        malformed("office: NLA001", "office: ⟦\" NLA001\"⟧", "has spaces around it"),
        malformed("office: NLA001", "office: ⟦\"NLA\\t1\"⟧", "characters that no code has"),
        malformed("office: NLA001  ", "office:⟦⟧", "office has no value; expected a text"),
        malformed("ideal: \"2101\"", "ideal: ⟦\"\"⟧", "ideal has no value"),
        malformed("2025-01-01", "⟦01-02-2026⟧", "write  book_from: 2026-02-01"),
        malformed("at_most: 14 days", "at_most: ⟦7 dagen⟧", "write  at_most: 7 days"),
        malformed(
            "30 days before payment", "⟦9 dagen voor betaling⟧",
            "write  from: 9 days before payment"),
        malformed(
            "amount: [less, more], order_number: same,",
            "amount: ⟦within 0,05⟧, order_number: same,",
            "write  within 0.05"),
        malformed(
            "amount: [less, more], order_number: same,",
            "amount: [⟦within 0,5⟧, more], order_number: same,",
            "write  within 0.5"),
        malformed(
            "{ status: failed }", "{ amount: { at_most: ⟦1,50⟧ } }", "write  1.50"),
        malformed("debtors: [\"1300\"]", "debtors: ⟦[]⟧", "debtors is empty"),
        malformed("{ status: failed }", "⟦{}⟧", "`when` is empty"),
        malformed("30 days before payment", "⟦30 dagen voor betaling⟧", "30 days before payment"),
        malformed("at_most: 14 days", "at_most: ⟦two weeks⟧", "a number of days such as 14 days"),
        malformed("at_most: 14 days", "at_most: ⟦14⟧", "write  at_most: 14 days"),
        malformed(
            "landing_page_parent: true", "landing_page_parent: ⟦yes⟧", "expected true or false"),
        malformed("    giropay:", "    ⟦card/visa/x⟧: \"1\"\n    giropay:", "expected method"),
        malformed(
            "{ status: failed }", "{ currency: ⟦EURO⟧ }", "expected three letters"),
        malformed(
            "{ status: failed }", "{ amount: { at_most: ⟦\"1,50\"⟧ } }",
            "expected digits with at most two decimals"),
        notAChoice("version: 1", "version: ⟦2⟧", "expected 1"),
        notAChoice("child_missing: wait", "child_missing: ⟦wiat⟧", "did you mean  wait?"),
        notAChoice(
            "from: [status_final,", "from: [⟦status_finale⟧,", "did you mean  status_final?"),
        notAChoice("from: [billing_email]", "from: [⟦e-mail⟧]", "billing_email, description"),
        notAChoice("[provisional, final]", "[provisional, ⟦definitief⟧]", "did you mean  final?"),
        notAChoice("[provisional, final]", "[⟦concept⟧, final]", "did you mean  provisional?"),
        notAChoice("several_fit: review", "several_fit: ⟦book⟧", "one of review, error"),
        notAChoice(
            "email: [same, not_given], then: book", "email: [same, ⟦not_givn⟧], then: book",
            "did you mean  not_given?"),
        notAChoice(
            "- { amount: equals_open,  order_number: contained",
            "- { amount: ⟦equal_open⟧,  order_number: contained", "did you mean  equals_open?"),
        notAChoice("email: differs,           then: review", "then: ⟦boek⟧", "did you mean  book?"),
        notAChoice("reason: no_rule", "reason: ⟦no_rul⟧", "did you mean  no_rule?"),
        notAChoice(
            "    outcome: skip\n    reason: failed_at_ccv", "    outcome: ⟦overslaan⟧",
            "did you mean  skip?"),
        notAChoice(
            "several_fit: review", "several_fit: ⟦kies⟧", "write  review  or  error"),
        BrokenRules(
            testDescription: "malformed: a cut without a number",
            template: [Edit(old: "keep: first 40", new: "keep: ⟦first⟧")],
            messages: [Message(code: .malformedValue, words: "a cut such as first 40 or last 40")]),
        BrokenRules(
            testDescription: "malformed: a cut to nothing",
            template: [Edit(old: "keep: first 40", new: "keep: ⟦first 0⟧")],
            messages: [Message(code: .malformedValue, words: "a cut such as first 40 or last 40")]),
        BrokenRules(
            testDescription: "malformed: a multiplied amount",
            template: [Edit(old: "amount: item.open", new: "amount: ⟦item.open payment.amount⟧")],
            messages: [Message(code: .malformedValue, words: "write  amount: item.open")]),
        BrokenRules(
            testDescription: "not a choice: a side in Dutch",
            template: [Edit(old: "side: credit", new: "side: ⟦kredit⟧")],
            messages: [Message(code: .unknownChoice, words: "did you mean  credit?")]),
        BrokenRules(
            testDescription: "an office that is too long",
            rules: [Edit(old: "office: NLA001", new: "office: ⟦NLA00100000000000⟧")],
            messages: [Message(code: .textExceedsLimit, words: "Twinfield takes 16")]),
        BrokenRules(
            testDescription: "a debtors' account twice",
            rules: [Edit(old: "[\"1300\"]", new: "[\"1300\", ⟦\"1300\"⟧]")],
            messages: [Message(code: .duplicateName, words: "debtors has \"1300\" twice")]),
        BrokenRules(
            testDescription: "a word twice in a list",
            rules: [Edit(old: "[sale, capture]", new: "[sale, capture, ⟦sale⟧]")],
            messages: [Message(code: .duplicateName, words: "remove one of the two")]),
        BrokenRules(
            testDescription: "a method twice, spelt differently",
            rules: [Edit(old: "    paypal:", new: "    ⟦Apple_Pay⟧: \"2199\"\n    paypal:")],
            messages: [Message(code: .duplicateName, words: "has an account already")]),
    ]
}
