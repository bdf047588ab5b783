import HTTPTypes
import Testing

@Suite("Every page")
struct PageTests {
    static let paths = [
        "/", "/?dagen=30", "/open", "/te-beoordelen", "/rapportage", "/fouten",
        "/fouten?reden=no_sale", "/betalingen", "/betalingen?zoek=C-", "/configuratie",
        "/betaling?verbinding=webshop&id=C-REVIEW", "/betaling?verbinding=webshop&id=C-DONE",
        "/betaling?verbinding=webshop&id=C-FAIL", "/melding?verbinding=webshop&id=C-FAIL",
        "/betaling?verbinding=webshop&id=C-%3Cb%3E%22x%22%3C%2Fb%3E",
        "/melding?verbinding=webshop&id=C-%3Cb%3E%22x%22%3C%2Fb%3E&tekst=%3Cb%3E",
        "/account", "/mensen", "/logboek", "/aanmelden",
        "/regels", "/regels?verbinding=webshop", "/regels/versies?verbinding=webshop",
        "/regels/codes",
    ]

    @Test(
        "A page is well-formed and in the language of its reader", arguments: paths, ["nl", "en"])
    func wellFormed(path: String, language: String) async throws {
        try await Browser.visit { browser in
            let mark = path.contains("?") ? "&" : "?"
            let answer = try await browser.get(path + mark + "taal=" + language)
            if let folder = Environment.folder {
                try Environment.write(answer.text, folder, path + "-" + language)
            }
            #expect(answer.status == .ok)
            let page = try answer.page
            #expect(page["lang"] == language)
            // What a stranger typed looks like a tag, and is none.
            let own = answer.text.replacing("{{t.skip}}", with: "")
                .replacing("{{a.aaaa}}", with: "")
            #expect(!own.contains("{{"))
        }
    }

    @Test("What a run recorded is read in the language of the page, and marked as English if it is")
    func sentences() async throws {
        try await Browser.visit { browser in
            let path = "/betaling?verbinding=webshop&id=C-REVIEW"
            let dutch = try await browser.get(path)
            #expect(dutch.text.contains("2 verkopen passen: VRK 202600017"))
            #expect(dutch.text.contains("34 dagen voor de betaling"))
            #expect(dutch.text.contains("te beoordelen: Meer verkopen passen"))
            #expect(!dutch.text.contains("2 sales fit"))
            let english = try await browser.get(path + "&taal=en")
            #expect(english.text.contains("2 sales fit: VRK 202600017"))
            #expect(!english.text.contains("2 verkopen passen"))
            _ = try await browser.get("/?taal=nl")
            let failed = try await browser.get("/betaling?verbinding=webshop&id=C-FAIL")
            #expect(try failed.page.all.contains { $0["lang"] == "en" && $0.name == "bdi" })
        }
    }
}
