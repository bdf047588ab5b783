import SecretStore
import ServiceHTTP
import Wording

/// What went wrong while connecting, in words for a bookkeeper: what it is, and what to do.
///
/// The services' own sentences are kept in English behind it; they hold no secret.
enum ConnectingWords {
    /// A fault of anything that connecting does.
    static func phrase(_ error: any Error, service: ConnectionStates.Service) -> Phrase {
        switch error {
        case let fault as ServiceFault:
            return (service == .ccv ? ccv(fault) : twinfield(fault)) + detail(fault.message)
        case let fault as SecretFault:
            return Phrase(
                en: "The secrets of this program cannot be used; nothing was stored.",
                nl: "De geheimen van dit programma kunnen niet worden gebruikt; er is niets"
                    + " bewaard.") + detail(fault.message)
        case let fault as CommandFault:
            return Phrase(en: "It did not work.", nl: "Het is niet gelukt.")
                + detail(fault.message + (fault.help.isEmpty ? "" : "; " + fault.help))
        default:
            return Phrase(
                en: "It did not work; the state was not changed. Try again.",
                nl: "Het is niet gelukt; er is niets veranderd. Probeer het opnieuw.")
        }
    }

    /// The key that was pasted is none.
    static let noKey = Phrase(
        en: "This is no API key: it holds a space or a colon. Paste the key only; it begins with"
            + " l_ or t_. Nothing was stored.",
        nl: "Dit is geen API-sleutel: er staat een spatie of dubbele punt in. Plak alleen de"
            + " sleutel; hij begint met l_ of t_. Er is niets bewaard.")

    private static func ccv(_ fault: ServiceFault) -> Phrase {
        switch fault.kind {
        case .refused, .rejected:
            Phrase(
                en: "CCV does not accept this key; nothing was stored. Copy the key anew from"
                    + " MyCCV, and look there whether it was withdrawn.",
                nl: "CCV accepteert deze sleutel niet; er is niets bewaard. Kopieer de sleutel"
                    + " opnieuw uit MyCCV en kijk daar of hij is ingetrokken.")
        case .notUnderstood:
            Phrase(
                en: "What answers is not CCV as it should be; nothing was stored. Look at"
                    + " ccv.base_url in ccvmap.yaml.",
                nl: "Wat antwoordt is niet CCV zoals het hoort; er is niets bewaard. Kijk naar"
                    + " ccv.base_url in ccvmap.yaml.")
        default:
            Phrase(
                en: "CCV does not answer now; nothing was stored. Try again later.",
                nl: "CCV geeft nu geen antwoord; er is niets bewaard. Probeer het later opnieuw.")
        }
    }

    private static func twinfield(_ fault: ServiceFault) -> Phrase {
        switch fault.kind {
        case .refused, .rejected, .notConnected:
            Phrase(
                en: "Twinfield does not let us in. Look at client id, client secret and redirect"
                    + " address in the developer portal, log in as a user that may use this"
                    + " administration, and begin again.",
                nl: "Twinfield laat ons niet binnen. Kijk naar client id, client secret en"
                    + " redirectadres in het ontwikkelaarsportaal, log in als een gebruiker die"
                    + " deze administratie mag gebruiken, en begin opnieuw.")
        case .notUnderstood:
            Phrase(
                en: "What answers is not Twinfield as it should be. Look at twinfield.login_url in"
                    + " ccvmap.yaml, and begin again.",
                nl: "Wat antwoordt is niet Twinfield zoals het hoort. Kijk naar"
                    + " twinfield.login_url in ccvmap.yaml en begin opnieuw.")
        default:
            Phrase(
                en: "Twinfield does not answer now. Begin again later.",
                nl: "Twinfield geeft nu geen antwoord. Begin later opnieuw.")
        }
    }

    private static func detail(_ text: String) -> Phrase {
        Phrase(" (" + TerminalCell.clean(text) + ")")
    }
}

extension ConnectingWords {
    /// The person pressed "refuse" at Twinfield.
    static let denied = Phrase(
        en: "The access was refused at Twinfield, so nothing is connected. Begin again and allow"
            + " it.",
        nl: "De toegang is bij Twinfield geweigerd; er is niets verbonden. Begin opnieuw en sta"
            + " hem toe.")

    /// The redirect is of no login that waits.
    static let unknownLogin = Phrase(
        en: "This login is over: it was used before, it took longer than ten minutes, or it was not"
            + " begun here. Begin again.",
        nl: "Deze aanmelding is voorbij: hij is al gebruikt, duurde langer dan tien minuten, of is"
            + " hier niet begonnen. Begin opnieuw.")

    /// The redirect is of a login of another session.
    static let otherBrowser = Phrase(
        en: "This login was begun in another browser or session; nothing was connected. Begin again"
            + " here.",
        nl: "Deze aanmelding is in een andere browser of sessie begonnen; er is niets verbonden."
            + " Begin hier opnieuw.")

    /// No client secret was given and none is stored.
    static let noClientSecret = Phrase(
        en: "No client secret was given, and none is stored. It is in the developer portal of"
            + " Twinfield.",
        nl: "Er is geen client secret ingevuld en er is er geen bewaard. Het staat in het"
            + " ontwikkelaarsportaal van Twinfield.")

    /// There is no such connection.
    static let noConnection = Phrase(
        en: "There is no connection of this name.", nl: "Er is geen verbinding met deze naam.")

    /// The rules do not compile, so the office is not known.
    static let noRules = Phrase(
        en: "The rules of this connection do not compile, so its office is not known. Mend them"
            + " first.",
        nl: "De regels van deze verbinding kloppen niet, dus de administratie is niet bekend."
            + " Herstel die eerst.")

    /// Something else listens on the redirect address.
    static func portInUse(_ server: RedirectServer) -> Phrase {
        Phrase(
            en: "Port \(server.port) of redirect_uri is in use by another program, so nothing can"
                + " wait there. Does  ccvmap connect twinfield  run? End it, or name the address of"
                + " this dashboard as redirect_uri.",
            nl: "Poort \(server.port) van redirect_uri is in gebruik door een ander programma, dus"
                + " daar kan niets wachten. Draait  ccvmap connect twinfield?  Beëindig dat, of"
                + " neem het adres van dit dashboard als redirect_uri.")
    }

    /// Nothing on this machine answers the redirect address.
    static let foreignRedirect = Phrase(
        en: "redirect_uri is neither the address of this dashboard nor one of this machine, so"
            + " nothing can wait there. Name dashboard.public_url with a path of your choice, and"
            + " register the same in the developer portal.",
        nl: "redirect_uri is niet het adres van dit dashboard en niet van deze machine, dus daar"
            + " kan niets wachten. Neem dashboard.public_url met een pad naar keuze, en zet"
            + " hetzelfde in het ontwikkelaarsportaal.")
}
