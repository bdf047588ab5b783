import Hummingbird
import People
import Wording

/// What travels with a request: the session, the language and the fields of a form.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The session of the browser: 32 hexadecimal digits.
    var session = ""
    /// Who is signed in; nil for a stranger.
    var visitor: Visitor?
    /// The language of the page.
    var language = OutputLanguage.dutch
    /// The fields of the form that was sent; empty for a page.
    var form = FormFields()

    init(source: Source) { coreContext = CoreRequestContextStorage(source: source) }

    /// More than any form of ours is refused unread.
    var maxUploadSize: Int { 65_536 }
}
