import DomainModel
import Foundation
import FoundationNetworking
import Logging
import Monitoring
import ServiceLifecycle
import Synchronization
import Testing

@Suite("The address of monitoring")
struct MonitoringServerTests {
    private final class Source: MonitoringSource {
        let value = Mutex(MonitoredState.sample)

        func state() async -> MonitoredState { value.withLock { $0 } }
    }

    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func get(_ port: Int, _ path: String) async throws -> (HTTPURLResponse, String) {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        let (data, response) = try await URLSession.shared.data(from: url)
        return (try #require(response as? HTTPURLResponse), String(decoding: data, as: UTF8.self))
    }

    @Test("Health is 200 or 503 with reasons, metrics are text, and nothing else is there")
    func answers() async throws {
        let source = Source()
        let (ports, found) = AsyncStream<Int>.makeStream()
        let server = MonitoringServer(source, host: "127.0.0.1", port: 0, logger: logger) {
            found.yield($0)
        }
        let group = ServiceGroup(services: [server], logger: logger)
        let life = Task { try await group.run() }
        let port = try #require(await ports.first { _ in true })
        let (well, text) = try await get(port, "/healthz")
        #expect(well.statusCode == 200 && text.contains(#""status":"ok""#))
        #expect(well.value(forHTTPHeaderField: "Content-Type") == "application/json")
        source.value.withLock { $0.ledgerFault = "damaged" }
        let (ill, reasons) = try await get(port, "/healthz")
        #expect(ill.statusCode == 503 && reasons.contains(#""code":"ledger_unreadable""#))
        let (metrics, page) = try await get(port, "/metrics")
        #expect(metrics.statusCode == 200 && page.contains("ccvmap_ledger_readable 0\n"))
        #expect(
            metrics.value(forHTTPHeaderField: "Content-Type")
                == "text/plain; version=0.0.4; charset=utf-8")
        #expect(try await get(port, "/").0.statusCode == 404)
        await group.triggerGracefulShutdown()
        try await life.value
    }

    @Test("An address that another program has ends it with an error")
    func taken() async throws {
        let (ports, found) = AsyncStream<Int>.makeStream()
        let first = MonitoringServer(Source(), host: "127.0.0.1", port: 0, logger: logger) {
            found.yield($0)
        }
        let group = ServiceGroup(services: [first], logger: logger)
        let life = Task { try await group.run() }
        let port = try #require(await ports.first { _ in true })
        let second = MonitoringServer(Source(), host: "127.0.0.1", port: port, logger: logger)
        let fault = await #expect(throws: MonitoringFault.self) { try await second.run() }
        #expect(fault?.message == "cannot listen on 127.0.0.1:\(port): it is in use")
        await group.triggerGracefulShutdown()
        try await life.value
    }
}
