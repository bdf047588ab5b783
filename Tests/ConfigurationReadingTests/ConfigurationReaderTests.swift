import ConfigurationReading
import SourceDiagnostics
import Testing

@Suite("Reading the configuration")
struct ConfigurationReaderTests {
    @Test("What is left out has the values of production")
    func defaults() throws {
        let found = reading(shop())
        #expect(found.places == [])
        let configuration = try #require(found.configuration)
        #expect(configuration.database == "books/ccvmap.sqlite")
        #expect(configuration.secretsFile == "books/ccvmap.secrets")
        #expect(configuration.keyFile == "books/ccvmap.key")
        #expect(configuration.http.timeout == .seconds(60))
        #expect(configuration.http.retries == 4)
        #expect(configuration.probeGrace == .seconds(1800))
        #expect(configuration.schedule.every == .seconds(3600))
        #expect(configuration.schedule.nightlyAt == 150)
        #expect(configuration.schedule.jitter == .seconds(300))
        #expect(configuration.dashboard.port == 8080)
        #expect(configuration.monitoring == HostAndPort("127.0.0.1:9464"))
        #expect(configuration.notificationCommand == nil)
        let shop = try #require(configuration.connections.first)
        #expect(shop.rules == "books/rules")
        #expect(shop.ccv.baseURL.text == "https://api.psp.ccv.eu/api/v1")
        #expect(shop.ccv.timestamps == .milliseconds)
        #expect(!shop.ccv.allowsTest && !shop.twinfield.usesPKCE)
        #expect(shop.twinfield.loginURL.text == "https://login.twinfield.com")
        #expect(shop.twinfield.clientID == nil && shop.twinfield.redirectURI == nil)
        #expect(shop.twinfield.creditsPerMinute == 25)
        #expect(shop.twinfield.allowedHostSuffix == ".twinfield.com")
    }

    @Test("Every entry of the defaults is one that the file may have")
    func defaultsAreValues() throws {
        let found = reading(shop())
        #expect(found.entries.count == 34)
        for entry in found.entries {
            guard let value = entry.value, !entry.path.hasSuffix(".name") else { continue }
            let plain = value.replacing("books/", with: "")
            let again = reading(shop(), settings: ["\(entry.path)=\(plain)"])
            #expect(again.places == [], "\(entry.path)")
            #expect(again.entry(entry.path)?.value == value)
            #expect(again.entry(entry.path)?.origin == .flag)
        }
    }

    @Test("Monitoring can be off, or listen to this machine by its other names")
    func monitoring() {
        func address(_ text: String) -> HostAndPort? {
            reading(shop() + "monitoring: { address: \"\(text)\" }\n").configuration?.monitoring
        }
        #expect(address("off") == nil)
        #expect(reading(shop() + "monitoring: { address: off }\n").places == [])
        #expect(address("[::1]:9464") == HostAndPort("[::1]:9464"))
        #expect(address("localhost:9464")?.port == 9464)
    }

