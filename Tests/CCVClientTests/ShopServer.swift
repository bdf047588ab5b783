import DomainModel
import ServiceDoubles
import ServiceHTTP
import Synchronization
import Testing

@testable import CCVClient

/// CCV's list over a socket, with a page size, an order and a way to read moments.
final class ShopServer: Sendable {
    struct Behaviour: Sendable {
        var order = PageServer.Order.ascending
        var pageSize = Int.max
        var timestamps = TimestampForm.ms
        /// What stands around the list, such as `{"transactions":` and `}`.
        var envelope = ("", "")
        /// Steps that are taken instead of an answer; nil for an answer.
        var instead: @Sendable (ServerRequest) -> [ServerStep]? = { _ in nil }
    }

    /// In order of (created, reference).
    private let payments: [Sighting]
    private let random = Mutex(SeededGenerator(seed: 7))
    private let behaviour: Behaviour

    init(_ payments: [Sighting], _ behaviour: Behaviour = Behaviour()) {
        self.payments = payments.sorted { ($0.tick, $0.reference) < ($1.tick, $1.reference) }
        self.behaviour = behaviour
    }

    static func json(_ reference: String, _ created: Int64, _ more: String = "") -> String {
        #"{"reference":"\#(reference)","created":\#(created),"lastUpdate":\#(created),"#
            + #""amount":9.99,"currency":"eur","method":"ideal","type":"sale","#
            + #""status":"success"\#(more)}"#
    }

    func answer(_ request: ServerRequest) -> [ServerStep] {
        if let steps = behaviour.instead(request) { return steps }
        let after = request.query("createdAfter").map(moment) ?? .min
        let before = request.query("createdBefore").map(moment) ?? .max
        var list = payments.filter { after < $0.tick && $0.tick < before }
        switch behaviour.order {
        case .ascending: break
        case .descending: list.reverse()
        case .shuffled: random.withLock { list.shuffle(using: &$0) }
        case .byReference: list.sort { $0.reference < $1.reference }
        }
        let page = list.prefix(behaviour.pageSize).map { Self.json($0.reference, $0.tick) }
        let body = "[" + page.joined(separator: ",") + "]"
        return [.answer(200, behaviour.envelope.0 + body + behaviour.envelope.1)]
    }

    private func moment(_ text: String) -> Int64 {
        switch behaviour.timestamps {
        case .ms: return Int64(text) ?? 0
        case .s: return (Int64(text) ?? 0) * 1000
        case .iso:
            let parts = text.split { !$0.isNumber }.compactMap { Int64($0) }
            guard parts.count == 6, let date = CalendarDate(text.utf8.prefix(10)) else { return 0 }
            let seconds = parts[3] * 3600 + parts[4] * 60 + parts[5]
            return (Int64(date.daysSinceEpoch) * 86_400 + seconds) * 1000
        }
    }
}

/// Runs something with a client of a scripted server; no pauses, and the retries that are given.
@discardableResult
func withClient<Value: Sendable>(
    _ script: @escaping ScriptedServer.Script, retries: Int = 2,
    settings: CCVSettings = changed { _ in },
    _ body: (CCVClient, ScriptedServer) async throws -> Value
) async throws -> Value {
    let server = try await ScriptedServer(script)
    let transport = try NetworkTransport(timeout: .seconds(30))
    var settings = settings
    settings.baseURL = server.url + "/api/v1/"
    let client = CCVClient(
        settings: settings, key: try #require(APIKey("l_0123456789abcdef")),
        transport: ReadOnlyTransport(transport),
        retrying: Retrying(policy: RetryPolicy(retries: retries), pause: { _ in }))
    let result: Result<Value, any Error>
    do { result = .success(try await body(client, server)) } catch { result = .failure(error) }
    await transport.shutdown()
    await server.shutdown()
    return try result.get()
}

/// The settings of the tests, without pauses, changed.
func changed(_ change: (inout CCVSettings) -> Void) -> CCVSettings {
    var settings = CCVSettings(connection: "shop", baseURL: "", pageDelay: .zero)
    change(&settings)
    return settings
}

/// A script as an argument beside another closure.
func answering(_ script: @escaping ScriptedServer.Script) -> ScriptedServer.Script { script }
