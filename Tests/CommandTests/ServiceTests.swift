import Foundation
import ProgramSupport
import Testing

@Suite("run --scheduled against the sandbox")
struct ServiceTests {
    @Test("It says when it is ready, runs, tells how it does, and ends with 0 when asked to")
    func life() async throws {
        let shop = try await Shop.connected()
        let systemd = try NotifySocket(isAbstract: true)
        let service = try ServiceProcess(
            shop, ["--log-level", "debug"], monitoring: Int.random(in: 42_000..<52_000),
            environment: ["NOTIFY_SOCKET": systemd.name, "WATCHDOG_USEC": "3000000"])
        #expect(systemd.sees("READY=1"))
        try await service.waits(for: "run ended")
        #expect(systemd.sees("WATCHDOG=1\nSTATUS="))
        let health = try await service.get("/healthz")
        #expect(health.status == 200, "\(health.text)")
        let figures = try await service.get("/metrics").text
        for line in [
            #"ccvmap_payments{connection="webshop",state="reconciled",currency="EUR"} "#,
            #"ccvmap_runs_total{connection="webshop",kind="night",result="complete"} 1"#,
            #"ccvmap_last_complete_fetch_timestamp_seconds{connection="webshop"} "#,
        ] {
            #expect(figures.contains(line), "\(figures)")
        }
        let counts = try await shop.bookings()
        #expect(counts.count > 15)
        service.signal(SIGHUP)
        try await service.waits(for: "run ended", times: 2)
        systemd.drain()
        service.signal(SIGTERM)
        #expect(systemd.sees("STOPPING=1"))
        #expect(service.end() == 0)
        #expect(try await shop.bookings() == counts)
        #expect(counts.values.allSatisfy { $0 == 1 })
        try await checkPrivacy(service.log + figures + health.text, of: shop)
    }

