import DomainModel
import HTTPTypes
import Hummingbird
import LedgerViews
import Mustache
import NIOCore
import People
import Wording

/// What a template is filled with: texts, truths, lists of such.
typealias Fields = [String: Any]

/// A page before it is put into its frame.
struct Page {
    /// The name of its template.
    var template: String
    /// What stands in the title and as the heading.
    var title: Phrase
    /// The place of its tab in the navigation; nil for a page without one.
    var place: Place?
    /// What fills the template.
    var fields: Fields = [:]
    /// The status of the answer.
    var status = HTTPResponse.Status.ok
}

/// The places of the navigation.
enum Place: String, CaseIterable, Sendable {
    case front = ""
    case open = "open"
    case review = "te-beoordelen"
    case report = "rapportage"
    case errors = "fouten"
    case configuration = "configuratie"
    /// All payments; reached by searching.
    case all = "betalingen"

    /// The path behind the base path.
    var path: String { "/" + rawValue }

    /// The tab of the ledger that it shows.
    var tab: Tab? {
        switch self {
        case .open: .open
        case .review: .review
        case .report: .report
        case .errors: .errors
        case .front, .configuration, .all: nil
        }
    }

    /// What it is called.
    var title: Phrase {
        switch self {
        case .front: Phrase(en: "Overview", nl: "Overzicht")
        case .open: Phrase(en: "Open", nl: "Open")
        case .review: Phrase(en: "To review", nl: "Te beoordelen")
        case .report: Phrase(en: "Report", nl: "Rapportage")
        case .errors: Phrase(en: "Errors", nl: "Fouten")
        case .configuration: Phrase(en: "Configuration", nl: "Configuratie")
        case .all: Phrase(en: "All payments", nl: "Alle betalingen")
        }
    }
}

/// A request for a page: who asks, for what, when.
struct Visit: Sendable {
    let context: PageContext
    /// Who asks; a stranger has no name.
    let visitor: Visitor
    /// The path behind the base path.
    let path: String
    /// The fields of the query.
    let query: FormFields
    /// When it was asked.
    let now: Instant
    let speaker: Speaker
    /// The origin of the page whose form was sent, such as `https://books.example`; its guard has
    /// made sure that it is one of ours.
    let origin: String

    /// The connections to show; empty for all.
    var connections: Set<String> { query["verbinding"].map { [$0] } ?? [] }

    /// Whether the visitor may do something; a stranger may do nothing.
    func may(_ permission: Permission) -> Bool {
        context.visitor.map { $0.role.may(permission) } ?? false
    }

    /// Refuses what the visitor may not do.
    func check(_ permission: Permission) throws(PageFault) {
        guard may(permission) else { throw .notAllowed }
    }

    /// The text of a phrase in the language of the page.
    func say(_ phrase: Phrase) -> String { speaker.say(phrase) }

    /// The same in both languages, side by side.
    func say(_ en: String, _ nl: String) -> String { speaker.say(Phrase(en: en, nl: nl)) }
}

/// What every page works with.
struct PageRoom: Sendable {
    let settings: DashboardSettings
    let views: any LedgerViews
    let actions: any DashboardActions
    let rules: (any RuleActions)?
    let people: any PeopleRegister
    let connecting: (any ConnectingActions)?
    let sessions: SessionKeeper
    let tickets: TicketBook
    let templates: TemplateBook
    let gaps = MadePage.Gaps()
    let cache = PageCache()
    let now: @Sendable () -> Instant

    /// Takes a request apart.
    func visit(_ request: Request, _ context: PageContext) -> Visit {
        let path = String(request.uri.path.dropFirst(settings.basePath.utf8.count))
        return Visit(
            context: context,
            visitor: context.visitor ?? Visitor(name: "", role: .reader),
            path: Self.isPlain(path) ? path : "/",
            query: FormFields((request.uri.query ?? "").utf8), now: now(),
            speaker: Speaker(language: context.language, zone: settings.zone),
            origin: request.headers[.origin] ?? "")
    }

