import HTTPTypes
import Hummingbird
import People
import Wording

/// What administrators do to people.
struct PeopleActs {
    let room: PageRoom
    let visit: Visit

    private var form: FormFields { visit.context.form }
    private var who: String { visit.visitor.name }

    /// Invites a person; the link is shown once.
    func invite() throws -> Response {
        try refusing {
            let issued = try room.people.invite(
                form["naam"] ?? "", try role(), by: who, at: visit.now)
            return link(issued)
        }
    }

    /// Gives a person another role.
    func changeRole() throws -> Response {
        try refusing {
            try room.people.change(try person(), to: try role(), by: who, at: visit.now)
            return Self.done
        }
    }

    /// Takes access away, or gives it again.
    func setActive(_ isActive: Bool) throws -> Response {
        try refusing {
            try room.people.setActive(try person(), isActive, by: who, at: visit.now)
            return Self.done
        }
    }

    /// Takes password and second factor away; the link is shown once.
    func reset() throws -> Response {
        try refusing {
            let id = try person()
            guard try room.people.people(at: visit.now).first(where: { $0.id == id })?.name != who
            else {
                // The link would be lost with the session that asked for it.
                throw PageFault.badRequest(
                    "Change your own password on the page of your account.",
                    "Wijzig uw eigen wachtwoord op de pagina van uw account.")
            }
            return link(try room.people.reset(id, by: who, at: visit.now))
        }
    }

    private func role() throws(PageFault) -> Role {
        guard let role = form["rol"].flatMap({ Role(rawValue: $0) }) else {
            throw .foreignForm
        }
        return role
    }

    private func person() throws(PageFault) -> Int64 {
        guard let id = form["persoon"].flatMap({ Int64($0) }) else { throw .foreignForm }
        return id
    }

    /// Where a person finds an invitation, by the address of the page whose form was sent.
    private func link(_ issued: IssuedInvitation) -> TicketBook.Message {
        let name = shown(issued.invitation.name ?? "")
        let until = visit.speaker.moment(issued.invitation.expires)
        return TicketBook.Message(
            text: Phrase(
                en: "The link for \(name), shown only now. It works once, until \(until):",
                nl: "De link voor \(name), alleen nu te zien. Hij werkt één keer, tot \(until):"),
            isGood: true,
            address: visit.origin + room.address("/uitnodiging", [("bon", issued.token)]))
    }

    private static let done = TicketBook.Message(
        text: Phrase(en: "Done.", nl: "Gedaan."), isGood: true)

    private func refusing(_ work: () throws -> TicketBook.Message) throws -> Response {
        let message: TicketBook.Message
        do { message = try work() } catch let fault as PeopleFault {
            message = TicketBook.Message(
                text: PeopleWords.text(fault, visit.speaker), isGood: false)
        }
        room.tickets.leave(message, for: visit.context.session)
        return PageRoom.seeOther(room.address("/mensen"))
    }
}