    /// Neither people nor secrets stand in what the service tells.
    private func checkPrivacy(_ text: String, of shop: Shop) async throws {
        #expect(!text.contains("@"))
        let secrets = [shop.sandbox.addresses.apiKey, shop.sandbox.addresses.clientSecret]
        for secret in secrets { #expect(!text.contains(secret)) }
        let items = try shop.run("open-items", "--json").text
        var names: Set<String> = []
        for line in items.split(separator: "\n") {
            let item = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            if let name = item?["name"] as? String, name.count > 3 { names.insert(name) }
        }
        #expect(names.count > 5)
        for name in names { #expect(!text.contains(name), "\(name)") }
        #expect(!text.contains("eyJ"), "a token")
    }

    @Test("It runs as often as it is told to, one run after the other")
    func often() async throws {
        let shop = try await Shop.connected()
        let service = try ServiceProcess(
            shop, ["--set", "schedule.every=1 second", "--set", "schedule.jitter=0 seconds"])
        try await service.waits(for: "run ended", times: 4)
        #expect(service.stop() == 0)
        let records = service.log.split(separator: "\n")
            .filter { $0.contains("\"run begins\"") || $0.contains("\"run ended\"") }
        for (index, record) in records.enumerated() {
            #expect(record.contains(index % 2 == 0 ? "run begins" : "run ended"), "\(record)")
        }
        #expect(try await shop.bookings().values.allSatisfy { $0 == 1 })
    }

    @Test("Two copies at once book nothing twice")
    func copies() async throws {
        let shop = try await Shop.connected()
        let often = ["--set", "schedule.every=2 seconds", "--set", "schedule.jitter=1 second"]
        let services = try (0..<2).map { _ in try ServiceProcess(shop, often) }
        for service in services { try await service.waits(for: "message=started") }
        for _ in 0..<3 {
            for service in services { service.signal(SIGHUP) }
            try await Task.sleep(for: .seconds(2))
        }
        for service in services { try await service.waits(for: "result=complete") }
        for service in services { #expect(service.stop() == 0, "\(service.log)") }
        let counts = try await shop.bookings()
        #expect(counts.count > 15)
        #expect(counts.values.allSatisfy { $0 == 1 })
        #expect(try shop.run("ledger", "verify").code == 0)
    }

    @Test("A second copy whose address is taken says so and ends with 1")
    func address() async throws {
        let shop = try await Shop.connected()
        let port = Int.random(in: 42_000..<52_000)
        let first = try ServiceProcess(shop, monitoring: port)
        try await first.waits(for: "message=started")
        let second = try ServiceProcess(shop, monitoring: port)
        #expect(second.end() == 1)
        #expect(second.log.contains("127.0.0.1:\(port): it is in use"), "\(second.log)")
        #expect(first.stop() == 0)
    }

    @Test("Rules that do not compile are reported, and mended rules are used without a restart")
    func rules() async throws {
        let shop = try await Shop.connected()
        try shop.place.edit("books/rules/ccv-twinfield.yaml", "time_zone:", "timezone:")
        let service = try ServiceProcess(shop, monitoring: Int.random(in: 42_000..<52_000))
        try await service.waits(for: "result=failed")
        #expect(service.log.contains("code=CM0202"), "\(service.log)")
        #expect(service.log.contains("line=12"))
        let health = try await service.get("/healthz")
        #expect(health.status == 503)
        #expect(health.text.contains("last_run_failed"))
        #expect(try await shop.bookings().isEmpty)
        try shop.place.edit("books/rules/ccv-twinfield.yaml", "timezone:", "time_zone:")
        service.signal(SIGHUP)
        try await service.waits(for: "result=complete")
        #expect(try await !shop.bookings().isEmpty)
        #expect(service.stop() == 0)
    }

    @Test("A ledger that is taken away makes it ill and books nothing; put back, it goes on")
    func ledgerGone() async throws {
        let shop = try await Shop.connected()
        let port = Int.random(in: 42_000..<52_000)
        let service = try ServiceProcess(
            shop, ["--set", "schedule.every=2 seconds"], monitoring: port)
        try await service.waits(for: "result=complete")
        let counts = try await shop.bookings()
        let files = FileManager.default
        let ledger = shop.place.folder.appending(path: "books/ccvmap.sqlite")
        let away = shop.place.folder.appending(path: "away.sqlite")
        try files.moveItem(at: ledger, to: away)
        try await service.waits(for: "code=missing")
        while try await service.get("/healthz").text.contains("ledger_unreadable") == false {
            try await Task.sleep(for: .milliseconds(300))
        }
        try files.moveItem(at: away, to: ledger)
        service.signal(SIGHUP)
        let before = service.count("result=complete")
        try await service.waits(for: "result=complete", times: before + 1)
        #expect(service.stop() == 0)
        #expect(try await shop.bookings() == counts)
    }

    @Test("It ends although a service does not answer, and the next one books the rest once")
    func slow() async throws {
        let shop = try await Shop.connected()
        try await shop.sandbox.act("/faults", #""post:slow(300s)@3""#)
        let service = try ServiceProcess(shop)
        try await service.waits(for: "run begins")
        while try await shop.bookings().count < 2 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(service.stop() == 0, "\(service.log)")
        try await shop.sandbox.act("/faults", "", method: "DELETE")
        for _ in 0..<3 {
            _ = try shop.run("run", "--set", "posting.probe_grace=1 second")
            try await Task.sleep(for: .milliseconds(1500))
        }
        let counts = try await shop.bookings()
        #expect(counts.count > 15)
        #expect(counts.values.allSatisfy { $0 == 1 })
    }

    @Test("A single run's flags do not go with it")
    func usage() throws {
        let place = try Workplace()
        for flag in [["--json"], ["--limit", "1"], ["--until", "fetched"]] {
            #expect(try place.run(["run", "--scheduled"] + flag).code == 2)
        }
    }
}
