import Dashboard
import DomainModel
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerViews
import Logging
import NIOCore
import People
import Synchronization

/// A browser without script before a dashboard over doubles: it keeps cookies and sends forms.
final class Browser: Sendable {
    /// An answer with its page.
    struct Answer {
        var status: HTTPResponse.Status
        var headers: HTTPFields
        var text: String

        /// The page; throws when it is not well-formed.
        var page: Element { get throws { try Element.page(text) } }
    }

    private let client: any TestClientProtocol
    private let cookies = Mutex<[String: String]>([:])
    private let basePath: String
    /// The people of the dashboard.
    let people: PeopleDouble

    private init(
        _ client: any TestClientProtocol, _ people: PeopleDouble, basePath: String
    ) {
        self.client = client
        self.people = people
        self.basePath = basePath
    }

    /// Opens a dashboard, does something with it as somebody who is signed in (nil for a stranger),
    /// and closes it.
    static func visit(
        _ ledger: LedgerDouble = LedgerDouble(SampleLedger.content),
        actions: ActionsDouble = ActionsDouble(), rules: RulesDouble = RulesDouble(),
        connecting: ConnectingDouble? = ConnectingDouble(), basePath: String = "",
        isSecure: Bool = false, hostNames: Set<String> = ["localhost"],
        role: Role? = .administrator,
        work: @escaping @Sendable (Browser) async throws -> Void
    ) async throws {
        let settings = DashboardSettings(
            basePath: basePath, hostNames: hostNames, origins: ["https://books.example"],
            isSecure: isSecure, isBehindServer: false, zone: .utc, version: "ccvmap test")
        let people = try PeopleDouble()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let dashboard = try Dashboard(
            settings,
            DashboardPorts(
                views: ledger, actions: actions, people: people.store, rules: rules,
                connecting: connecting),
            logger: logger, now: { people.now })
        let application = try dashboard.application(host: "127.0.0.1", port: 0)
        try await application.test(.router) { client in
            let browser = Browser(client, people, basePath: basePath)
            if let role {
                let prefix = isSecure ? (basePath.isEmpty ? "__Host-" : "__Secure-") : ""
                browser.setCookie(
                    prefix + "ccvmap_session", try await people.add("boekhouder", role))
            }
            try await work(browser)
        }
    }

    /// Asks for a page.
    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers, body: nil)
    }

    /// Sends fields to a place, as a form of ours would.
    func post(
        _ path: String, _ fields: [String: String], _ headers: HTTPFields? = nil
    ) async throws -> Answer {
        let text = fields.map { Self.encoded($0.key) + "=" + Self.encoded($0.value) }
            .joined(separator: "&")
        var own: HTTPFields = headers ?? [.origin: "http://localhost"]
        if own[.contentType] == nil {
            own[.contentType] = "application/x-www-form-urlencoded"
        }
        return try await send(.post, path, own, body: text)
    }

    /// Fills in a form of a page and sends it by one of its buttons.
    func submit(
        _ form: Element, _ filled: [String: String] = [:], button: String? = nil
    ) async throws -> Answer {
        var fields: [String: String] = [:]
        for field in form.all where ["input", "textarea", "select"].contains(field.name) {
            guard let name = field["name"], field["type"] != "radio", field["type"] != "checkbox"
            else { continue }
            fields[name] = field["value"] ?? field.first("option")?["value"] ?? field.text
        }
        if let button, let pressed = form.first("button", where: { $0.text.contains(button) }),
            let name = pressed["name"]
        {
            fields[name] = pressed["value"]
        }
        fields.merge(filled) { _, new in new }
        return try await post(String((form["action"] ?? "").dropFirst(basePath.count)), fields)
    }

    /// Goes where an answer leads.
    func follow(_ answer: Answer) async throws -> Answer {
        try await get(String((answer.headers[.location] ?? "").dropFirst(basePath.count)))
    }

    /// The value of a cookie.
    func cookie(_ name: String) -> String? { cookies.withLock { $0[name] } }

    /// Sets a cookie, as somebody else on this machine could.
    func setCookie(_ name: String, _ value: String) { cookies.withLock { $0[name] = value } }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, body: String?
    ) async throws -> Answer {
        var headers = headers
        let cookie = cookies.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !cookie.isEmpty { headers[.cookie] = cookie }
        return try await client.execute(
            uri: basePath + path, method: method, headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        ) { response in
            for text in response.headers[values: .setCookie] {
                let pair = text.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                if pair.count == 2 {
                    self.cookies.withLock { $0[String(pair[0])] = String(pair[1]) }
                }
            }
            return Answer(
                status: response.status, headers: response.headers,
                text: String(buffer: response.body))
        }
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let sign = Character(Unicode.Scalar(byte))
            return sign.isASCII && (sign.isLetter || sign.isNumber)
                ? String(sign) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
        }.joined()
    }
}
