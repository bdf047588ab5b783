import Hummingbird
import NIOCore
import People
import Wording

/// What travels with a request: the session, the language and the fields of a form.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection; nil when nobody knows it.
    let peer: String?
    /// The address by which the browser is counted.
    var address = ClientAddress.unknown
    /// The session of the browser: 64 hexadecimal digits of one that signed in, else 32.
    var session = ""
    /// Who is signed in; nil for a stranger.
    var visitor: Visitor?
    /// Whether the password was right and the code is still to come.
    var isHalfway = false
    /// The language of the page.
    var language = OutputLanguage.dutch
    /// Scheme, host and port of the page from which a form was sent, one of ours; empty for a page.
    var origin = ""
    /// The fields of the form that was sent; empty for a page.
    var form = FormFields()

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// More than any form of ours is refused unread.
    var maxUploadSize: Int { 65_536 }
}
