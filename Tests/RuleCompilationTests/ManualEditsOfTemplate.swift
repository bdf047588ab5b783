/// Edits of the template: every cell of the manual's table of fields.
extension ManualEdit {
    private static let saleText =
        "description: { text: \"{order_number|item.invoicenumber}\", keep: first 40 }"
    private static let first10 = String(SmallWorld.longNumber.prefix(10))
    private static let last10 = String(SmallWorld.longNumber.suffix(10))

    static let entries: [ManualEdit] = [
        template("journal: MEMO", "journal: MEM2", gains: "<code>MEM2</code>"),
        template("post_as: provisional", "post_as: final", gains: "destiny=\"final\""),
        template("date: paid_on", "date: sale_date", gains: "<date>20261119</date>"),
        template(
            "date: paid_on", "date: later_of_payment_and_sale", gains: "<date>20261119</date>"),
        template(
            "dim1: \"{suspense_account}\"", "dim1: \"2999\"",
            gains: "<dim1>2999</dim1><debitcredit>debit"),
        template(
            "{payment.transaction_id} betaling", "{payment.transaction_id} ontvangst",
            gains: "<description>M0 ontvangst</description>"),
        template(
            "{payment.transaction_id} betaling", "betaling {payment.transaction_id}",
            gains: "<description>betaling M0</description>"),
        template(
            "side: debit\n    description: \"{payment.transaction_id} betaling\"\n"
                + "    invoicenumber: { text: \"{order_number|item.invoicenumber}\", "
                + "keep: last 40 }",
            "side: debit\n    description: \"{payment.transaction_id} betaling\"\n"
                + "    invoicenumber: { text: \"{order_number}\", keep: first 10 }",
            gains: "<invoicenumber>\(first10)</invoicenumber><description>long betaling"),
        template(
            "side: debit\n    description: \"{payment.transaction_id} betaling\"\n"
                + "    invoicenumber: { text: \"{order_number|item.invoicenumber}\", "
                + "keep: last 40 }",
            "side: debit\n    description: \"{payment.transaction_id} betaling\"\n"
                + "    invoicenumber: { text: \"{order_number}\", keep: last 10 }",
            gains: "<invoicenumber>\(last10)</invoicenumber><description>long betaling"),
        template(
            "dim1: \"{item.account}\"", "dim1: \"1399\"",
            gains: "<dim1>1399</dim1><dim2>D100</dim2>"),
        template(
            "dim2: \"{item.customer}\"", "dim2: \"K{item.number}\"", gains: "<dim2>K100</dim2>"),
        template(
            "    dim2: \"{item.customer}\"", "", gains: "<dim1>1300</dim1><debitcredit>credit"),
        template(
            saleText, saleText.replacing("first 40", with: "last 40"),
            gains: "<description>\(SmallWorld.longNumber.suffix(40))</description>"),
        template(
            saleText, saleText.replacing("first 40", with: "first 10"),
            gains: "<description>\(first10)</description>"),
        template(
            saleText,
            saleText.replacing("{order_number|item.invoicenumber}", with: "nr {order_number}"),
            gains: "<description>nr METHOD-0</description>"),
        template(
            "    \(saleText)\n", "",
            gains: "<invoicenumber>METHOD-0</invoicenumber></line></lines>"),
        template(
            "keep: first 40 }\n    invoicenumber: { text: \"{order_number|item.invoicenumber}\","
                + " keep: last 40 }",
            "keep: first 40 }\n    invoicenumber: { text: \"{order_number|item.invoicenumber}\","
                + " keep: first 40 }",
            gains: "<invoicenumber>\(SmallWorld.longNumber.prefix(40))</invoicenumber>"),
        template(
            "keep: first 40 }\n    invoicenumber: { text: \"{order_number|item.invoicenumber}\","
                + " keep: last 40 }",
            "keep: first 40 }\n    invoicenumber: \"{item.invoicenumber}\"",
            gains: "<invoicenumber>F-323</invoicenumber>"),
        ManualEdit(
            testDescription: "template: both sides swapped",
            template: [
                BrokenRules.Edit(old: "side: debit", new: "side: other"),
                BrokenRules.Edit(old: "side: credit", new: "side: debit"),
                BrokenRules.Edit(old: "side: other", new: "side: credit"),
            ],
            gains: "<dim1>2101</dim1><debitcredit>credit</debitcredit>"),
        ManualEdit(
            testDescription: "template: the amount of the sale's line",
            rules: [
                BrokenRules.Edit(
                    old: "[less, more], order_number: same,"
                        + "                                then: review",
                    new: "less, order_number: same, then: book")
            ],
            template: [BrokenRules.Edit(old: "item.open", new: "payment.amount")],
            gains: "<dim2>D331</dim2><debitcredit>credit</debitcredit><value>71.00</value>"),
        ManualEdit(
            testDescription: "template: a line for the difference",
            rules: [
                BrokenRules.Edit(
                    old: "[less, more], order_number: same,"
                        + "                                then: review",
                    new: "less, order_number: same, then: book")
            ],
            template: [
                BrokenRules.Edit(
                    old: "\nreconcile",
                    new: "\n  - id: difference\n    dim1: \"4999\"\n    side: debit\n"
                        + "    amount: item.open - payment.amount\nreconcile")
            ],
            gains: "<dim1>4999</dim1><debitcredit>debit</debitcredit><value>0.50</value>"),
    ]
}
