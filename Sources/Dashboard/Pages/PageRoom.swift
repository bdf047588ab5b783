import DomainModel
import HTTPTypes
import Hummingbird
import LedgerViews
import Mustache
import NIOCore
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
struct Visit {
    let context: PageContext
    /// The path behind the base path.
    let path: String
    /// The fields of the query.
    let query: FormFields
    /// When it was asked.
    let now: Instant
    let speaker: Speaker

    /// The connections to show; empty for all.
    var connections: Set<String> { query["verbinding"].map { [$0] } ?? [] }

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
    let sessions: SessionKeeper
    let tickets: TicketBook
    let templates: TemplateBook
    let now: @Sendable () -> Instant

    /// Takes a request apart.
    func visit(_ request: Request, _ context: PageContext) -> Visit {
        let path = request.uri.path.dropFirst(settings.basePath.utf8.count)
        return Visit(
            context: context, path: path.hasPrefix("/") ? String(path) : "/" + path,
            query: FormFields((request.uri.query ?? "").utf8), now: now(),
            speaker: Speaker(language: context.language, zone: settings.zone))
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

    /// What every form carries: the token of its session, a ticket of its own, the way back.
    func form(_ visit: Visit) -> Fields {
        var back = visit.query
        back["taal"] = ""
        let query = back.text
        return [
            "bewijs": sessions.token(visit.context.session),
            "bon": Random.hexadecimal(bytes: 12),
            "terug": visit.path + (query.isEmpty ? "" : "?" + query),
        ]
    }

    /// The answer with a page in its frame.
    func answer(_ page: Page, _ visit: Visit) throws -> Response {
        let frame = try PageFrame(room: self, visit: visit).fields(page)
        guard let html = templates.render(frame, page.template) else {
            throw PageFault(
                status: .internalServerError,
                text: Phrase(
                    en: "This page has no template.", nl: "Deze pagina heeft geen sjabloon."))
        }
        return Self.html(html, page.status)
    }

    /// An answer of HTML.
    static func html(_ text: String, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Sends the browser on after a form.
    static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }
}
