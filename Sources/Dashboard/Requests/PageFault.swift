import HTTPTypes
import Wording

/// Why a page is not shown or a form not taken: it becomes a page of its own.
struct PageFault: Error {
    var status: HTTPResponse.Status
    var text: Phrase
    /// After how many seconds to try again; nil when waiting does not help.
    var retryAfter: Int64?

    init(status: HTTPResponse.Status, text: Phrase, retryAfter: Int64? = nil) {
        self.status = status
        self.text = text
        self.retryAfter = retryAfter
    }

    /// There is no such page, payment or connection.
    static func notFound(_ text: Phrase) -> PageFault { PageFault(status: .notFound, text: text) }

    /// The address or the form holds something that no page of ours writes.
    static func badRequest(_ en: String, _ nl: String) -> PageFault {
        PageFault(status: .badRequest, text: Phrase(en: en, nl: nl))
    }

    /// The visitor's role does not come with it.
    static let notAllowed = PageFault(
        status: .forbidden,
        text: Phrase(
            en: "Your role does not allow this. An administrator can change roles.",
            nl: "Uw rol staat dit niet toe. Een beheerder kan rollen wijzigen."))

    /// A form of somebody who is not signed in any more.
    static let signedOut = PageFault(
        status: .forbidden,
        text: Phrase(
            en: "You are not signed in any more. Nothing was done: sign in and try again.",
            nl: "U bent niet meer aangemeld. Er is niets gedaan: meld u aan en probeer het nog"
                + " eens."))

    /// Too many requests from one address.
    static func tooMany(_ seconds: Int64) -> PageFault {
        PageFault(
            status: .tooManyRequests,
            text: Phrase(
                en: "That was too often. Wait a moment and try again.",
                nl: "Dat was te vaak. Wacht even en probeer het dan opnieuw."),
            retryAfter: seconds)
    }

    /// The form does not come from a page of ours.
    static let foreignForm = PageFault(
        status: .forbidden,
        text: Phrase(
            en: "This form is too old or does not come from this dashboard. Nothing was done:"
                + " go back, load the page anew and try again.",
            nl: "Dit formulier is te oud of komt niet van dit dashboard. Er is niets gedaan:"
                + " ga terug, laad de pagina opnieuw en probeer het nog eens."))
}
