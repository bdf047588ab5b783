import Wording

extension PageText {
    /// The texts of signing in, of one's account, of people and of the audit log.
    static let ofPeople: [String: Phrase] = [
        "signed_in_as": Phrase(en: "Signed in:", nl: "Aangemeld:"),
        "sign_in": Phrase(en: "Sign in", nl: "Aanmelden"),
        "sign_out": Phrase(en: "Sign out", nl: "Afmelden"),
        "people": Phrase(en: "People", nl: "Mensen"),
        "audit": Phrase(en: "Audit log", nl: "Logboek"),
        "name": Phrase(en: "Name", nl: "Naam"),
        "password": Phrase(en: "Password", nl: "Wachtwoord"),
        "password_again": Phrase(en: "Password again", nl: "Wachtwoord nog eens"),
        "password_hint": Phrase(
            en: "At least 12 characters; a few words that nobody expects make a good one.",
            nl: "Minstens 12 tekens; een paar woorden die niemand verwacht is goed."),
        "password_now": Phrase(en: "Present password", nl: "Huidig wachtwoord"),
        "password_new": Phrase(en: "New password", nl: "Nieuw wachtwoord"),
        "password_change": Phrase(en: "Change password", nl: "Wachtwoord wijzigen"),
        "sign_in_hint": Phrase(
            en: "No account yet, or the password lost? An administrator gives you an invitation.",
            nl: "Nog geen account, of het wachtwoord kwijt? Een beheerder geeft u een"
                + " uitnodiging."),
        "code_hint": Phrase(
            en: "The six digits that your authenticator app shows for ccvmap now.",
            nl: "De zes cijfers die uw authenticator-app nu voor ccvmap toont."),
        "confirm": Phrase(en: "Confirm", nl: "Bevestigen"),
        "second_step": Phrase(en: "Second step", nl: "Tweede stap"),
        "second_step_hint": Phrase(
            en: "Put this key into an authenticator app, on your phone for instance: choose to"
                + " type a key, by time. Or open the link on the phone itself.",
            nl: "Zet deze sleutel in een authenticator-app, bijvoorbeeld op uw telefoon: kies"
                + " sleutel invoeren, op tijd. Of open de link op de telefoon zelf."),
        "second_step_key": Phrase(en: "Key", nl: "Sleutel"),
        "second_step_link": Phrase(en: "Open in an app", nl: "Open in een app"),
        "second_step_new": Phrase(en: "New second step", nl: "Nieuwe tweede stap"),
        "second_step_new_hint": Phrase(
            en: "For a new phone. The present one goes on until the new code is confirmed.",
            nl: "Voor een nieuwe telefoon. De huidige blijft gelden tot de nieuwe code klopt."),
        "accept": Phrase(en: "Accept invitation", nl: "Uitnodiging aannemen"),
        "sessions": Phrase(en: "Sessions", nl: "Sessies"),
        "sessions_hint": Phrase(
            en: "A session ends two hours after its last use, and after twelve hours.",
            nl: "Een sessie eindigt twee uur na het laatste gebruik, en na twaalf uur."),
        "sessions_end": Phrase(
            en: "End my other sessions", nl: "Mijn andere sessies beëindigen"),
        "role": Phrase(en: "Role", nl: "Rol"),
        "seen": Phrase(en: "Last seen", nl: "Laatst gezien"),
        "invite": Phrase(en: "Invite", nl: "Uitnodigen"),
        "invite_person": Phrase(en: "Invite a person", nl: "Iemand uitnodigen"),
        "invited": Phrase(en: "Open invitations", nl: "Open uitnodigingen"),
        "expires": Phrase(en: "Until", nl: "Tot"),
        "change_role": Phrase(en: "Change role", nl: "Rol wijzigen"),
        "deactivate": Phrase(en: "Take access away", nl: "Toegang ontnemen"),
        "activate": Phrase(en: "Give access again", nl: "Toegang teruggeven"),
        "reset": Phrase(
            en: "Reset password and second step", nl: "Wachtwoord en tweede stap wissen"),
        "people_hint": Phrase(
            en: "A change of role, access or password ends the sessions of that person.",
            nl: "Wijzigen van rol, toegang of wachtwoord beëindigt de sessies van die persoon."),
        "moment": Phrase(en: "When", nl: "Wanneer"),
        "who": Phrase(en: "Who", nl: "Wie"),
        "deed": Phrase(en: "What", nl: "Wat"),
        "detail": Phrase(en: "To what, from where", nl: "Waaraan, vanwaar"),
        "audit_hint": Phrase(
            en: "Who did what, newest first. Nothing in it can be changed or taken away.",
            nl: "Wie wat deed, het nieuwste eerst. Niets hierin kan worden gewijzigd of"
                + " weggehaald."),
        "audit_empty": Phrase(en: "Nothing is recorded.", nl: "Er is niets vastgelegd."),
    ]
}
