internal import DomainModel

extension BooksMessage {
    /// The message in the language of the user.
    public func text(in language: BooksLanguage) -> String {
        let (dutch, english) = transactionTexts ?? dimensionTexts ?? fieldTexts ?? matchTexts
        return language == .dutch ? dutch : english
    }

    /// What is said about an entry as a whole, its header and its periods.
    private var transactionTexts: (dutch: String, english: String)? {
        switch self {
        case .destinyInvalid:
            (
                "Incorrecte XML - de bestemming is ongeldig.",
                "Incorrect XML - the destiny is invalid."
            )
        case .unbalanced(let missing, let onDebit):
            (
                "De boeking is niet in balans. \(Self.missing(missing, onDebit).dutch)",
                "The transaction is not in balance. \(Self.missing(missing, onDebit).english)"
            )
        case .unbalancedInBase(let missing, let onDebit):
            (
                "De boeking balanceert niet in de basisvaluta. "
                    + Self.missing(missing, onDebit).dutch,
                "The transaction does not balance in the base currency. "
                    + Self.missing(missing, onDebit).english
            )
        case .unbalancedInReporting(let missing, let onDebit):
            (
                "De boeking balanceert niet in de rapportagevaluta. "
                    + Self.missing(missing, onDebit).dutch,
                "The transaction does not balance in the reporting currency. "
                    + Self.missing(missing, onDebit).english
            )
        case .noCurrentAccount(let office):
            (
                "Configuratiefout in rekening-courant. Er is geen directe ontvangstregel in "
                    + "administratie \(office) (450).",
                "Configuration error in current account. There is no direct receipt rule in "
                    + "company \(office) (450)."
            )
        case .dateOutsidePeriod(let date, let period):
            (
                "Datum \(Self.day(date)) valt buiten de opgegeven periode (\(period.text)).",
                "Date \(Self.day(date)) is outside the given period (\(period.text))."
            )
        case .periodUnknown(let period):
            (
                "De boeking kan niet gemaakt worden omdat periode \(period) niet bestaat",
                "The transaction cannot be created because period \(period) does not exist"
            )
        case .periodClosed(let period):
            (
                "De boeking kan niet gemaakt worden omdat periode \(period.text) gesloten is",
                "The transaction cannot be created because period \(period.text) is closed"
            )
        case .headerDueDateNotAllowed:
            (
                "Vervaldatum is niet toegestaan in de koptekst.",
                "Due date is not allowed in the header."
            )
        case .statusMustBeProvisional:
            (
                "De status van de boeking moet Concept zijn.",
                "The status of the transaction must be Provisional."
            )
        case .entryUnknown(let key):
            (
                "Boeking \(key.daybook) \(key.number) bestaat niet.",
                "Transaction \(key.daybook) \(key.number) does not exist."
            )
        case .duplicateInvoiceNumber(let number):
            ("Factuurnummer \(number) komt reeds voor.", "Invoice number \(number) already exists.")
        default: nil
        }
    }

    /// What is said about an administration and its records.
    private var dimensionTexts: (dutch: String, english: String)? {
        switch self {
        case .dimensionUnknown(let code, let office):
            (
                "Dimensie \(code) komt niet voor in administratie \(office)",
                "Dimension \(code) does not occur in company \(office)"
            )
        case .dimensionDoesNotExist(let code):
            ("Dimensie \(code) bestaat niet.", "Dimension \(code) does not exist.")
        case .relationRequired(let account):
            (
                "Grootboekrekening \(account) vereist de specificatie van een relatie of "
                    + "kostenplaats",
                "General ledger account \(account) requires a relation or a cost centre"
            )
        case .dimensionNotAllowed(let code, let account):
            (
                "Dimensie \(code) is niet toegestaan bij grootboekrekening \(account).",
                "Dimension \(code) is not allowed on general ledger account \(account)."
            )
        case .dimensionBlocked(let code):
            ("Dimensie \(code) is geblokkeerd.", "Dimension \(code) is blocked.")
        case .officeUnknown:
            ("De administratie bestaat niet.", "The company does not exist.")
        case .noAccessToOffice:
            (
                "U hebt geen toegang tot deze administratie.",
                "You do not have access to this company."
            )
        case .daybookUnknown(let code):
            ("Dagboek \(code) bestaat niet.", "Daybook \(code) does not exist.")
        case .daybookNotAllowed(let code):
            (
                "In dagboek \(code) kan niet worden geboekt.",
                "No transactions can be created in daybook \(code)."
            )
        case .currencyUnknown(let code):
            ("Valuta \(code) bestaat niet.", "Currency \(code) does not exist.")
        case .customerUnknown(let code):
            ("Debiteur \(code) bestaat niet.", "Customer \(code) does not exist.")
        case .vatCodeUnknown(let code):
            (
                "Btw \(code) bestaat niet of is (nog) niet actief",
                "VAT \(code) does not exist or is not active (yet)"
            )
        default: nil
        }
    }
}

