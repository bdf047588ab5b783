import Testing

@testable import CCVClient

@Suite("The API key")
struct APIKeyTests {
    @Test(
        "White space around it is dropped, and its beginning tells the mode",
        arguments: [
            ("l_abc", APIKey.Mode.live, "l_…"), (" t_abc\n", .test, "t_…"),
            ("\tabcdef\r\n", .unknown, "…"),
        ])
    func modes(text: String, mode: APIKey.Mode, shown: String) throws {
        let key = try #require(APIKey(text))
        #expect(key.mode == mode)
        #expect(key.description == shown)
    }

    @Test("Texts that cannot be a key are none", arguments: ["", " \n", "l_a b", "l_a:b", "l_\n2"])
    func noKey(text: String) {
        #expect(APIKey(text) == nil)
    }

    @Test("Nothing prints the key")
    func neverPrinted() throws {
        let key = try #require(APIKey("l_topsecret"))
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] {
            #expect(!text.contains("topsecret"))
        }
        #expect(key.authorization == "Basic bF90b3BzZWNyZXQ6")
    }
}
