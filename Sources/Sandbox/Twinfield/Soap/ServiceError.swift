internal import BooksModel

/// An error of the services themselves; the code is stable, the text is not (API reference, 2.4).
struct ServiceError: Error, Sendable {
    /// The code, such as 354.
    let code: Int
    /// The HTTP status; the text of a 401 and a 403 stands in the reason phrase.
    let status: Int
    private let dutch: String
    private let english: String

    private init(_ code: Int, _ status: Int = 500, dutch: String, english: String) {
        self.code = code
        self.status = status
        self.dutch = dutch
        self.english = english
    }

    /// The text in the language of the user.
    ///
    /// The Dutch one of 101 and the English ones of 100, 103 and 354 were seen; the rest are
    /// guesses.
    func text(in language: BooksLanguage) -> String { language == .dutch ? dutch : english }

    /// 101: no administration in the header.
    static let companyMissing = ServiceError(
        101, dutch: "Toegang geweigerd. Company ontbreekt in request header.",
        english: "Access denied. Company is missing in request header.")

    /// 101: no token in the header.
    static let tokenMissing = ServiceError(
        101, dutch: "Toegang geweigerd. Token ontbreekt in request header.",
        english: "Access denied. Token is missing in request header.")

    /// 103: a session, which nobody has any more.
    static let credentialsNotValid = ServiceError(
        103, 401, dutch: "Uw aanmeldgegevens zijn niet meer geldig. Probeer opnieuw aan te melden.",
        english: "Your logon credentials are not valid anymore. Try to log on again.")

    /// 109: an administration that does not exist, or not for this user.
    static let noAccessToCompany = ServiceError(
        109, dutch: "Toegang geweigerd. U hebt geen toegang tot deze administratie.",
        english: "Access denied. You have no access to this company.")

    /// 186: compressed documents are not taken any more.
    static let compressedData = ServiceError(
        186, dutch: "Ongeldige gecomprimeerde gegevens.", english: "Invalid compressed data.")

    /// 187: the document is no XML, or none that the service knows.
    static let invalidXML = ServiceError(
        187, dutch: "Ongeldige XML-gegevens.", english: "Invalid XML data.")

    /// 351: the token was not asked for with the scope of the web services.
    static let userCodeClaimMissing = ServiceError(
        351, 401, dutch: "Toegang geweigerd. De claim organisationUserCode ontbreekt.",
        english: "Access denied. OrganisationUserCode claim is missing.")

    /// 354: a token that is unknown, withdrawn or expired.
    static let tokenInvalid = ServiceError(
        354, 401, dutch: "Toegang geweigerd. Token ongeldig.",
        english: "Access denied. Token invalid.")

    /// 359: something about the identity of the administration; its text is not known.
    static let companyIDUnknown = ServiceError(
        359, dutch: "Toegang geweigerd. Het company-id is ongeldig.",
        english: "Access denied. The company id is invalid.")

    /// 100: what the server says when it cannot go on, such as for malformed columns.
    static let unexpected = ServiceError(
        100,
        dutch: "Er is een fout opgetreden op de server. Vermeld altijd de volgende foutreferentie:"
            + " C00001",
        english: "An error occurred on the server. Always include the following error reference:"
            + " C00001")

    /// 100 with a text of its own, or without.
    static func browse(_ text: ServiceText?) -> ServiceError {
        guard let text else { return unexpected }
        return ServiceError(100, dutch: text.text(in: .dutch), english: text.text(in: .english))
    }
}