extension BooksMessage {
    /// What is said about one value, one line, or the order of the lines.
    private var fieldTexts: (dutch: String, english: String)? {
        switch self {
        case .valueMissing: ("Waarde mag niet leeg zijn.", "Value cannot be empty.")
        case .typeNotImplemented: ("Type niet geimplementeerd.", "Type not implemented.")
        case .dateInvalid(let text):
            ("\(text) is geen geldige datum.", "\(text) is not a valid date.")
        case .amountInvalid(let text):
            ("\(text) is geen geldig bedrag.", "\(text) is not a valid amount.")
        case .valueInvalid(let text): ("Waarde \(text) is ongeldig.", "Value \(text) is invalid.")
        case .tooLong(let limit):
            (
                "Waarde mag niet langer zijn dan \(limit) tekens.",
                "Value cannot be longer than \(limit) characters."
            )
        case .notAllowed(let field):
            ("\(field) is hier niet toegestaan.", "\(field) is not allowed here.")
        case .tooFewLines:
            (
                "Een boeking moet ten minste twee regels bevatten.",
                "A transaction must have at least two lines."
            )
        case .tooManyLines:
            (
                "Een boeking mag niet meer dan 1000 regels bevatten.",
                "A transaction cannot have more than 1000 lines."
            )
        case .duplicateLineID(let id):
            ("Regel \(id) komt reeds voor.", "Line \(id) already exists.")
        case .lineOrder:
            (
                "De volgorde van de regels is onjuist (total, detail, vat).",
                "The order of the lines is incorrect (total, detail, vat)."
            )
        case .totalLineNotAllowed:
            (
                "Een totaalregel is niet toegestaan in dit dagboek.",
                "A total line is not allowed in this daybook."
            )
        case .totalLineRequired:
            (
                "De boeking moet precies één totaalregel bevatten.",
                "The transaction must have exactly one total line."
            )
        default: nil
        }
    }

    /// What is said about matches.
    private var matchTexts: (dutch: String, english: String) {
        switch self {
        case .lineUnknown: ("De regel bestaat niet.", "The line does not exist.")
        case .lineNotAvailable(let key, let line):
            (
                "Boeking \(key.daybook) \(key.number) regel \(line) is niet beschikbaar voor "
                    + "afletteren.",
                "Transaction \(key.daybook) \(key.number) line \(line) is not available for "
                    + "matching."
            )
        case .matchUnknown(let number):
            ("Aflettering \(number) bestaat niet.", "Match \(number) does not exist.")
        case .matchCannotBeUndone:
            (
                "De aflettering kan niet ongedaan worden gemaakt.",
                "The match cannot be undone."
            )
        case .differentCustomers:
            ("De regels zijn niet van dezelfde relatie.", "The lines are of different relations.")
        case .differentCurrencies:
            (
                "De regels zijn niet van dezelfde valuta en koers.",
                "The lines are of different currencies or rates."
            )
        case .lineTwice:
            ("De regel komt meer dan eens voor.", "The line occurs more than once.")
        case .residualNotZero(let residual):
            (
                "Het saldo van de af te letteren regels is niet nul (\(Self.amount(residual))).",
                "The balance of the lines to match is not zero (\(Self.amount(residual)))."
            )
        case .matchValueInvalid(let text):
            (
                "Bedrag \(text) kan niet worden afgeletterd.",
                "Amount \(text) cannot be matched."
            )
        case .writeOffNotConfigured:
            (
                "Er is geen rekening ingesteld om het verschil af te boeken.",
                "There is no account on which to write the difference off."
            )
        default: ("Onbekende fout.", "Unknown error.")
        }
    }

    private static func missing(
        _ amount: Int64, _ onDebit: Bool
    ) -> (dutch: String, english: String) {
        (
            "Er ontbreekt \(self.amount(amount)) \(onDebit ? "debet" : "credit").",
            "\(self.amount(amount)) \(onDebit ? "debit" : "credit") is missing."
        )
    }

    private static func amount(_ amount: Int64) -> String { MinorUnits.text(amount) }

    private static func day(_ date: CalendarDate) -> String {
        let (year, month, day) = date.parts
        return [(day, 2), (month, 2), (year, 4)]
            .map { FixedDigits.text($0.0, width: $0.1) }.joined(separator: "-")
    }
}
