import HTTPTypes
public import Hummingbird
import NIOCore
public import Wording

/// A small page without script that leads a browser on at once, with a link for who stays.
///
/// A browser that another site sends here brings no cookie of ours (`SameSite=Strict`); when this
/// page leads it on, the way begins at ourselves, and the cookie comes along. In the other
/// direction it is the way out after a form: `form-action 'self'` also stops a form from being
/// redirected to another host.
public struct WayPage: Sendable {
    /// Where the browser goes; nil for a page that leads nowhere.
    public var address: String?
    /// The heading.
    public var title: Phrase
    /// What is said to people.
    public var text: Phrase

    /// Says something, and leads on.
    public init(to address: String? = nil, title: Phrase, text: Phrase) {
        self.address = address
        self.title = title
        self.text = text
    }

    /// Leads on to an address of ours.
    public static func onward(to address: String) -> WayPage {
        WayPage(
            to: address, title: Phrase(en: "Going on", nl: "Verder"),
            text: Phrase(en: "Back to the dashboard.", nl: "Terug naar het dashboard."))
    }

    /// Says that the program that waits goes on.
    public static let handedOver = WayPage(
        title: Phrase(en: "Received", nl: "Ontvangen"),
        text: Phrase(
            en: "The window in which ccvmap runs goes on. You can close this one.",
            nl: "Het venster waarin ccvmap draait gaat verder. Dit venster kan dicht."))

    /// The answer; it needs no template, no ledger and no session.
    public var response: Response {
        var head = "<meta charset=\"utf-8\" /><meta name=\"robots\" content=\"noindex\" />"
        var way = ""
        if let address {
            let shown = Self.escaped(address)
            head += "<meta http-equiv=\"refresh\" content=\"0; url=\(shown)\" />"
            way = "<p><a href=\"\(shown)\">Verder <span lang=\"en\">(go on)</span></a></p>"
        }
        let page = """
            <!DOCTYPE html>
            <html lang="nl"><head>\(head)<title>\(Self.escaped(title.nl)) · ccvmap</title></head>\
            <body><h1>\(Self.escaped(title.nl))</h1><p>\(Self.escaped(text.nl))</p>\
            <p lang="en">\(Self.escaped(text.en))</p>\(way)</body></html>

            """
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