    /// Whether a path is made of plain words: `//host` in a link would lead to another host.
    private static func isPlain(_ path: String) -> Bool {
        path.hasPrefix("/") && !path.contains("//")
            && path.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
                    || byte == UInt8(ascii: "/")
            }
    }

    /// An address of ours; fields without a value are left out.
    func address(_ path: String, _ fields: [(String, String?)] = []) -> String {
        let query = fields.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : name + "=" + FormFields.encoded($0) }
        }.joined(separator: "&")
        return settings.basePath + path + (query.isEmpty ? "" : "?" + query)
    }

    /// An address of ours with all the fields of a query, some of them replaced.
    func address(
        _ path: String, _ query: FormFields, replacing fields: [(String, String?)]
    ) -> String {
        var query = query
        for (name, value) in fields { query[name] = value ?? "" }
        return address(path, query.pairs.map { ($0.name, $0.value) })
    }

    /// The address of the page of a payment.
    func address(of reference: String, _ connection: String, _ path: String = "/betaling") -> String
    {
        address(path, [("verbinding", connection), ("id", reference)])
    }

    /// What every form carries: the token of its session, a ticket of its page, the way back.
    ///
    /// Token and ticket are gaps, which are filled in the answer.
    func form(_ visit: Visit) -> Fields {
        var back = visit.query
        back["taal"] = ""
        let query = back.text
        return [
            "bewijs": gaps.proof, "bon": gaps.ticket,
            "terug": visit.path + (query.isEmpty ? "" : "?" + query),
        ]
    }

    /// The answer with a page; the page is not made anew while nothing changed.
    func answer(
        _ visit: Visit, keeps: PageCache.Keeping,
        _ make: @escaping @Sendable (Visit) async throws -> Page
    ) async throws -> Response {
        let messages = tickets.collect(visit.context.session)
        let key = messages.isEmpty ? try await key(visit, keeps) : nil
        let made =
            if let key {
                try await cache.page(key) { try self.made(try await make(visit), visit, []) }
            } else {
                try self.made(try await make(visit), visit, messages)
            }
        return answer(made, visit)
    }

    /// A page in its frame.
    private func made(
        _ page: Page, _ visit: Visit, _ messages: [TicketBook.Message]
    ) throws -> MadePage {
        let frame = PageFrame(room: self, visit: visit)
        // A stranger sees nothing of the ledger, not even how much is in it.
        var fields =
            visit.context.visitor == nil
            ? frame.standing(page).merging(page.fields) { _, own in own }
            : try frame.fields(page)
        fields["messages"] = messages.map { message in
            [
                "text": visit.say(message.text), "style": message.isGood ? "good" : "bad",
                "hasAddress": message.address != nil, "address": message.address ?? "",
            ]
        }
        return made(fields, page, visit)
    }

    /// A page about a fault, which needs nothing of the ledger.
    func answer(_ fault: PageFault, _ visit: Visit) -> Response {
        let page = Page(
            template: "fault",
            title: Phrase(en: "This did not work", nl: "Dit is niet gelukt"), place: nil,
            status: fault.status)
        var fields = PageFrame(room: self, visit: visit).standing(page)
        fields["text"] = visit.say(fault.text)
        var response = answer(made(fields, page, visit), visit)
        if let seconds = fault.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    private func made(_ fields: Fields, _ page: Page, _ visit: Visit) -> MadePage {
        let html = templates.render(fields, page.template, in: visit.speaker.language)
        return MadePage(html ?? "", gaps: gaps, status: page.status)
    }

    private func answer(_ made: MadePage, _ visit: Visit) -> Response {
        made.answer(
            proof: sessions.token(visit.context.session), ticket: Random.hexadecimal(bytes: 12),
            person: TemplateBook.escaped(shown(visit.visitor.name)))
    }

    /// What the page follows from; nil when nobody counts the changes of the ledger.
    private func key(
        _ visit: Visit, _ keeps: PageCache.Keeping
    ) async throws -> PageCache.Key? {
        let query = visit.query.text
        guard keeps != .never, query.utf8.count <= 500,
            let change = try views.changeNumber()
        else { return nil }
        let next = await actions.nextRun()
        return PageCache.Key(
            role: visit.visitor.role, language: visit.speaker.language,
            address: visit.path + "?" + query, change: change,
            moments: [
                visit.now.milliseconds / keeps.rawValue, next?.milliseconds ?? 0, cache.turn,
            ])
    }

    /// Writes down what a visitor does, before it is done: nothing is done unrecorded.
    func note(_ visit: Visit, _ deed: String, _ detail: String) throws {
        try people.note(
            AuditRecord(
                at: visit.now, who: visit.visitor.name, deed: deed,
                detail: String(shown(detail).prefix(300))))
    }

    /// Sends the browser on after a form.
    static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }
}
