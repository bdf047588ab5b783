import Wording

/// What was done, for the page of the audit log; a code that is not here is shown as it is.
enum DeedWords {
    /// The title of a code.
    static func title(_ deed: String) -> Phrase { all[deed] ?? Phrase(deed) }

    static let all: [String: Phrase] = [
        "sign_in.done": Phrase(en: "signed in", nl: "aangemeld"),
        "sign_in.refused": Phrase(en: "sign-in refused", nl: "aanmelden geweigerd"),
        "sign_in.locked": Phrase(en: "locked after failures", nl: "geblokkeerd na fouten"),
        "sign_out.done": Phrase(en: "signed out", nl: "afgemeld"),
        "invitation.accepted": Phrase(
            en: "accepted an invitation", nl: "uitnodiging aangenomen"),
        "account.password_changed": Phrase(
            en: "changed the own password", nl: "eigen wachtwoord gewijzigd"),
        "account.second_factor_changed": Phrase(
            en: "set a new second step", nl: "nieuwe tweede stap ingesteld"),
        "account.sessions_ended": Phrase(
            en: "ended the own other sessions", nl: "eigen andere sessies beëindigd"),
        "person.invited": Phrase(en: "invited a person", nl: "iemand uitgenodigd"),
        "person.role_changed": Phrase(en: "changed a role", nl: "rol gewijzigd"),
        "person.deactivated": Phrase(en: "locked a person out", nl: "toegang ontnomen"),
        "person.activated": Phrase(en: "let a person in again", nl: "toegang hersteld"),
        "person.reset": Phrase(
            en: "reset password and second step", nl: "wachtwoord en tweede stap gewist"),
        "payment.chosen": Phrase(en: "chose a sale", nl: "verkoop gekozen"),
        "payment.none_chosen": Phrase(
            en: "none of the sales", nl: "geen van de verkopen"),
        "payment.later": Phrase(en: "put off", nl: "uitgesteld"),
        "payment.processed": Phrase(en: "processed again", nl: "opnieuw verwerkt"),
        "payment.ignored": Phrase(en: "ignored", nl: "genegeerd"),
        "payment.resolved": Phrase(en: "settled by hand", nl: "opgelost met de hand"),
        "group.processed": Phrase(en: "processed a group", nl: "groep verwerkt"),
        "run.asked": Phrase(en: "asked for a run", nl: "run gevraagd"),
        "report.sent": Phrase(en: "sent a report", nl: "melding verstuurd"),
        "export.made": Phrase(en: "exported a list", nl: "lijst geëxporteerd"),
        "ccv.connected": Phrase(en: "connected CCV", nl: "CCV verbonden"),
        "ccv.refused": Phrase(en: "CCV refused", nl: "CCV geweigerd"),
        "twinfield.begun": Phrase(
            en: "began a login at Twinfield", nl: "aanmelding bij Twinfield begonnen"),
        "twinfield.connected": Phrase(en: "connected Twinfield", nl: "Twinfield verbonden"),
        "twinfield.refused": Phrase(en: "Twinfield refused", nl: "Twinfield geweigerd"),
        "rules.saved": Phrase(en: "saved rules", nl: "regels bewaard"),
        "rules.not_saved": Phrase(en: "rules not saved", nl: "regels niet bewaard"),
        "rules.restored": Phrase(
            en: "went back to earlier rules", nl: "terug naar eerdere regels"),
        "rules.mended": Phrase(
            en: "finished saving rules", nl: "bewaren van regels afgemaakt"),
        "act.refused": Phrase(en: "refused by the program", nl: "door het programma geweigerd"),
    ]
}
