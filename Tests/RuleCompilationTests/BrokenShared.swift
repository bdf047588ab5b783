import SourceDiagnostics

/// Mistakes in files that are included, in aliases and in tolerances.
extension BrokenRules {
    private static let include = Edit(old: "\nversion:", new: "\ninclude: base.yaml\nversion:")

    static let shared: [BrokenRules] = [
        BrokenRules(
            testDescription: "an included file that is not there",
            rules: [Edit(old: "\nversion:", new: "\ninclude: ⟦base.yaml⟧\nversion:")],
            messages: [Message(code: .fileUnreadable, words: "rules/base.yaml cannot be read")]),
        BrokenRules(
            testDescription: "keys that a missing file would have brought are not missed as well",
            rules: [
                Edit(old: "\nversion:", new: "\ninclude: ⟦base.yaml⟧\nversion:"),
                Edit(old: "\nbook_from: 2025-01-01 ", new: "\n#"),
            ],
            messages: [Message(code: .fileUnreadable, words: "rules/base.yaml cannot be read")]),
        BrokenRules(
            testDescription: "nor those of an included file that is no YAML",
            rules: [include, Edit(old: "\nbook_from: 2025-01-01 ", new: "\n#")],
            base: "email: ⟦[⟧billing_email\n",
            messages: [Message(code: .yamlSyntax, words: "]")]),
        BrokenRules(
            testDescription: "a file that includes itself",
            rules: [include], base: "include: ⟦base.yaml⟧\n",
            messages: [Message(code: .fileUnreadable, words: "includes itself")]),
        BrokenRules(
            testDescription: "a mistake in an included file stands there",
            rules: [include], base: "# é\n⟦metods⟧: [ideal]\n",
            messages: [Message(code: .unknownKey, words: "did you mean  methods?")]),
        BrokenRules(
            testDescription: "an alias whose sale has a placeholder of its own",
            rules: [alias("{ payment: \"ORD-{n}\", sale: \"INV-{⟦m⟧}\" }")],
            messages: [Message(code: .unknownField, words: "its placeholders are: n")]),
        BrokenRules(
            testDescription: "an alias without a placeholder",
            rules: [alias("{ payment: ⟦ORD-1⟧, sale: INV-1 }")],
            messages: [Message(code: .malformedValue, words: "ORD-{n}")]),
        BrokenRules(
            testDescription: "an alias whose placeholder is not closed",
            rules: [alias("{ payment: \"ORD-⟦{⟧n\", sale: \"INV-{n}\" }")],
            messages: [Message(code: .malformedPlaceholder, words: "nothing closes")]),
        BrokenRules(
            testDescription: "a tolerance in words",
            rules: [
                Edit(
                    old: "- { amount: equals_open,  order_number: contained",
                    new: "- { amount: ⟦within a euro⟧,  order_number: contained")
            ],
            messages: [Message(code: .unknownChoice, words: "within 0.05")]),
    ]

    private static func alias(_ text: String) -> Edit {
        Edit(
            old: "  if_they_disagree: review",
            new: "  aliases: [\(text)]\n  if_they_disagree: review")
    }
}
