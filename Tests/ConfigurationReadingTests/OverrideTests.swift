import ConfigurationReading
import SourceDiagnostics
import Testing

@Suite("The environment and flags")
struct OverrideTests {
    private static let variable = "CCVMAP_CONNECTIONS__WEB_SHOP__CCV__BASE_URL"
    private static let text = """
        database: a.sqlite
        connections:
          - name: web-shop
            ccv:
              base_url: http://127.0.0.1:1/api/v1
        """
    private static let path = "connections.web-shop.ccv.base_url"

    @Test("A flag comes before the environment, that before the file, that before the default")
    func precedence() throws {
        let file = reading(Self.text)
        #expect(
            file.entry(Self.path)?.origin == .file(path: "books/ccvmap.yaml", line: 5))
        #expect(file.entry("http.retries")?.origin == .standard)
        let environment = [Self.variable: "http://127.0.0.1:2/api/v1", "PATH": "/bin"]
        let variable = reading(Self.text, environment: environment)
        #expect(variable.entry(Self.path)?.origin == .environment(Self.variable))
        #expect(variable.configuration?.connections[0].ccv.baseURL.port == 2)
        let settings = ["\(Self.path)=http://127.0.0.1:3/api/v1"]
        let flag = reading(Self.text, environment: environment, settings: settings)
        #expect(flag.entry(Self.path)?.origin == .flag)
        #expect(flag.configuration?.connections[0].ccv.baseURL.port == 3)
        let later = settings + ["\(Self.path)=http://127.0.0.1:4/api/v1"]
        #expect(
            reading(Self.text, settings: later).configuration?.connections[0].ccv.baseURL.port == 4)
    }

    @Test("Mappings that the file lacks are made, and a wrong value of the file can be set right")
    func madeAndMended() {
        let found = reading(
            shop() + "http: { retries: many }\n",
            environment: [
                "CCVMAP_HTTP__RETRIES": "2", "CCVMAP_SCHEDULE__NIGHTLY_AT": "03:00",
                "CCVMAP_SECRETS__FILE": "/x/s", "CCVMAP_SECRET_KEY": "not looked at",
            ])
        #expect(found.configuration?.http.retries == 2)
        #expect(found.configuration?.schedule.nightlyAt == 180)
        #expect(found.configuration?.secretsFile == "/x/s")
    }

    private static let wrong: [(String, String, String, String)] = [
        ("CCVMAP_HTTP__RETRIES", "many", "CM0206", "whole number"),
        ("CCVMAP_HTTP__RETRIES", "", "CM0206", "no value"),
        ("CCVMAP_HTTP__RETRY", "2", "CM0705", "CCVMAP_HTTP__RETRY"),
        ("CCVMAP_HTTP__TIMEOUTS", "2", "CM0705", "did you mean  TIMEOUT?"),
        ("CCVMAP_HTTP", "2", "CM0705", "TIMEOUT"), ("CCVMAP_", "2", "CM0705", "DATABASE"),
        ("CCVMAP_DATABASE__X", "2", "CM0705", "CCVMAP_DATABASE__X"),
        ("CCVMAP_CONNECTIONS__OTHER__RULES", "2", "CM0705", "connections are: SHOP"),
        ("CCVMAP_CONNECTIONS__SHOPP__RULES", "2", "CM0705", "did you mean  SHOP?"),
        ("CCVMAP_CONNECTIONS__SHOP__NAME", "2", "CM0705", "only be given in the file"),
        ("CCVMAP_CONNECTIONS", "2", "CM0705", "CCVMAP_CONNECTIONS"),
        ("CCVMAP_CONNECTIONS__SHOP__CCV__BASE_URL", "http://x.nl/api/v1", "CM0702", "x.nl"),
        ("CCVMAP_CONNECTIONS__SHOP__TWINFIELD__PKCE", "yes", "CM0206", "true or false"),
    ]

    @Test("A wrong variable is named with its mistake", arguments: wrong)
    func mistakes(_ name: String, _ value: String, _ code: String, _ words: String) {
        let found = reading(shop(), environment: [name: value])
        #expect(found.configuration == nil)
        #expect(found.places.first == "\(code) \(name):1:1")
        #expect(found.printed.contains(words), "\(found.printed)")
    }

    @Test("A wrong flag is named with its mistake")
    func wrongFlags() {
        #expect(reading(shop(), settings: ["database"]).places == ["CM0705 --set:1:1"])
        #expect(
            reading(shop(), settings: ["http.retries=x"]).places
                == ["CM0206 --set http.retries:1:1"])
        #expect(
            reading(shop(), settings: ["HTTP.retries=1"]).places
                == ["CM0705 --set HTTP.retries:1:1"])
    }
}
