import DomainModel
import RecordReading
import ServiceDoubles
import ServiceHTTP
import Synchronization
import Testing

@testable import CCVClient

@Suite("What is not an answer")
struct FaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var steps: [ServerStep]
        var kind: ServiceFault.Kind
        var message: String
        /// How often it is asked, with two retries.
        var attempts: Int

        var testDescription: String { name }
    }

    private static let refused =
        #"{"type":"process_error","message":"No such filter","reference":"2d951ad9","#
        + #""failureCode":"bad_filter"}"#
    private static let page = "<!DOCTYPE html><html><body>Bad gateway</body></html>"
    private static let head = "HTTP/1.1 200 OK\r\n"

    static let cases: [Case] = [
        .init(name: "401", steps: [.answer(401)], kind: .refused, message: "API key", attempts: 1),
        .init(name: "403", steps: [.answer(403)], kind: .refused, message: "API key", attempts: 1),
        .init(
            name: "400 with CCV's words", steps: [.answer(400, refused)], kind: .rejected,
            message: "No such filter [bad_filter]; CCV's error reference is 2d951ad9", attempts: 1),
        .init(name: "404", steps: [.answer(404)], kind: .rejected, message: "404", attempts: 1),
        .init(
            name: "302", steps: [.answer(302, headers: ["location: /login"])],
            kind: .notUnderstood, message: "not followed", attempts: 1),
        .init(
            name: "429", steps: [.answer(429)], kind: .unavailable, message: "slow down",
            attempts: 3),
        .init(
            name: "500", steps: [.answer(500, refused)], kind: .unavailable, message: "2d951ad9",
            attempts: 3),
        .init(
            name: "502 with a page", steps: [.answer(502, page, type: "text/html")],
            kind: .unavailable, message: "web page", attempts: 3),
        .init(
            name: "200 with a page", steps: [.answer(200, page, type: "text/html")],
            kind: .notUnderstood, message: "web page", attempts: 3),
        .init(
            name: "no JSON", steps: [.answer(200, "OK")], kind: .notUnderstood, message: "`OK`",
            attempts: 3),
        .init(
            name: "a text", steps: [.answer(200, "\"ok\"")], kind: .notUnderstood,
            message: "expected a list", attempts: 3),
        .init(
            name: "nothing", steps: [.answer(200)], kind: .notUnderstood, message: "0 bytes",
            attempts: 3),
        .init(
            name: "cut off JSON", steps: [.answer(200, "[{\"reference\":\"A\"")],
            kind: .notUnderstood, message: "ends in the middle", attempts: 3),
        .init(
            name: "a body shorter than its length",
            steps: [.text(head + "content-length: 99\r\n\r\n["), .close], kind: .unreachable,
            message: "broken", attempts: 3),
        .init(
            name: "a body without its last chunk",
            steps: [.text(head + "transfer-encoding: chunked\r\n\r\n2\r\n[]\r\n"), .close],
            kind: .unreachable, message: "broken", attempts: 3),
        .init(name: "a reset", steps: [.reset], kind: .unreachable, message: "broken", attempts: 3),
        .init(
            name: "an error body with 200", steps: [.answer(200, refused)], kind: .notUnderstood,
            message: "No such filter", attempts: 3),
        .init(
            name: "no reference", steps: [.answer(200, "[{\"created\":1709618400001}]")],
            kind: .notUnderstood, message: "`reference` of payment 1", attempts: 3),
        .init(
            name: "no created", steps: [.answer(200, "[{\"reference\":\"A\"}]")],
            kind: .notUnderstood, message: "`created` of payment `A`", attempts: 3),
        .init(
            name: "created in seconds",
            steps: [.answer(200, "[{\"reference\":\"A\",\"created\":1709618400}]")],
            kind: .notUnderstood, message: "milliseconds", attempts: 3),
        .init(
            name: "two lists", steps: [.answer(200, "{\"a\":[],\"b\":[]}")],
            kind: .notUnderstood, message: "payment 1", attempts: 3),
    ]

    @Test("Each becomes one clear fault, after as many attempts as may help", arguments: cases)
    func faults(_ one: Case) async throws {
        try await withClient(answering { _ in one.steps }) { client, server in
            let moment = Instant(milliseconds: 1_709_618_400_000)
            let fault = await #expect(throws: ServiceFault.self) {
                _ = try await client.discover(from: moment, to: moment)
            }
            #expect(fault?.kind == one.kind)
            #expect(fault?.message.contains(one.message) == true, "\(fault?.message ?? "")")
            #expect(fault?.attempts == one.attempts)
            #expect(server.requests.count == one.attempts)
            let words = "\(fault?.message ?? "") \(fault?.help ?? "")"
            #expect(!words.contains("0123456789abcdef"))
            if one.kind == .refused {
                #expect(words.contains("ccvmap connect ccv --connection shop"))
            }
        }
    }

    @Test("What passes by is asked again, and nothing is lost or twice")
    func passing() async throws {
        let payments = randomPayments(60, ticks: 1_709_618_400_000...1_709_618_500_000, seed: 1)
        let shop = ShopServer(payments, .init(pageSize: 7))
        let found = try await withClient(
            answering { request in
                switch request.number % 6 {
                case 1: [.answer(429, headers: ["retry-after: 3"])]
                case 3: [.answer(503)]
                case 5: [.text("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n["), .close]
                default: shop.answer(request)
                }
            }
        ) { client, _ in
            try await client.discover(
                from: Instant(milliseconds: 1_709_618_400_000),
                to: Instant(milliseconds: 1_709_618_500_000))
        }
        #expect(found.records.count == 60)
    }

    @Test("Retry-After is kept to, within bounds; without it the wait grows and is not even")
    func waits() async throws {
        let server = try await ScriptedServer { request in
            switch request.number {
            case 0: [.answer(429, headers: ["retry-after: 7"])]
            case 1: [.answer(429, headers: ["retry-after: 9999"])]
            case 2, 3: [.answer(429)]
            default: [.answer(200, "[{\"method\":\"ideal\"}]")]
            }
        }
        let transport = try NetworkTransport(timeout: .seconds(30))
        let waits = Mutex<[Duration]>([])
        let policy = RetryPolicy(retries: 5, backoff: .seconds(1), longestWait: .seconds(60))
        let retrying = Retrying(policy: policy) { wait in
            waits.withLock { $0.append(wait) }
        } random: {
            0
        }
        let client = CCVClient(
            settings: CCVSettings(connection: "shop", baseURL: server.url, pageDelay: .zero),
            key: try #require(APIKey("t_1")), transport: ReadOnlyTransport(transport),
            retrying: retrying)
        let methods = try await client.methods()
        #expect(methods.map(\.method) == ["ideal"])
        #expect(waits.withLock { $0 } == [.seconds(7), .seconds(60), .seconds(2), .seconds(4)])
        await transport.shutdown()
        await server.shutdown()
    }

    @Test("No answer in time is asked again, and then one fault")
    func silent() async throws {
        let server = try await ScriptedServer { _ in [.wait(milliseconds: 60_000)] }
        let transport = try NetworkTransport(timeout: .milliseconds(80))
        let client = CCVClient(
            settings: CCVSettings(connection: "shop", baseURL: server.url, pageDelay: .zero),
            key: try #require(APIKey("l_1")), transport: ReadOnlyTransport(transport),
            retrying: Retrying(policy: RetryPolicy(retries: 1), pause: { _ in }))
        let fault = await #expect(throws: ServiceFault.self) { _ = try await client.methods() }
        #expect(fault?.kind == .unreachable)
        #expect(fault?.attempts == 2)
        await transport.shutdown()
        await server.shutdown()
    }
}
