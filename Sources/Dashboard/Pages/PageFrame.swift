import DomainModel
import LedgerViews
import People
import Wording

/// What stands around every page: connections, tabs with counts, messages.
struct PageFrame {
    /// A complete fetch that is older than this is an alarm.
    static let staleAfterMilliseconds: Int64 = 2 * 3_600_000

    let room: PageRoom
    let visit: Visit

    /// The fields of a page with those of its frame.
    func fields(_ page: Page) throws -> Fields {
        let known = try room.views.connections()
        // A connection that never ran is not in the ledger; its configuration is looked at first.
        if let chosen = visit.query["verbinding"], page.place != .configuration,
            !known.contains(where: { $0.name == chosen })
        {
            throw PageFault.notFound(
                Phrase(
                    en: "There is no connection of this name.",
                    nl: "Er is geen verbinding met deze naam."))
        }
        var fields = standing(page)
        fields["connections"] = connections(known)
        fields["tabs"] = try tabs(page.place)
        fields["alarm"] = alarm(known)
        fields.merge(page.fields) { _, own in own }
        return fields
    }

    /// What needs nothing of the ledger: a page about a fault of the ledger has this too.
    func standing(_ page: Page) -> Fields {
        let language = visit.speaker.language
        let other = OutputLanguage.allCases.first { $0 != language } ?? .english
        var fields: Fields = [
            "lang": language.rawValue,
            "title": visit.say(page.title),
            "base": room.settings.basePath, "home": link(.front), "search": link(.all),
            "style": AssetBook.styleAddress(room), "script": AssetBook.scriptAddress(room),
            "icon": AssetBook.iconAddress(room), "here": room.settings.basePath + visit.path,
            "form": room.form(visit), "place": page.place?.rawValue ?? "",
            "otherLanguage": [
                "code": other.rawValue, "name": other == .dutch ? "Nederlands" : "English",
                "href": room.address(
                    visit.path, visit.query, replacing: [("taal", other.rawValue)]),
            ],
        ]
        fields.merge(person) { _, own in own }
        fields["connection"] = visit.query["verbinding"] ?? ""
        fields["hasConnection"] = visit.query["verbinding"] != nil
        return fields
    }

    /// Who is signed in, and the pages that are about people.
    private var person: Fields {
        guard let visitor = visit.context.visitor else { return ["isSignedIn": false] }
        return [
            "isSignedIn": true, "person": room.gaps.person,
            "role": visit.say(RoleWords.title(visitor.role)),
            "account": room.address("/account"), "signOut": room.address("/afmelden"),
            "managesPeople": visit.may(.managePeople), "people": room.address("/mensen"),
            "audit": room.address("/logboek"), "mayDecide": visit.may(.decide),
        ]
    }

    private func link(_ place: Place) -> String {
        room.address(place.path, [("verbinding", visit.query["verbinding"])])
    }

    private func connections(_ known: [ConnectionView]) -> [Fields] {
        let chosen = visit.query["verbinding"]
        return known.map { connection in
            ["name": connection.name, "selected": connection.name == chosen]
        }
    }

    private func tabs(_ place: Place?) throws -> [Fields] {
        let tallies = try room.views.tallies(of: visit.connections)
        return Place.allCases.filter { $0 != .all }.map { tab in
            var fields: Fields = [
                "name": visit.say(tab.title), "href": link(tab), "isCurrent": tab == place,
                "hasCount": tab.tab != nil,
            ]
            if let key = tab.tab {
                let count = (tallies[key] ?? []).reduce(0) { $0 + $1.count }
                fields["count"] = visit.speaker.count(count)
                fields["isUrgent"] = count > 0 && (tab == .errors || tab == .review)
            }
            return fields
        }
    }

    /// The red bar: which connections were not fetched completely for two hours.
    private func alarm(_ known: [ConnectionView]) -> [Fields] {
        let limit = visit.now.milliseconds - Self.staleAfterMilliseconds
        return
            known
            .filter { visit.connections.isEmpty || visit.connections.contains($0.name) }
            .filter { $0.fetchedUntil.map { $0.milliseconds < limit } ?? true }
            .map { connection in
                ["name": connection.name, "since": visit.speaker.moment(connection.fetchedUntil)]
            }
    }
}
