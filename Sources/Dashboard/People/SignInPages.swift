import HTTPTypes
import People
import Wording

/// The pages that a stranger sees: they hold nothing of the ledger.
struct SignInPages {
    let room: PageRoom
    let visit: Visit

    /// Name and password.
    func signIn() -> Page {
        Page(
            template: "signin", title: Phrase(en: "Sign in", nl: "Aanmelden"), place: nil,
            fields: ["way": visit.query["naar"] ?? ""])
    }

    /// The code of the second factor.
    func code() throws -> Page {
        guard visit.context.isHalfway else { throw PageFault.signedOut }
        return Page(
            template: "code", title: Phrase(en: "Second step", nl: "Tweede stap"), place: nil,
            fields: ["way": visit.query["naar"] ?? ""])
    }

    /// An invitation: its bearer chooses a password and sets the second factor up.
    func invitation() throws -> Page {
        let token = visit.query["bon"] ?? ""
        guard let open = try room.people.invitation(token, at: visit.now) else {
            throw PageFault(status: .gone, text: PeopleWords.invitationEnded)
        }
        let invitation = open.invitation
        var fields = Self.factor(open.secret, of: invitation.name ?? "ccvmap")
        fields["token"] = token
        fields["asksName"] = invitation.name == nil
        fields["invited"] = shown(invitation.name ?? "")
        fields["typed"] = String((visit.query["naam"] ?? "").prefix(PersonName.longest))
        fields["intro"] = intro(invitation)
        return Page(
            template: "invitation", title: Phrase(en: "Invitation", nl: "Uitnodiging"),
            place: nil, fields: fields)
    }

    private func intro(_ invitation: Invitation) -> String {
        let role = RoleWords.title(invitation.role)
        let meaning = RoleWords.meaning(invitation.role)
        return switch invitation.purpose {
        case .first:
            visit.say(
                "Nobody can sign in yet. Choose your name: you become the administrator.",
                "Nog niemand kan zich aanmelden. Kies uw naam: u wordt de beheerder.")
        case .invite:
            visit.say(
                "You become \(role.en): \(meaning.en).", "U wordt \(role.nl): \(meaning.nl).")
        case .reset:
            visit.say(
                "Choose a new password, and set the second step up anew.",
                "Kies een nieuw wachtwoord, en stel de tweede stap opnieuw in.")
        }
    }

    /// What an authenticator app takes: the secret in groups, and as a link.
    static func factor(_ secret: String, of name: String) -> Fields {
        let label = FormFields.encoded("ccvmap:" + name)
        return [
            "secretGroups": Base32.groups(secret),
            "secretLink": "otpauth://totp/\(label)?secret=\(secret)&issuer=ccvmap",
        ]
    }
}
