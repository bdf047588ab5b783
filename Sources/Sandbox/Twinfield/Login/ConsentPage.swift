internal import BooksModel

/// The pages that a person sees while a program asks for consent; Dutch first, then English.
enum ConsentPage {
    private static let style = """
        body { font: 1rem/1.5 sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
        button { font: inherit; padding: .5rem 1.5rem; margin-right: 1rem }
        .note { color: #555 }
        """

    /// Asks whether the program may act; the buttons send `ticket` and `decision`.
    static func question(_ consent: ConsentRequest, organisation: String) -> WireAnswer {
        let scopes = consent.scopes.map { XMLNode("li", [:], [XMLNode("code", [:], $0)]) }
        let form = XMLNode(
            "form", ["method": "post", "action": LoginService.root + "authorize"],
            [
                XMLNode(
                    "input", ["type": "hidden", "name": "ticket", "value": consent.ticket]),
                XMLNode(
                    "button", ["type": "submit", "name": "decision", "value": "approve"],
                    "Toestaan (Allow)"),
                XMLNode(
                    "button", ["type": "submit", "name": "decision", "value": "refuse"],
                    "Weigeren (Refuse)"),
            ])
        return page(
            status: 200, title: "Toestemming",
            [
                XMLNode("h1", [:], "Toestemming geven?"),
                XMLNode(
                    "p", [:],
                    "Het programma “\(consent.clientID)” vraagt toegang tot de boekhouding van "
                        + "“\(organisation)” in deze nagebootste Twinfield."),
                XMLNode(
                    "p", ["lang": "en"],
                    "The program “\(consent.clientID)” asks for access to the books of "
                        + "“\(organisation)” in this imitation of Twinfield."),
                XMLNode("ul", [:], scopes),
                XMLNode(
                    "p", ["class": "note"],
                    "Het antwoord gaat naar (the answer goes to) \(consent.redirectURI)"),
                form,
            ])
    }

    /// Says that a request cannot be answered; no one is sent anywhere.
    static func error(_ code: String, _ language: BooksLanguage) -> WireAnswer {
        page(
            status: 400, title: "Fout",
            [
                XMLNode("h1", [:], language == .dutch ? "Dit gaat niet" : "This cannot be done"),
                XMLNode("p", [:], "Het verzoek om toestemming klopt niet: \(code)."),
                XMLNode("p", ["lang": "en"], "The request for consent is wrong: \(code)."),
            ])
    }

    private static func page(status: Int, title: String, _ body: [XMLNode]) -> WireAnswer {
        let head = XMLNode(
            "head", [:],
            [
                XMLNode("meta", ["charset": "utf-8"]),
                XMLNode(
                    "meta",
                    ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                XMLNode("title", [:], title),
                XMLNode("style", [:], style),
            ])
        let html = XMLNode("html", ["lang": "nl"], [head, XMLNode("body", [:], body)])
        return WireAnswer(
            status: status,
            headers: [
                .init("Content-Type", "text/html; charset=utf-8"),
                .init("Cache-Control", "no-store"),
                .init(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
                .init("Referrer-Policy", "no-referrer"),
            ],
            body: Array("<!DOCTYPE html>".utf8) + XMLTree.write(html, declaration: false))
    }
}
