/// A code of Twinfield for what is wrong at the transport (API reference, 2.4).
///
/// The numbers and their HTTP status are documented; all texts but those of 354 and 103 are worded
/// here after the documented meaning, which is a guess.
struct TwinfieldCode: Sendable, Hashable {
    /// The number, such as 354.
    let number: Int
    /// The HTTP status that belongs to it.
    let status: Int
    /// In English.
    let english: String
    /// In Dutch.
    let dutch: String

    private init(_ number: Int, _ status: Int, _ english: String, _ dutch: String) {
        self.number = number
        self.status = status
        self.english = english
        self.dutch = dutch
    }

    /// The code of a number; an unknown one is an unexpected error with that number.
    init(_ number: Int) {
        self =
            Self.all.first { $0.number == number }
            ?? TwinfieldCode(
                number, 500, "An unexpected error occurred.",
                "Er is een onverwachte fout opgetreden."
            )
    }

    /// Every documented code.
    static let all = [
        TwinfieldCode(
            100, 500, "An unexpected error occurred.", "Er is een onverwachte fout opgetreden."),
        TwinfieldCode(
            101, 500, "Access denied. Company is missing in the request header.",
            "Toegang geweigerd. Company ontbreekt in request header."),
        TwinfieldCode(102, 403, "Access denied.", "Toegang geweigerd."),
        TwinfieldCode(
            103, 401,
            "Your logon credentials are not valid anymore. Try to log on again.",
            "Uw inloggegevens zijn niet meer geldig. Probeer opnieuw in te loggen."),
        TwinfieldCode(104, 403, "The logon is deleted.", "De login is verwijderd."),
        TwinfieldCode(105, 403, "The logon is disabled.", "De login is uitgeschakeld."),
        TwinfieldCode(
            106, 403, "The organisation is inactive.", "De organisatie is niet actief."),
        TwinfieldCode(108, 500, "The cluster is invalid.", "Het cluster is ongeldig."),
        TwinfieldCode(
            109, 500, "No access to the company.", "U hebt geen toegang tot deze administratie."),
        TwinfieldCode(
            110, 500, "Login is not allowed on this server.",
            "Inloggen is niet toegestaan op deze server."),
        TwinfieldCode(122, 500, "The client is not allowed.", "De client is niet toegestaan."),
        TwinfieldCode(
            168, 500, "Another user is logged on.", "Een andere gebruiker is ingelogd."),
        TwinfieldCode(186, 500, "Invalid zlib data.", "Ongeldige zlib-gegevens."),
        TwinfieldCode(187, 500, "Invalid XML data.", "Ongeldige XML-gegevens."),
        TwinfieldCode(
            351, 401, "Access denied. The claim organisationUserCode is missing.",
            "Toegang geweigerd. De claim organisationUserCode ontbreekt."),
        TwinfieldCode(
            352, 403, "Access denied. The claim organisationCode is missing.",
            "Toegang geweigerd. De claim organisationCode ontbreekt."),
        TwinfieldCode(
            353, 403, "Access denied. The claim organisationId is missing.",
            "Toegang geweigerd. De claim organisationId ontbreekt."),
        TwinfieldCode(
            354, 401, "Access denied. Token invalid.", "Toegang geweigerd. Token ongeldig."),
        TwinfieldCode(
            358, 500, "The token cannot be validated.", "Het token kan niet worden gevalideerd."),
    ]
}
