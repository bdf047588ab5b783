import HTTPTypes
import Hummingbird
import NIOCore

/// What a person sees in the browser after the login at Twinfield.
enum RedirectPage: Sendable {
    case connected
    /// The reason stands where the program runs, not in a page that anybody can ask for.
    case failed

    /// A small page without anything from elsewhere.
    var response: Response {
        let title: String
        let text: String
        switch self {
        case .connected:
            title = "Verbonden met Twinfield"
            text = "Dit venster kan dicht. <span lang=\"en\">Connected; you can close this.</span>"
        case .failed:
            title = "Niet verbonden"
            text =
                "Waarom staat in het venster waarin ccvmap draait. <span lang=\"en\">Not"
                + " connected; the window in which ccvmap runs says why.</span>"
        }
        let page = """
            <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>\(title)</title>\
            </head><body><h1>\(title)</h1><p>\(text)</p></body></html>
            """
        return Response(
            status: self == .connected ? .ok : .badRequest,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }
}
