import Hummingbird
import People
import Wording

/// What people do to their own account.
struct AccountActs {
    let room: PageRoom
    let visit: Visit

    private var form: FormFields { visit.context.form }
    private var session: String { visit.context.session }
    private var attempt: Attempt { Attempt(address: visit.context.address, at: visit.now) }

    /// The page of the account.
    func page() throws -> Page {
        var fields: Fields = [
            "roleMeaning": visit.say(RoleWords.meaning(visit.visitor.role)),
            "hasPending": false,
        ]
        if let secret = try room.people.pendingSecondFactor(session, at: visit.now) {
            fields["hasPending"] = true
            fields.merge(SignInPages.factor(secret, of: visit.visitor.name)) { _, own in own }
        }
        return Page(
            template: "account", title: Phrase(en: "My account", nl: "Mijn account"), place: nil,
            fields: fields)
    }

    /// Changes the password.
    func changePassword() async throws -> Response {
        guard form["nieuw"] == form["nogmaals"] else {
            return back(
                Phrase(
                    en: "The two passwords differ.", nl: "De twee wachtwoorden verschillen."),
                isGood: false)
        }
        return try await refusing {
            let token = try await room.people.changePassword(
                session, from: form["wachtwoord"] ?? "", to: form["nieuw"] ?? "", attempt)
            return back(
                Phrase(
                    en: "Your password is changed; your other sessions are ended.",
                    nl: "Uw wachtwoord is gewijzigd; uw andere sessies zijn beëindigd."),
                token: token)
        }
    }

    /// Begins another second factor, which its code confirms.
    func beginSecondFactor() async throws -> Response {
        try await refusing {
            try await room.people.beginSecondFactor(
                session, password: form["wachtwoord"] ?? "", attempt)
            return back(
                Phrase(
                    en: "Put the key into your app, then confirm by a code.",
                    nl: "Zet de sleutel in uw app, en bevestig met een code."))
        }
    }

    /// Confirms it.
    func confirmSecondFactor() async throws -> Response {
        try await refusing {
            let token = try room.people.confirmSecondFactor(
                session, code: form["code"] ?? "", attempt)
            return back(
                Phrase(
                    en: "The new second step holds; your other sessions are ended.",
                    nl: "De nieuwe tweede stap geldt; uw andere sessies zijn beëindigd."),
                token: token)
        }
    }

    /// Ends the other sessions.
    func endOthers() async throws -> Response {
        try await refusing {
            let count = try room.people.endOthers(session, at: visit.now)
            return back(
                Phrase(
                    en: "Ended sessions: \(count).", nl: "Beëindigde sessies: \(count)."))
        }
    }

    private func refusing(_ work: () async throws -> Response) async throws -> Response {
        do { return try await work() } catch let fault as PeopleFault {
            return back(PeopleWords.text(fault, visit.speaker), isGood: false)
        }
    }

    private func back(_ text: Phrase, isGood: Bool = true, token: String? = nil) -> Response {
        var response = PageRoom.seeOther(room.address("/account"))
        if let token { room.sessions.begin(token, in: &response) }
        room.tickets.leave(
            TicketBook.Message(text: text, isGood: isGood), for: token ?? session)
        return response
    }
}
