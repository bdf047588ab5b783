import DomainModel
import People
import Wording

/// Sentences about what went wrong with a sign-in, an account or a person.
enum PeopleWords {
    /// The sentence of a refusal.
    static func text(_ fault: PeopleFault, _ speaker: Speaker) -> Phrase {
        switch fault {
        case .name:
            Phrase(
                en: "A name has at most \(PersonName.longest) letters, digits, spaces or .-_'@.",
                nl: "Een naam heeft hoogstens \(PersonName.longest) letters, cijfers, spaties of"
                    + " .-_'@.")
        case .nameTaken:
            Phrase(en: "This name is in use.", nl: "Deze naam is in gebruik.")
        case .unknown: Phrase(en: "There is nobody like that.", nl: "Die persoon is er niet.")
        case .lastAdministrator:
            Phrase(
                en: "This is the last administrator who can sign in. Make another one first.",
                nl: "Dit is de laatste beheerder die zich kan aanmelden. Maak eerst een andere.")
        case .password(let why): password(why)
        case .wrongPassword:
            Phrase(
                en: "Name or password is not right.",
                nl: "De naam of het wachtwoord klopt niet.")
        case .wrongCode:
            Phrase(
                en: "The code is not right, or was used before. Take the one that the app shows"
                    + " now.",
                nl: "De code klopt niet, of is al gebruikt. Neem de code die de app nu toont.")
        case .invitationEnded: invitationEnded
        case .signedOut:
            Phrase(
                en: "That took too long. Sign in again.",
                nl: "Dat duurde te lang. Meld u opnieuw aan.")
        case .locked(let until):
            Phrase(
                en: "Too many attempts. Try again after \(time(until, speaker)).",
                nl: "Te veel pogingen. Probeer het opnieuw na \(time(until, speaker)).")
        case .busy:
            Phrase(
                en: "Too many people sign in now. Try again in a moment.",
                nl: "Er melden zich nu te veel mensen aan. Probeer het zo weer.")
        }
    }

    /// An invitation that opens nothing any more.
    static let invitationEnded = Phrase(
        en: "This invitation was used, replaced, or is too old. Ask an administrator for a new"
            + " one.",
        nl: "Deze uitnodiging is gebruikt, vervangen of te oud. Vraag een beheerder om een"
            + " nieuwe.")

    private static func password(_ fault: PasswordPolicy.Fault) -> Phrase {
        switch fault {
        case .short:
            Phrase(
                en: "A password has at least \(PasswordPolicy.shortest) characters; a few words"
                    + " make a good one.",
                nl: "Een wachtwoord heeft minstens \(PasswordPolicy.shortest) tekens; een paar"
                    + " woorden is goed.")
        case .long: Phrase(en: "This password is too long.", nl: "Dit wachtwoord is te lang.")
        case .name:
            Phrase(
                en: "Your name is no password.", nl: "Uw naam is geen wachtwoord.")
        case .monotonous:
            Phrase(
                en: "A password of a few different signs is guessed at once.",
                nl: "Een wachtwoord van een paar verschillende tekens is zo geraden.")
        }
    }

    private static func time(_ instant: Instant, _ speaker: Speaker) -> String {
        // Rounded up to the next minute, so that it holds when it is read.
        speaker.moment(Instant(milliseconds: instant.milliseconds + 59_999))
    }
}
