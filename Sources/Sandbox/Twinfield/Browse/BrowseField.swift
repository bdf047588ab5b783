internal import BooksModel

/// A field of the browses; the raw value is its name (API reference, section 4).
enum BrowseField: String, CaseIterable, Sendable {
    case office = "fin.trs.head.office"
    case officeName = "fin.trs.head.officename"
    case year = "fin.trs.head.year"
    case period = "fin.trs.head.period"
    case yearPeriod = "fin.trs.head.yearperiod"
    case code = "fin.trs.head.code"
    case shortName = "fin.trs.head.shortname"
    case number = "fin.trs.head.number"
    case status = "fin.trs.head.status"
    case date = "fin.trs.head.date"
    case currency = "fin.trs.head.curcode"
    case relation = "fin.trs.head.relation"
    case relationName = "fin.trs.head.relationname"
    case inputDate = "fin.trs.head.inpdate"
    case modified = "fin.trs.head.modified"
    case userName = "fin.trs.head.username"
    case origin = "fin.trs.head.origin"
    case regime = "fin.trs.head.regime"
    case kind = "fin.trs.mng.type"
    case dim1 = "fin.trs.line.dim1"
    case dim1Name = "fin.trs.line.dim1name"
    case dim1Type = "fin.trs.line.dim1type"
    case dim2 = "fin.trs.line.dim2"
    case dim2Name = "fin.trs.line.dim2name"
    case dim2Type = "fin.trs.line.dim2type"
    case dim3 = "fin.trs.line.dim3"
    case dim3Name = "fin.trs.line.dim3name"
    case dim3Type = "fin.trs.line.dim3type"
    case value = "fin.trs.line.valuesigned"
    case baseValue = "fin.trs.line.basevaluesigned"
    case reportingValue = "fin.trs.line.repvaluesigned"
    case openValue = "fin.trs.line.openvaluesigned"
    case openBaseValue = "fin.trs.line.openbasevaluesigned"
    case debitCredit = "fin.trs.line.debitcredit"
    case vatCode = "fin.trs.line.vatcode"
    case description = "fin.trs.line.description"
    case invoiceNumber = "fin.trs.line.invnumber"
    case dueDate = "fin.trs.line.datedue"
    case matchStatus = "fin.trs.line.matchstatus"
    case matchNumber = "fin.trs.line.matchnumber"
    case matchDate = "fin.trs.line.matchdate"
    case availableForPayRuns = "fin.trs.line.availableforpayruns"
    case lineModified = "fin.trs.line.modified"
    case freeText1 = "fin.trs.line.freetext1"
    case freeText2 = "fin.trs.line.freetext2"
    case freeText3 = "fin.trs.line.freetext3"

    /// All of them.
    static let all = allCases

    /// The name.
    var name: String { rawValue }

    /// The type that cells say to have.
    var cellType: StaticString {
        switch self {
        case .number: "Decimal"
        case .value, .baseValue, .reportingValue, .openValue, .openBaseValue: "Value"
        case .date, .dueDate, .matchDate: "Date"
        case .inputDate, .modified, .lineModified: "Datetime"
        default: "String"
        }
    }

    /// The type in the list of fields.
    var dataType: String { "\(cellType)".lowercased() }

    /// Whether cells carry a localised `name` (recorded for words, booleans and dates).
    var hasLocalisedName: Bool {
        switch self {
        case .status, .matchStatus, .availableForPayRuns, .debitCredit, .date, .dueDate,
            .matchDate, .inputDate, .modified, .lineModified:
            true
        default: false
        }
    }

    /// The words that it can have, with their names.
    func words(in language: BooksLanguage) -> [(word: String, name: String)] {
        let isDutch = language == .dutch
        return switch self {
        case .status:
            [
                ("draft", isDutch ? "Klad" : "Draft"),
                ("temporary", isDutch ? "Concept" : "Provisional"),
                ("final", isDutch ? "Definitief" : "Final"),
                ("inuse", isDutch ? "In gebruik" : "In use"),
                ("normal", isDutch ? "Concept & Definitief" : "Provisional & Final"),
            ]
        case .matchStatus:
            [
                ("available", isDutch ? "Beschikbaar" : "Available"),
                ("matched", isDutch ? "Afgeletterd" : "Matched"),
                ("proposed", isDutch ? "Voorgesteld" : "Proposed"),
                ("notmatchable", isDutch ? "Niet afletterbaar" : "Not matchable"),
            ]
        case .debitCredit: [("debit", "Debet"), ("credit", "Credit")]
        case .availableForPayRuns:
            [("true", isDutch ? "Ja" : "Yes"), ("false", isDutch ? "Nee" : "No")]
        default: []
        }
    }

    /// The label of the definitions.
    func label(in language: BooksLanguage) -> String {
        let (dutch, english) = labels
        return language == .dutch ? dutch : english
    }
}

extension BrowseField {
    private var labels: (dutch: String, english: String) {
        switch self {
        case .office: ("Administratie", "Company")
        case .officeName: ("Adm.naam", "Company name")
        case .year: ("Jaar", "Year")
        case .period: ("Periode", "Period")
        case .yearPeriod: ("Periode", "Period")
        case .code: ("Dagboek", "Transaction type")
        case .shortName, .dim2Name: ("Naam", "Name")
        case .number: ("Boekst.nr.", "Trans. no.")
        case .status: ("Status", "Status")
        case .date: ("Boekdatum", "Transaction date")
        case .currency: ("Valuta", "Currency")
        case .relation: ("Relatie", "Relation")
        case .relationName: ("Relatienaam", "Relation name")
        case .inputDate: ("Invoerdatum", "Input date")
        case .modified, .lineModified: ("Wijzigingsdatum", "Modification date")
        case .userName: ("Gebruikersnaam", "User name")
        case .origin: ("Boekingsoorsprong", "Origin")
        case .regime: ("Regime", "Regime")
        case .kind: ("Transactie type groep", "Transaction type group")
        case .dim1: ("Grootboekrek.", "General ledger")
        case .dim1Name: ("Grootboekrek.naam", "Name")
        case .dim1Type: ("Dimensietype 1", "Dimension type 1")
        case .dim2: ("Debiteur", "Customer")
        case .dim2Type: ("Dimensietype 2", "Dimension type 2")
        case .dim3: ("Act./proj.", "Asset/proj.")
        case .dim3Name: ("Act.-/proj.naam", "Asset/proj.name")
        case .dim3Type: ("Dimensietype 3", "Dimension type 3")
        case .value: ("Bedrag", "Value")
        case .baseValue: ("Euro", "Euro")
        case .reportingValue: ("Rapportagebedrag", "Reporting amount")
        case .openValue: ("Openstaand bedrag transactievaluta", "Open amount in currency")
        case .openBaseValue: ("Openstaand bedrag", "Open amount")
        case .debitCredit: ("D/C", "D/C")
        case .vatCode: ("Btw-code", "VAT code")
        case .description: ("Omschrijving", "Description")
        case .invoiceNumber: ("Factuurnr.", "Invoice no.")
        case .dueDate: ("Vervaldatum", "Due date")
        case .matchStatus: ("Betaalstatus", "Payment status")
        case .matchNumber: ("Betaalnr.", "Match no.")
        case .matchDate: ("Betaaldatum", "Match date")
        case .availableForPayRuns: ("Beschikbaar voor betaalrun", "Available for payment run")
        case .freeText1: ("Vrij tekstveld 1", "Free text 1")
        case .freeText2: ("Vrij tekstveld 2", "Free text 2")
        case .freeText3: ("Vrij tekstveld 3", "Free text 3")
        }
    }
}
