import DomainModel
import RecordReading
import ServiceDoubles
import ServiceHTTP
import Testing

@testable import CCVClient

@Suite("Finding payments over a socket")
struct DiscoveryTests {
    /// 2024-03-05T06:00:00Z.
    private static let start: Int64 = 1_709_618_400_000
    private let from = Instant(milliseconds: start)
    private let to = Instant(milliseconds: start + 3 * 86_400_000)
    private let span = start...start + 3 * 86_400_000

    @Test(
        "10,000 payments through pages that are cut off",
        arguments: [PageServer.Order.ascending, .descending, .shuffled])
    func tenThousand(order: PageServer.Order) async throws {
        let payments = randomPayments(10_000, ticks: span, seed: 1)
        let shop = ShopServer(payments, .init(order: order, pageSize: 250))
        let found = try await withClient(shop.answer) { client, _ in
            try await client.discover(from: from, to: to)
        }
        #expect(found.records.count == 10_000)
        #expect(Set(found.records.map(\.reference)) == Set(payments.map(\.reference)))
        let pairs = zip(found.records, found.records.dropFirst())
        #expect(pairs.allSatisfy { $0.created <= $1.created })
        #expect(found.oldestCreated == found.records.first?.created)
        #expect(found.isComplete)
        #expect(found.requestCount < 700)
    }

    @Test("Both ends are included, however moments are written", arguments: TimestampForm.allCases)
    func forms(form: TimestampForm) async throws {
        let ticks = [-1, 0, 1, 500, 999, 1_000, 86_400_000, 3 * 86_400_000, 3 * 86_400_000 + 1]
        let payments = ticks.map { Sighting(reference: "r\($0)", tick: Self.start + Int64($0)) }
        for pageSize in [1, 2, 100] {
            let shop = ShopServer(payments, .init(pageSize: pageSize, timestamps: form))
            let found = try await withClient(
                shop.answer, settings: changed { $0.timestamps = form }
            ) {
                client, _ in try await client.discover(from: from, to: to)
            }
            // In seconds, a page that several payments of one second fill needs cursors.
            guard pageSize == 100 || form == .ms else { continue }
            #expect(found.records.map(\.reference) == ticks[1...7].map { "r\($0)" })
        }
    }

    @Test("Windows are at most a day, and their bounds are excluded")
    func windows() async throws {
        let shop = ShopServer([])
        let targets = try await withClient(shop.answer) { client, server in
            _ = try await client.discover(from: from, to: Instant(milliseconds: Self.start + 9))
            return server.requests
        }
        #expect(targets[0].path == "/api/v1/transaction")
        #expect(targets[0].query("createdAfter") == "1709618399999")
        #expect(targets[0].query("createdBefore") == "1709618400010")
        #expect(targets[0].headers["authorization"] == "Basic bF8wMTIzNDU2Nzg5YWJjZGVmOg==")
        #expect(targets[0].headers["accept"] == "application/json")
        #expect(targets.count == 2)
        #expect(targets[1].target == "/api/v1/transaction")
        #expect(targets.allSatisfy { $0.method == "GET" })
    }

    @Test("A filter that is ignored is an error that names the setting")
    func ignoredFilter() async throws {
        let payments = randomPayments(20, ticks: Self.start - 900_000_000...Self.start, seed: 2)
        let all = payments.map { ShopServer.json($0.reference, $0.tick) }.joined(separator: ",")
        let fault = try await fault { _ in [.answer(200, "[" + all + "]")] }
        #expect(fault.kind == .notUnderstood)
        #expect(fault.message.contains("ignored or misread"))
        #expect(fault.help.contains("ccv.timestamps"))
        #expect(fault.attempts == 1)
    }

