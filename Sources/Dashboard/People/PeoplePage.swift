import People
import Wording

/// The page Mensen: who may come in, with which role.
struct PeoplePage {
    let room: PageRoom
    let visit: Visit

    func page() throws -> Page {
        let people = try room.people.people(at: visit.now)
        let invitations = try room.people.invitations(at: visit.now)
        return Page(
            template: "people", title: Phrase(en: "People", nl: "Mensen"), place: nil,
            fields: [
                "persons": people.map(row), "hasInvitations": !invitations.isEmpty,
                "invitations": invitations.map { invitation -> Fields in
                    [
                        "name": shown(invitation.name ?? ""),
                        "roleName": visit.say(RoleWords.title(invitation.role)),
                        "expires": visit.speaker.moment(invitation.expires),
                    ]
                }, "roles": roles(.bookkeeper),
            ])
    }

    private func roles(_ chosen: Role) -> [Fields] {
        Role.allCases.map { role in
            [
                "value": role.rawValue, "selected": role == chosen,
                "name": visit.say(RoleWords.title(role)) + ": "
                    + visit.say(RoleWords.meaning(role)),
                "short": visit.say(RoleWords.title(role)),
            ]
        }
    }

    private func row(_ person: Person) -> Fields {
        let (state, style) = state(person)
        return [
            "id": "\(person.id)", "name": shown(person.name), "isActive": person.isActive,
            "roleName": visit.say(RoleWords.title(person.role)), "roles": roles(person.role),
            "state": visit.say(state), "stateStyle": style,
            "seen": visit.speaker.moment(person.seen), "isOther": person.name != visit.visitor.name,
        ]
    }

    private func state(_ person: Person) -> (Phrase, String) {
        if !person.isActive { return (Phrase(en: "no access", nl: "geen toegang"), "calm") }
        if !person.isSetUp {
            return (Phrase(en: "to be set up", nl: "nog instellen"), "ask")
        }
        if let until = person.lockedUntil {
            let time = visit.speaker.moment(until)
            return (
                Phrase(en: "locked until \(time)", nl: "geblokkeerd tot \(time)"), "bad"
            )
        }
        return (Phrase(en: "has access", nl: "heeft toegang"), "good")
    }
}
