internal import SourceDiagnostics
import Wording

extension RuleKeys {
    static let match = Section(
        Phrase("`match`"),
        [
            .required(
                "sale_is", .oneOrMore(.choice(["provisional", "final"])),
                "Whether provisional (concept) and final (definitief) sales are paid.",
                example: "sale_is: [provisional, final]"),
            .optional(
                "daybooks", .oneOrMore(.text), "The daybooks whose entries are sales.",
                otherwise: "every daybook", example: "daybooks: [VRK]"),
            .optional(
                "sale_dated", .section(window),
                "How far the date of the sale may lie from the booking date, both ends included.",
                otherwise: "any date",
                example: "sale_dated: { from: 30 days before payment, to: 30 days after payment }"),
            .required(
                "decide", .list(.section(row)),
                "The decision table: a sale gets the first row that it fits.",
                example: "decide: [{ amount: equals_open, order_number: same, then: book }]"),
            .optional(
                "several_fit", .choice(["review", "error"]),
                "The outcome when two sales fit a row with book.", otherwise: "review",
                example: "several_fit: review"),
            .optional(
                "already_paid_sale", .choice(["review", "error", "wait"]),
                "The outcome when the order number is that of a closed sale.",
                otherwise: "review", example: "already_paid_sale: review"),
            .required(
                "wait_for_sale", .section(waiting), "How long to wait for a sale, and then what.",
                example: "wait_for_sale: { at_most: 14 days, counted_from: payment, then: error }"),
        ])

    static let window = Section(
        Phrase("`sale_dated`"),
        [
            .required(
                "from", .dayOffset, "The earliest date of the sale.",
                example: "from: 30 days before payment"),
            .required(
                "to", .dayOffset, "The latest date of the sale.",
                example: "to: 30 days after payment"),
        ])

    static let row = Section(
        Phrase(en: "a row of `decide`", nl: "een rij van `decide`"),
        [
            .optional(
                "amount", .oneOrMore(.choiceOrTolerance(["equals_open", "less", "more"])),
                "The payment compared with the open amount of the sale, to the cent; within 0.05"
                    + " or within 1 % allows a difference, either way.",
                otherwise: "any", example: "amount: equals_open"),
            .optional(
                "order_number",
                .oneOrMore(.choice(["same", "alias", "contained", "missing", "differs"])),
                "The order number of the payment compared with that of the sale.",
                otherwise: "any", example: "order_number: same"),
            .optional(
                "email", .oneOrMore(.choice(["same", "not_given", "differs"])),
                "The payer's address compared with those of the customer.", otherwise: "any",
                example: "email: [same, not_given]"),
            .optional(
                "days_apart", .days,
                "At most so many days between the sale and the booking date, either way.",
                otherwise: "any", example: "days_apart: 7 days"),
            .optional(
                "sale_is", .oneOrMore(.choice(["provisional", "final"])),
                "The status of the sale, narrower than that of match.", otherwise: "any",
                example: "sale_is: final"),
            .optional(
                "customer", .oneOrMore(.text), "The debtor code of the sale is one of these.",
                otherwise: "any", example: "customer: [\"D0001234\"]"),
            .required(
                "then", .choice(["book", "review"]), "What becomes of the payment.",
                example: "then: book"),
        ])

    static let waiting = Section(
        Phrase("`wait_for_sale`"),
        [
            .required(
                "at_most", .days, "The calendar days after the booking date.",
                example: "at_most: 14 days"),
            .optional(
                "counted_from", .choice(["payment"]), "The day from which is counted.",
                otherwise: "payment", example: "counted_from: payment"),
            .required(
                "then", .choice(["error", "review"]), "The outcome afterwards.",
                example: "then: error"),
        ])
}
