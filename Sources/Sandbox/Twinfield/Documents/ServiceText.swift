internal import BooksModel

/// What the services say that the books do not; where nothing was recorded it is a guess.
enum ServiceText {
    /// What the books have words for.
    case books(BooksMessage)
    /// A dimension type that does not exist (recorded in English).
    case dimensionTypeUnknown(String)
    /// A transaction that does not exist; a guess.
    case transactionUnknown(code: String, number: String)
    /// A browse that does not exist; a guess.
    case browseUnknown(String)
    /// A field that does not exist in a browse (recorded without the name).
    case fieldUnknown(String)
    /// An attribute `action` that is not `delete`; a guess.
    case actionUnknown
    /// A delete without a reason; a guess.
    case reasonMissing

    /// A read or list of an unknown type (recorded).
    static let typeNotImplemented = books(.typeNotImplemented)
    /// The administration of a read does not exist (recorded).
    static let officeUnknown = books(.officeUnknown)
    /// A read of the administration without a code (recorded; misleading).
    static let noAccessToOffice = books(.noAccessToOffice)
    /// A dimension that does not exist (recorded).
    static func dimensionUnknown(_ code: String) -> ServiceText {
        books(.dimensionDoesNotExist(code))
    }

    /// The text in the language of the user.
    func text(in language: BooksLanguage) -> String {
        let (dutch, english) = texts
        return language == .dutch ? dutch : english
    }

    private var texts: (dutch: String, english: String) {
        switch self {
        case .books(let message): (message.text(in: .dutch), message.text(in: .english))
        case .dimensionTypeUnknown(let type):
            ("Dimensietype \(type) bestaat niet.", "Dimension type \(type) does not exist.")
        case .transactionUnknown(let code, let number):
            (
                "Boeking \(code) \(number) bestaat niet.",
                "Transaction \(code) \(number) does not exist."
            )
        case .browseUnknown(let code):
            ("Overzicht \(code) bestaat niet.", "Browse \(code) does not exist.")
        case .fieldUnknown(let field):
            ("Veld bestaat niet: \(field).", "Field does not exist: \(field).")
        case .actionUnknown:
            ("Incorrecte XML - de actie is ongeldig.", "Incorrect XML - the action is invalid.")
        case .reasonMissing:
            ("Waarde mag niet leeg zijn: reason.", "Value may not be empty: reason.")
        }
    }
}
