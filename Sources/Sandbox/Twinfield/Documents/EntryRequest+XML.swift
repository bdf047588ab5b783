internal import BooksModel

extension EntryRequest {
    /// Takes a `<transaction>` as it came; the books check it (API reference, 3.2 to 3.5).
    init(_ node: XMLNode) {
        let header = node.child("header") ?? XMLNode("header")
        func text(_ field: HeaderField) -> String? { header.child(field.rawValue)?.text }
        self.init(
            destiny: node["destiny"], raisesWarning: Self.flag(node["raisewarning"]),
            office: text(.office), daybook: text(.code), number: text(.number),
            currency: text(.currency), date: text(.date), period: text(.period),
            invoiceNumber: text(.invoiceNumber), dueDate: text(.dueDate),
            lines: (node.child("lines")?.children ?? []).map { LineRequest($0) })
        autoBalancesVAT = Self.flag(node["autobalancevat"])
        dateRaisesWarning = Self.flag(header.child("date")?["raisewarning"])
        regime = text(.regime)
        freeText1 = text(.freeText1)
        freeText2 = text(.freeText2)
        freeText3 = text(.freeText3)
    }

    private static func flag(_ text: String?) -> Bool? {
        switch text?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }
}

extension LineRequest {
    /// Takes a `<line>` as it came.
    init(_ node: XMLNode) {
        func text(_ field: LineField) -> String? { node.child(field.rawValue)?.text }
        self.init(
            kind: node["type"], id: node["id"], dim1: text(.dim1), dim2: text(.dim2),
            dim3: text(.dim3), debitCredit: text(.debitCredit), value: text(.value),
            description: text(.description), invoiceNumber: text(.invoiceNumber),
            vatCode: text(.vatCode), comment: node.child("comment")?.text)
        baseValue = text(.baseValue)
        rate = text(.rate)
        reportingValue = text(.reportingValue)
        freeCharacter = text(.freeCharacter)
        currencyDate = text(.currencyDate)
        destinationOffice = text(.destinationOffice)
    }
}
