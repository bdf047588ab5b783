internal import BooksModel

/// Why a search is refused: a code of the WSDL with the value that is wrong (API reference, 4.5).
struct FinderProblem: Error {
    /// All codes of the WSDL.
    static let codes = [
        "NoAccessToOffice", "OptionNotAllowed", "InvalidBooleanOptionValue",
        "InvalidIntegerOptionValue", "InvalidDecimalOptionValue",
        "InvalidEnumerationOptionValue", "OptionValueOutOfRange", "ParameterOutOfRange",
        "InvalidFinderType", "ParameterTooSmall", "OptionLevelMandatoryForSectionTeq",
        "OptionIcIncompatibleWithOptionHidden", "InvalidDateTimeOptionLength",
        "InvalidDateTimeOptionValue", "InvalidDateTimeOptionOutOfRange", "OptionMandatory",
        "AccessDenied", "DisableAccessRulesNotAllowed", "Option1MandatoryIfOption2IsUsed",
        "OptionAvailableForAbnAmroSignUpOnlyIsIncompatibleWithOfficeWildCard",
    ]

    let code: String
    let value: String

    init(_ code: String, _ value: String) {
        self.code = code
        self.value = value
    }

    /// The message; its words are a guess.
    func node(_ language: BooksLanguage) -> XMLNode {
        let text = language == .dutch ? "Ongeldige zoekopdracht" : "Invalid search"
        return XMLNode(
            "MessageOfErrorCodes", [:],
            [
                XMLNode("Type", [:], "Error"),
                XMLNode("Text", [:], "\(text): \(code) (\(value))."), XMLNode("Code", [:], code),
                XMLNode("Parameters", [:], [XMLNode("string", [:], value)]),
            ])
    }
}
