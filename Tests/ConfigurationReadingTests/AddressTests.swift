import ConfigurationReading
import SourceDiagnostics
import Testing

@Suite("Addresses")
struct AddressTests {
    private static let hosts: [(String, String?)] = [
        ("https://login.twinfield.com", nil), ("https://login.twinfield.com/", nil),
        ("https://twinfield.com", nil), ("https://login.twinfield.com:8443", nil),
        ("https://LOGIN.Twinfield.COM", nil), ("http://127.0.0.1:8080", nil),
        ("http://127.255.0.1", nil), ("http://[::1]:9", nil), ("https://localhost", nil),
        ("http://localhost:1", nil), ("http://login.twinfield.com", "CM0702"),
        ("https://eviltwinfield.com", "CM0703"), ("https://twinfield.com.evil.nl", "CM0703"),
        ("https://128.0.0.1", "CM0703"), ("http://localhost.evil.nl", "CM0702 CM0703"),
        ("http://0.0.0.0", "CM0702 CM0703"), ("http://[::2]", "CM0702 CM0703"),
        ("https://login.twinfield.com/auth", "CM0701"), ("login.twinfield.com", "CM0701"),
        ("ftp://login.twinfield.com", "CM0701"), ("https://", "CM0701"),
        ("https://127.1", "CM0701"), ("https://0177.0.0.1", "CM0701"), ("https://1", "CM0701"),
        ("https://login.twinfield.com:0", "CM0701"), ("https://login.twinfield.com:", "CM0701"),
        ("https://login.twinfield.com?x", "CM0701"), ("https://login.twinfield.com#x", "CM0701"),
        ("https://login..twinfield.com", "CM0701"), ("https://login.twinfield.com.", "CM0701"),
        ("https://login.twinfield.com\\\\.evil.nl", "CM0701"), ("https://[::1", "CM0701"),
        ("https://a:b@login.twinfield.com", "CM0704"), ("https://lögin.twinfield.com", "CM0701"),
        ("https://login.twinfield.com%2eevil.nl", "CM0701"),
    ]

    @Test("Only hosts of the service are called, and http only on this machine", arguments: hosts)
    func login(_ address: String, _ codes: String?) {
        let found = reading(shop("    twinfield:\n      login_url: \"\(address)\"\n"))
        let reported = found.diagnostics.map(\.code.rawValue).sorted().joined(separator: " ")
        #expect(reported == codes ?? "")
    }

    @Test(
        "The address of CCV ends in /api/v1",
        arguments: [
            ("https://api.psp.ccv.eu/api/v1", true), ("https://api.psp.ccv.eu/api/v1/", true),
            ("http://127.0.0.1:9000/ccv/api/v1", true), ("https://api.psp.ccv.eu/api/v2", false),
            ("https://api.psp.ccv.eu", false), ("https://api.psp.ccv.eu/x/../api/v1", false),
            ("https://api.psp.ccv.eu//api/v1", false), ("https://redirect.jforce.be/api/v1", false),
        ])
    func base(_ address: String, _ isGood: Bool) {
        let found = reading(shop("    ccv:\n      base_url: \(address)\n"))
        #expect((found.configuration != nil) == isGood)
    }

    @Test("Another suffix allows another host, and then the usual one no more")
    func suffix() {
        let other = "    twinfield: { allowed_host_suffix: books.example }\n"
        #expect(
            reading(
                shop(other),
                settings: [
                    "connections.shop.twinfield.login_url=https://login.books.example"
                ]
            ).configuration != nil)
        let stays = other.replacing("}", with: ", login_url: \"https://login.twinfield.com\" }")
        #expect(reading(shop(stays)).diagnostics.map(\.code) == [.foreignHost])
        #expect(reading(shop(other)).diagnostics.map(\.code) == [.foreignHost])
    }

    @Test("The browser may come back to any https host, or by http to this machine")
    func redirect() {
        for (address, isGood) in [
            ("https://books.example/x", true), ("http://localhost:8765/callback", true),
            ("http://books.example/x", false), ("books.example", false),
        ] {
            let found = reading(shop("    twinfield: { redirect_uri: \"\(address)\" }\n"))
            #expect((found.configuration != nil) == isGood, "\(address)")
            if isGood {
                #expect(found.configuration?.connections[0].twinfield.redirectURI == address)
            }
        }
    }
}
