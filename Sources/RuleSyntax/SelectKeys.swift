internal import SourceDiagnostics
import Wording

extension RuleKeys {
    static let selectRule = Section(
        Phrase(en: "a rule of `select`", nl: "een regel van `select`"),
        [
            .required(
                "id", .text, "The name of the rule; it stands in every decision it makes.",
                example: "id: paid"),
            .optional(
                "when", .section(condition), "The payments to which it applies.",
                otherwise: "every payment", example: "when: { status: failed }"),
            .optional(
                "outcome", .choice(["skip", "wait", "review", "error"]),
                "What becomes of them; not beside find_sale_then.", otherwise: "find_sale_then",
                example: "outcome: skip"),
            .optional(
                "find_sale_then", .text,
                "The template to book with when the sale is found; not beside outcome.",
                otherwise: "outcome", example: "find_sale_then: memo-payment"),
            .optional(
                "reason", .text, "The reason code that the decision carries.",
                otherwise: "the one that fits the condition", example: "reason: money_back"),
            .optional(
                "because", .text, "The reason in your own words, shown beside the code.",
                otherwise: "a standard sentence", example: "because: Refunds are booked by hand"),
        ])

    static let condition = Section(
        Phrase("`when`"),
        wordKeys + textKeys + [
            .optional(
                "landing_page_parent", .flag,
                "Whether it is the parent of a landing-page payment.", otherwise: "either",
                example: "landing_page_parent: true"),
            .optional(
                "email_given", .flag, "Whether the payment has an e-mail address.",
                otherwise: "either", example: "email_given: false"),
            .optional(
                "amount", .section(amountTest),
                "Bounds of the amount, in the currency of the payment.",
                otherwise: "any", example: "amount: { at_most: 1000.00 }"),
        ])

    /// The keys of `when` that compare words, without regard to case, `_`, `-` and spaces.
    static let wordKeys: [Section.Key] = [
        ("type", "type: [sale, capture]"), ("status", "status: success"),
        ("method", "method: ideal"), ("brand", "brand: visa"), ("currency", "currency: EUR"),
        ("entry_mode", "entry_mode: ecom"), ("language", "language: nld"),
        ("paid_out", "paid_out: yes"),
    ].map { name, example in
        .optional(
            name, .oneOrMore(.word), "The \(name) of the payment is this word, or one of these.",
            otherwise: "any", example: example)
    }

    /// The keys of `when` that look into texts.
    static let textKeys: [Section.Key] = [
        "transaction_id", "merchant_order_reference", "description", "metadata", "failure_code",
        "original_transaction_id",
    ].map { name in
        .optional(
            name, .section(textTest), "A test of the text.", otherwise: "any",
            example: "\(name): { starts_with: TEST }")
    }

    static let textTest = Section(
        Phrase(en: "a test of a text", nl: "een toets van een tekst"),
        [
            .optional(
                "given", .flag, "Whether there is a text.", otherwise: "either",
                example: "given: true"),
            .optional(
                "is", .oneOrMore(.text), "The whole text, ignoring case.", otherwise: "any",
                example: "is: [A, B]"),
            .optional(
                "starts_with", .oneOrMore(.text), "Its beginning, ignoring case.",
                otherwise: "any", example: "starts_with: TEST"),
            .optional(
                "ends_with", .oneOrMore(.text), "Its end, ignoring case.", otherwise: "any",
                example: "ends_with: -NL"),
            .optional(
                "contains", .oneOrMore(.text), "A part of it, ignoring case.", otherwise: "any",
                example: "contains: proef"),
        ])

    static let amountTest = Section(
        Phrase(en: "a test of an amount", nl: "een toets van een bedrag"),
        [
            .optional(
                "at_least", .text, "This amount or more.", otherwise: "no bound",
                example: "at_least: 0.01"),
            .optional(
                "at_most", .text, "This amount or less.", otherwise: "no bound",
                example: "at_most: 1000.00"),
        ])
}