    @Test(
        "Moments that are misread are an error, also when every window looks empty",
        arguments: [(TimestampForm.ms, TimestampForm.s), (.s, .ms), (.iso, .ms)])
    func misread(sent: TimestampForm, read: TimestampForm) async throws {
        let payments = randomPayments(20, ticks: span, seed: 3)
        let shop = ShopServer(payments, .init(timestamps: read))
        let fault = try await fault(settings: changed { $0.timestamps = sent }, shop.answer)
        #expect(fault.kind == .notUnderstood)
        #expect(fault.help.contains("ccv.timestamps"))
    }

    @Test("An account that is empty is empty, also when CCV refuses a question without filters")
    func empty() async throws {
        let found = try await withClient(
            answering { request in
                request.query("createdAfter") == nil ? [.answer(400, "{}")] : [.answer(200, "[]")]
            }
        ) { client, _ in try await client.discover(from: from, to: to) }
        #expect(found.records.isEmpty && found.isComplete && found.oldestCreated == nil)
    }

    @Test(
        "The list may stand alone or be wrapped once",
        arguments: [
            ("", ""), ("{\"transactions\":", "}"), ("{\"count\":3,\"data\":", ",\"x\":{}}"),
        ])
    func envelopes(before: String, after: String) async throws {
        let shop = ShopServer(
            randomPayments(30, ticks: span, seed: 4), .init(envelope: (before, after)))
        let found = try await withClient(shop.answer) { client, _ in
            try await client.discover(from: from, to: to)
        }
        #expect(found.records.count == 30)
    }

    @Test("One payment in two forms counts once, in the newest")
    func newest() async throws {
        let old = ShopServer.json("A", Self.start + 5).replacing("success", with: "pending")
        let new = ShopServer.json("A", Self.start + 5)
            .replacing("\"lastUpdate\":1", with: "\"lastUpdate\":2")
        for list in ["[\(old),\(new),\(new)]", "[\(new),\(old)]"] {
            let found = try await withClient(
                answering { request in
                    let after = request.query("createdAfter").flatMap { Int64($0) } ?? 0
                    let before = request.query("createdBefore").flatMap { Int64($0) } ?? 0
                    let isInside = after < Self.start + 5 && Self.start + 5 < before
                    return [.answer(200, isInside ? list : "[]")]
                }
            ) { client, _ in try await client.discover(from: from, to: to) }
            #expect(found.records.map(\.status) == ["success"])
        }
    }

    @Test("An answer of 500 MB is left unread, and the window made narrower")
    func longAnswer() async throws {
        let payments = randomPayments(20, ticks: span, seed: 5)
        let shop = ShopServer(payments)
        let found = try await withClient(
            answering { request in
                let after = request.query("createdAfter").flatMap { Int64($0) } ?? 0
                let before = request.query("createdBefore").flatMap { Int64($0) } ?? 0
                guard before - after > 50_000_000 else { return shop.answer(request) }
                return [
                    .text("HTTP/1.1 200 OK\r\ncontent-length: 524288000\r\n\r\n["),
                    .flood(Array(repeating: 0x20, count: 1 << 16), times: 8000),
                ]
            }, settings: changed { $0.answerLimit = 1 << 20 }
        ) { client, _ in
            try await client.discover(from: from, to: to)
        }
        #expect(found.records.count == 20)
    }

    @Test("The cap on requests is kept, and named")
    func cap() async throws {
        let shop = ShopServer(randomPayments(300, ticks: span, seed: 6), .init(pageSize: 3))
        let fault = try await fault(settings: changed { $0.requestLimit = 40 }, shop.answer)
        #expect(fault.message.contains("40 requests"))
    }

    private func fault(
        settings: CCVSettings = changed { _ in },
        _ script: @escaping ScriptedServer.Script
    ) async throws -> ServiceFault {
        try await withClient(script, settings: settings) { client, _ in
            do throws(ServiceFault) {
                let found = try await client.discover(from: from, to: to)
                return ServiceFault(.stopping, "no fault, but \(found.records.count) payments")
            } catch {
                return error
            }
        }
    }
}
