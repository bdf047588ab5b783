extension BrowseDefinition {
    /// The browses of the sandbox.
    ///
    /// 000 and 100 are as recorded; 030_2 and 130_1 are composed of what clients ask of them and
    /// 020 is a guess.
    static let all = [ledger, transactions, customers, ledgerDetails, customerDetails]

    private static func shown(_ field: BrowseField) -> Column { Column(field: field) }

    private static func asked(
        _ field: BrowseField, _ filter: Operator, isVisible: Bool = true, from: String = "",
        finder: String = ""
    ) -> Column {
        Column(
            field: field, isVisible: isVisible, isAsked: true, filter: filter, from: from,
            finderParameter: finder)
    }

    private static func hidden(_ field: BrowseField, _ filter: Operator = .none) -> Column {
        Column(field: field, isVisible: false, filter: filter)
    }

    private static let ledger = BrowseDefinition(
        code: "000", name: ("Grootboekkaart", "General ledger transactions"), scope: .allLines,
        columns: [
            asked(.yearPeriod, .between, from: "$DEFAULT$"),
            asked(.code, .equal, finder: "hidden=1"), shown(.shortName),
            asked(.number, .between), asked(.status, .equal, from: "normal"),
            asked(.dim1, .between), shown(.dim1Name), hidden(.currency, .equal),
            hidden(.value, .between), asked(.baseValue, .between),
            asked(.reportingValue, .between), shown(.description),
        ])

    private static let transactions = BrowseDefinition(
        code: "020", name: ("Boekingenoverzicht", "Transaction list"), scope: .entries,
        columns: [
            asked(.yearPeriod, .between, from: "$DEFAULT$"),
            asked(.code, .equal, finder: "hidden=1"), shown(.shortName),
            asked(.number, .between), asked(.status, .equal, from: "normal"), shown(.date),
            hidden(.currency, .equal), shown(.relation), shown(.relationName),
            asked(.inputDate, .between), asked(.modified, .between), shown(.userName),
            shown(.origin),
        ])

    private static let customers = BrowseDefinition(
        code: "100", name: ("Debiteurenkaart", "Customer transactions"), scope: .customerLines,
        columns: [
            asked(.yearPeriod, .between, from: "$DEFAULT$"),
            asked(.code, .equal, finder: "hidden=1"), shown(.shortName),
            asked(.number, .between), asked(.status, .equal, from: "normal"), shown(.date),
            asked(.dim2, .between, finder: "dimtype=DEB"), shown(.dim2Name),
            hidden(.currency, .equal), hidden(.value, .between), asked(.baseValue, .between),
            hidden(.reportingValue, .between), shown(.openBaseValue),
            asked(.invoiceNumber, .equal), shown(.dueDate), asked(.matchStatus, .equal),
            shown(.matchNumber), asked(.matchDate, .between), hidden(.openValue),
            hidden(.availableForPayRuns), asked(.lineModified, .between),
        ])

    private static let details: [Column] = [
        shown(.office), shown(.officeName), shown(.year), shown(.period),
        asked(.yearPeriod, .between, isVisible: false), asked(.code, .equal),
        asked(.number, .between), asked(.status, .equal, from: "normal"), shown(.date),
        shown(.currency), shown(.relation), shown(.relationName), asked(.inputDate, .between),
        asked(.modified, .between, isVisible: false), shown(.userName), asked(.dim1, .between),
        shown(.dim1Name), shown(.dim1Type), asked(.dim2, .between), shown(.dim2Name),
        shown(.dim2Type), asked(.dim3, .between), shown(.dim3Name), shown(.dim3Type),
        shown(.value), shown(.baseValue), shown(.reportingValue), shown(.debitCredit),
        shown(.vatCode), shown(.description), shown(.invoiceNumber),
    ]

    private static let freeTexts: [Column] = [
        shown(.freeText1), shown(.freeText2), shown(.freeText3), shown(.origin), shown(.kind),
    ]

    private static let ledgerDetails = BrowseDefinition(
        code: "030_2", name: ("Grootboek details", "General ledger details"), scope: .allLines,
        columns: details + freeTexts)

    private static let customerDetails = BrowseDefinition(
        code: "130_1", name: ("Debiteuren details", "Customer details"), scope: .customerLines,
        columns: details + [
            shown(.openValue), shown(.openBaseValue), shown(.dueDate),
            asked(.matchStatus, .equal), shown(.matchNumber), shown(.matchDate),
        ] + freeTexts)
}
