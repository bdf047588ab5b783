import ConfigurationReading
import SourceDiagnostics
import Testing

@Suite("Secrets in the configuration")
struct HiddenSecretTests {
    private static let secret = "l_0123456789abcdef0123"

    private static let texts: [String] = [
        shop("    ccv:\n      api_key: \(secret)\n"),
        shop("    ccv: { api_key: \"\(secret)\", timestamps: us }\n"),
        shop("    ccv: { api-key: '\(secret)' }\n"),
        shop("    twinfield: { client_secret: \(secret), client_id: x }\n"),
        shop("    twinfield: { client_id: \(secret) }\n"),
        shop("    twinfield:\n      client_secret: |\n        \(secret)\n        more\n"),
        shop("    twinfield: { login_url: \"https://me:\(secret)@login.twinfield.com\" }\n"),
        "password: [\(secret)]\n" + shop(), "token:\n  deep: \(secret)\n" + shop(),
    ]

    @Test("A secret is refused at its place and printed nowhere", arguments: texts)
    func inFile(_ text: String) {
        let found = reading(text)
        #expect(found.diagnostics.contains { $0.code == .secretInConfiguration })
        #expect(found.configuration == nil)
        #expect(!found.printed.contains(Self.secret), "\(found.printed)")
    }

    @Test("Nor is one printed of a file that is no YAML")
    func inBrokenFile() {
        for text in [
            "api_key: \(Self.secret): [\n", "a: [\(Self.secret)\n", "api_key=\(Self.secret)\n",
        ] {
            let found = reading(text)
            #expect(!found.diagnostics.isEmpty)
            #expect(!found.printed.contains(Self.secret), "\(found.printed)")
        }
    }

    @Test("Nor one of the environment or of a flag, whatever it was meant to set")
    func inEnvironment() {
        for name in [
            "CCVMAP_API_KEY", "CCVMAP_CONNECTIONS__SHOP__CCV__API_KEY", "CCVMAP_DATABASE",
            "CCVMAP_WHATEVER", "CCVMAP_SECRET_KEYS",
        ] {
            let found = reading(shop(), environment: [name: Self.secret])
            #expect(found.configuration == nil)
            #expect(!found.printed.contains(Self.secret), "\(found.printed)")
        }
        let flag = reading(shop(), settings: ["connections.shop.ccv.api_key=\(Self.secret)"])
        #expect(flag.diagnostics.map(\.code) == [.secretInConfiguration])
        #expect(!flag.printed.contains(Self.secret))
    }
}
