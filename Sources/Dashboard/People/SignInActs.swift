import HTTPTypes
import Hummingbird
import People
import Wording

/// Coming in and going out: what the forms of strangers do.
struct SignInActs {
    let room: PageRoom
    let visit: Visit

    private var form: FormFields { visit.context.form }
    private var attempt: Attempt { Attempt(address: visit.context.address, at: visit.now) }

    /// Checks name and password, then asks for the code.
    func signIn() async throws -> Response {
        let way = [("naar", form["naar"])]
        return try await refusing(to: room.address("/aanmelden", way)) {
            let token = try await room.people.signIn(
                name: form["naam"] ?? "", password: form["wachtwoord"] ?? "", attempt)
            return lead(to: room.address("/aanmelden/code", way), with: token)
        }
    }

    /// Checks the code; the session is another one than before.
    func confirm() async throws -> Response {
        guard visit.context.isHalfway else { throw PageFault.signedOut }
        return try await refusing(to: room.address("/aanmelden/code", [("naar", form["naar"])])) {
            let token = try room.people.complete(
                visit.context.session, code: form["code"] ?? "", attempt)
            return lead(to: ReturnAddress(form["naar"] ?? "/").text(in: room), with: token)
        }
    }

    /// Takes an invitation, and signs its bearer in.
    func accept() async throws -> Response {
        let token = form["uitnodiging"] ?? ""
        let page = room.address("/uitnodiging", [("bon", token), ("naam", form["naam"])])
        guard form["wachtwoord"] == form["nogmaals"] else {
            return back(
                page,
                Phrase(
                    en: "The two passwords differ.", nl: "De twee wachtwoorden verschillen."))
        }
        return try await refusing(to: page) {
            let session = try await room.people.accept(
                token,
                Enrolment(
                    name: form["naam"] ?? "", password: form["wachtwoord"] ?? "",
                    code: form["code"] ?? ""), attempt)
            return lead(to: room.address("/"), with: session)
        }
    }

    /// Ends the session.
    func signOut() throws -> Response {
        try room.people.signOut(visit.context.session, at: visit.now)
        var response = PageRoom.seeOther(room.address("/aanmelden"))
        let session = room.sessions.end(in: &response)
        room.tickets.leave(
            TicketBook.Message(
                text: Phrase(en: "You are signed out.", nl: "U bent afgemeld."), isGood: true),
            for: session)
        return response
    }

    private func lead(to address: String, with token: String) -> Response {
        var response = PageRoom.seeOther(address)
        room.sessions.begin(token, in: &response)
        return response
    }

    private func refusing(
        to address: String, _ work: () async throws -> Response
    ) async throws -> Response {
        do { return try await work() } catch let fault as PeopleFault {
            return back(
                fault == .signedOut ? room.address("/aanmelden") : address,
                PeopleWords.text(fault, visit.speaker))
        }
    }

    private func back(_ address: String, _ text: Phrase) -> Response {
        room.tickets.leave(
            TicketBook.Message(text: text, isGood: false), for: visit.context.session)
        return PageRoom.seeOther(address)
    }
}
