import DomainModel
import ServiceHTTP
import Synchronization
import Testing

@testable import TwinfieldClient

/// Twinfield as a test wants it: a login service, and web services that answer by a closure.
///
/// The shapes of faults, of 401 and of 429 are guesses: none was ever recorded.
final class BooksDouble: Sendable {
    /// A message that came in, unescaped.
    struct Ask: Sendable {
        var path: String
        var action: String
        /// The document inside of a ProcessXml message, else the body of the envelope.
        var document: String
        var envelope: String
        /// How many messages came before.
        var index: Int

        func contains(_ text: String) -> Bool { document.contains(text) }
    }

    let login = LoginDouble()
    let time = TestTime()
    let store = MemoryStore(nil)
    private let asks = Mutex<[Ask]>([])
    private let retries: Int
    private let credits: Int?
    private let answer: @Sendable (Ask) async throws -> LocalServer.Reply

    /// Makes a double that answers whoever has a valid token.
    init(
        retries: Int = 3, credits: Int? = nil,
        _ answer: @escaping @Sendable (Ask) async throws -> LocalServer.Reply
    ) {
        self.retries = retries
        self.credits = credits
        self.answer = answer
    }

    var all: [Ask] { asks.withLock { $0 } }
    var count: Int { all.count }

    /// Runs a client against a double.
    func run(
        _ test: (TwinfieldClient, BooksDouble) async throws -> Void
    ) async throws {
        let transport = try TestNetwork.transport()
        let server = LocalServer { seen, server in
            if let reply = self.login.reply(seen, server) { return reply }
            let ask = self.note(seen)
            let token = Self.text(in: seen.body, "<AccessToken>", "</AccessToken>")
            let isKnown = self.login.state.withLock { $0.validTokens.contains(token) }
            guard isKnown else { return LocalServer.Reply(status: 401) }
            return try await self.answer(ask)
        }
        try await server.run { server in
            try await test(client(at: server.address, transport), self)
        }
    }

    /// A client whose tokens are good for an hour.
    func client(at address: String, _ transport: any ServiceTransport) -> TwinfieldClient {
        store.put(
            TokenSet(
                refreshToken: "refresh-0", previousRefreshToken: "refresh-before",
                accessToken: "access-0",
                obtained: Instant(milliseconds: TestTime.start), lifetime: 3600,
                clusterURL: address))
        let retrying = time.retrying(retries)
        let settings = TwinfieldSettings(
            connection: "shop", loginURL: address, clientID: "client",
            redirectURI: "http://localhost/cb", creditsPerMinute: credits, office: "NL01")
        return TwinfieldClient(
            login: TwinfieldLogin(
                settings, secret: ClientSecret("s3cr3t-s"), transport: transport,
                retrying: retrying, clock: time.clock),
            store: store, transport: transport,
            queue: RequestQueue(creditsPerMinute: credits, retrying: retrying, clock: time.clock),
            retrying: retrying)
    }

    private func note(_ seen: LocalServer.Seen) -> Ask {
        asks.withLock { asks in
            let escaped = Self.text(in: seen.body, "<xmlRequest>", "</xmlRequest>")
            let document = escaped.isEmpty ? seen.body : Self.unescaped(escaped)
            let ask = Ask(
                path: seen.path, action: seen.headers["soapaction"] ?? "", document: document,
                envelope: seen.body, index: asks.count)
            asks.append(ask)
            return ask
        }
    }

    static func text(in body: String, _ start: String, _ end: String) -> String {
        guard let first = body.firstRange(of: start),
            let last = body[first.upperBound...].firstRange(of: end)
        else { return "" }
        return String(body[first.upperBound..<last.lowerBound])
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}
