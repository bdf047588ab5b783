import HTTPTypes
import Hummingbird
import People
import Wording

/// What the forms of connecting do.
struct ConnectingForms {
    let room: PageRoom
    let visit: Visit
    let connecting: any ConnectingActions

    private var form: FormFields { visit.context.form }

    /// Tries a key of CCV.
    func ccv() async throws -> Response {
        let connection = try connection()
        guard let key = secret("sleutel") else {
            return acts.back(
                .refused(
                    Phrase(
                        en: "No key was given. Paste the API key of MyCCV.",
                        nl: "Er is geen sleutel ingevuld. Plak de API-sleutel uit MyCCV.")))
        }
        return try await acts.once {
            await connecting.connectCCV(connection, key: key, by: visit.visitor.name)
        }
    }

    /// Begins a login at Twinfield, and leads the browser there.
    func twinfield() async throws -> Response {
        let connection = try connection()
        guard try acts.isNew() else { return acts.back(.done(0, FormActs.takenBefore)) }
        let start = await connecting.beginTwinfield(
            connection, clientSecret: secret("geheim"), by: browser)
        switch start {
        case .refused(let why): return acts.back(.refused(why))
        case .leadsTo(let address):
            return WayPage(
                to: address, title: Phrase(en: "To Twinfield", nl: "Naar Twinfield"),
                text: Phrase(
                    en: "Log in there and allow the access; you come back here by yourself.",
                    nl: "Log daar in en sta de toegang toe; u komt vanzelf hier terug.")
            ).response
        }
    }

    /// Asks both services now.
    func check() async throws -> Response {
        try await acts.once {
            await connecting.check(form["verbinding"], by: visit.visitor.name)
        }
    }

    /// Reads the accounts again.
    func accounts() async throws -> Response {
        let connection = try connection()
        return try await acts.once { await connecting.readAccounts(of: connection) }
    }

    /// Ends a login, and leads back to the tab.
    func end() async -> Response {
        let outcome = await connecting.endTwinfield(LoginAnswer(visit.query), by: browser)
        return acts.back(outcome, to: Place.configuration.path)
    }

    private var acts: FormActs { FormActs(room: room, visit: visit) }

    private var browser: LoginBrowser {
        LoginBrowser(
            session: visit.context.session, origin: visit.context.origin,
            who: visit.visitor.name)
    }

    private func connection() throws(PageFault) -> String {
        guard let connection = form["verbinding"] else { throw .foreignForm }
        return connection
    }

    /// What was pasted, without the white space that comes along; nil for nothing.
    private func secret(_ name: String) -> String? {
        guard let text = form[name] else { return nil }
        let inner = text.drop { $0.isWhitespace }
        guard let end = inner.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(inner[...end])
    }
}

extension Dashboard {
    /// Adds what connecting needs; without the port there is nothing of it.
    func addConnecting(_ pages: RouterGroup<PageContext>) {
        guard let connecting = room.connecting else { return }
        @Sendable func forms(_ room: PageRoom, _ visit: Visit) -> ConnectingForms {
            ConnectingForms(room: room, visit: visit, connecting: connecting)
        }
        form(pages, "acties/verbind-ccv", needs: .connect) { try await forms($0, $1).ccv() }
        form(pages, "acties/verbind-twinfield", needs: .connect) {
            try await forms($0, $1).twinfield()
        }
        form(pages, "acties/controleer", needs: .connect) { try await forms($0, $1).check() }
        form(pages, "acties/lees-rekeningen", needs: .connect) {
            try await forms($0, $1).accounts()
        }
        file(pages, String(RedirectLanding.end.dropFirst()), .holder(.connect)) { [room] visit in
            await forms(room, visit).end()
        }
    }
}