    @Test("Paths are joined to the folder of the file, and the secrets stand by the database")
    func paths() throws {
        let here = try #require(reading(shop(), path: "ccvmap.yaml").configuration)
        #expect(here.database == "ccvmap.sqlite" && here.secretsFile == "ccvmap.secrets")
        let moved = try #require(
            reading("database: /var/lib/x.sqlite\n" + shop("    rules: ../r\n")).configuration)
        #expect(moved.database == "/var/lib/x.sqlite")
        #expect(moved.secretsFile == "/var/lib/ccvmap.secrets")
        #expect(moved.keyFile == "books/ccvmap.key")
        #expect(moved.connections[0].rules == "books/../r")
        let named = try #require(
            reading("database: /d/x\nsecrets: { file: s }\n" + shop()).configuration)
        #expect(named.secretsFile == "books/s")
    }

    @Test("Zero credits a minute is no limit")
    func noLimit() {
        let found = reading(shop("    twinfield: { credits_per_minute: 0 }\n"))
        #expect(found.configuration?.connections.first?.twinfield.creditsPerMinute == nil)
        #expect(found.entry("connections.shop.twinfield.credits_per_minute")?.value == "0")
    }

    private static let wrong: [(String, [String])] = [
        ("database: x\n", ["CM0204 books/ccvmap.yaml:1:1"]),
        ("connections: []\n", ["CM0206 books/ccvmap.yaml:1:14"]),
        (shop() + "  - rules: x\n", ["CM0204 books/ccvmap.yaml:3:5"]),
        (shop("    rulez: x\n"), ["CM0202 books/ccvmap.yaml:3:5"]),
        (shop() + "  - name: shop\n", ["CM0208 books/ccvmap.yaml:3:11"]),
        (shop() + "  - name: a-b\n  - name: a_b\n", ["CM0706 books/ccvmap.yaml:4:11"]),
        (shop() + "  - name: Shop\n", ["CM0206 books/ccvmap.yaml:3:11"]),
        (shop() + "  - name: a__b\n", ["CM0206 books/ccvmap.yaml:3:11"]),
        (shop() + "  - name: a.b\n", ["CM0206 books/ccvmap.yaml:3:11"]),
        (shop() + "http: { retries: 21 }\n", ["CM0206 books/ccvmap.yaml:3:18"]),
        (shop() + "http: { timeout: 0 seconds }\n", ["CM0206 books/ccvmap.yaml:3:18"]),
        (shop() + "http: { timeout: 30 }\n", ["CM0206 books/ccvmap.yaml:3:18"]),
        (shop() + "posting: { probe_grace: 30 minuten }\n", ["CM0206 books/ccvmap.yaml:3:25"]),
        (shop() + "schedule: { every: 61 minutes }\n", ["CM0206 books/ccvmap.yaml:3:20"]),
        (shop() + "schedule: { nightly_at: \"24:00\" }\n", ["CM0206 books/ccvmap.yaml:3:25"]),
        (shop() + "schedule: { time_zone: Mars }\n", ["CM0306 books/ccvmap.yaml:3:24"]),
        (shop() + "dashboard: { address: localhost }\n", ["CM0206 books/ccvmap.yaml:3:23"]),
        (shop() + "monitoring: { address: \"0.0.0.0:9464\" }\n", ["CM0206 books/ccvmap.yaml:3:24"]),
        (shop() + "monitoring: { address: localhost }\n", ["CM0206 books/ccvmap.yaml:3:24"]),
        (shop() + "schedule: { jitter: 2 hours }\n", ["CM0206 books/ccvmap.yaml:3:21"]),
        (shop() + "dashboard: { address: \"a:70000\" }\n", ["CM0206 books/ccvmap.yaml:3:23"]),
        (shop() + "database: ccvmap.key\n", ["CM0707 books/ccvmap.yaml:3:11"]),
        (shop("    ccv: { timestamps: us }\n"), ["CM0205 books/ccvmap.yaml:3:24"]),
        (shop("    ccv: { allow_test: ja }\n"), ["CM0206 books/ccvmap.yaml:3:24"]),
        (
            shop("    twinfield: { allowed_host_suffix: com }\n"),
            ["CM0206 books/ccvmap.yaml:3:39"]
        ),
        ("connections: *x\n", ["CM0103 books/ccvmap.yaml:1:14"]),
        ("", ["CM0109 books/ccvmap.yaml:1:1"]),
        (
            shop("    rulez: x\n") + "http: { timeout: soon }\n",
            ["CM0202 books/ccvmap.yaml:3:5", "CM0206 books/ccvmap.yaml:4:18"]
        ),
    ]

    @Test("What is wrong is reported at its place, all at once", arguments: wrong)
    func mistakes(_ text: String, _ places: [String]) {
        let found = reading(text)
        #expect(found.places == places)
        #expect(found.configuration == nil)
        #expect(found.entries.isEmpty)
    }
}
