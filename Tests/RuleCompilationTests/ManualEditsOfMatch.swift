/// Edits of `order_number`, `email` and `match`.
extension ManualEdit {
    private static let row1 =
        "{ amount: equals_open,  order_number: same,      email: [same, not_given], then: book }"
    private static let row2 =
        "{ amount: equals_open,  order_number: same,      email: differs,           then: review }"
    private static let row3 =
        "{ amount: [less, more], order_number: same,                                then: review }"
    private static let row4 =
        "{ amount: equals_open,  order_number: contained,                           then: review }"
    private static let row5 =
        "{ amount: equals_open,  order_number: missing,   email: same,              then: review }"

    static let numbers: [ManualEdit] =
        SmallWorld.prefixes.enumerated().map { index, prefix in
            rules("    - \"\(prefix)\"\n", "", gains: "N\(index) review weak_evidence")
        } + [
            rules(
                "[merchant_order_reference, description]", "[description]",
                gains: "in-reference wait no_sale_yet"),
            rules(
                "[merchant_order_reference, description]", "[merchant_order_reference]",
                gains: "in-description wait no_sale_yet"),
            rules(
                "[invoicenumber, description]", "[invoicenumber]",
                gains: "in-sale-text wait no_sale_yet"),
            rules("[invoicenumber, description]", "[description]", gains: "M0 wait no_sale_yet"),
            rules(
                "if_they_disagree: review", "if_they_disagree: error",
                gains: "disagreeing error numbers_disagree"),
            rules("[billing_email]", "[metadata]", gains: "metadata review email_differs"),
        ]

    static let matches: [ManualEdit] = [
        rules("[provisional, final]", "[final]", gains: "provisional wait no_sale_yet"),
        rules("[provisional, final]", "[provisional]", gains: "M0 wait no_sale_yet"),
        rules("[VRK]", "[VRK2]", gains: "other-daybook book"),
        rules("  daybooks: [VRK]\n", "", gains: "other-daybook book"),
        rules("30 days before", "16 days before", gains: "after-sale wait no_sale_yet"),
        rules("30 days after", "16 days after", gains: "before-sale error no_sale"),
        rules("several_fit: review", "several_fit: error", gains: "several error several_fit"),
        rules(
            "already_paid_sale: review", "already_paid_sale: error",
            gains: "closed error already_paid"),
        rules("at_most: 14 days", "at_most: 5 days", gains: "waiting error no_sale"),
        rules("at_most: 14 days", "at_most: 20 days", gains: "waited wait no_sale_yet"),
        rules(
            "counted_from: payment, then: error", "counted_from: payment, then: review",
            gains: "waited review no_sale"),
        rules(
            row1, row1.replacing("then: book", with: "then: review"),
            gains: "M0 review weak_evidence"),
        rules(row1, row1.replacing(", not_given", with: ""), gains: "M0 wait no_sale_yet"),
        rules(row1, row1.replacing("same, not_given", with: "not_given"), gains: "same-email wait"),
        rules(row1, row1.replacing("same,  ", with: "[same, contained],"), gains: "contained book"),
        rules(row2, row2.replacing("review", with: "book"), gains: "other-email book"),
        rules(row2, row2.replacing("same, ", with: "missing,"), gains: "other-email wait"),
        rules(row2, row2.replacing("equals_open", with: "more"), gains: "other-email wait"),
        rules(row3, row3.replacing("[less, more]", with: "[less]"), gains: "too-much wait"),
        rules(row3, row3.replacing("[less, more]", with: "[more]"), gains: "\ntoo-little wait"),
        rules(
            row3, row3.replacing("same,", with: "[same, contained],"),
            gains: "contained-too-little review amount_differs"),
        rules(row4, row4.replacing("review", with: "book"), gains: "\ncontained book"),
        rules(row4, row4.replacing("equals_open", with: "more"), gains: "\ncontained wait"),
        rules(row5, row5.replacing("review", with: "book"), gains: "\nno-number book"),
        rules(row5, row5.replacing("email: same", with: "email: differs"), gains: "no-number wait"),
        rules(
            row5, row5.replacing("email: same", with: "email: not_given"),
            gains: "no-number-no-email review weak_evidence"),
        rules(
            row1,
            "{ amount: equals_open, order_number: same, email: same, then: review }\n    - \(row1)",
            gains: "same-email review weak_evidence"),
    ]
}
