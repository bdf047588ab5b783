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
}
