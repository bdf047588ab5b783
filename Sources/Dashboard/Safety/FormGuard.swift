import HTTPTypes
import Hummingbird
import NIOCore
import Wording

/// Takes forms only from pages of ours, and only of a bounded size.
struct FormGuard: RouterMiddleware {
    typealias Context = PageContext

    let sessions: SessionKeeper
    let origins: Set<String>
    /// Where forms with the text of whole files go.
    let largePath: String

    /// The files of a rule set, in the three signs that each byte may take in a form.
    static let largestFiles = 1 << 20

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else {
            return try await next(request, context)
        }
        guard request.method == .post, isOurs(request) else { throw PageFault.foreignForm }
        let type = request.headers[.contentType]?.lowercased() ?? ""
        guard type.hasPrefix("application/x-www-form-urlencoded") else {
            throw PageFault(
                status: .unsupportedMediaType,
                text: Phrase(en: "This is no form.", nl: "Dit is geen formulier."))
        }
        let isLarge = request.uri.path.hasPrefix(largePath)
        let body: ByteBuffer
        do {
            body = try await request.body.collect(
                upTo: isLarge ? Self.largestFiles : context.maxUploadSize)
        } catch is NIOTooManyBytesError {
            throw PageFault(
                status: .contentTooLarge,
                text: Phrase(en: "This form is too large.", nl: "Dit formulier is te groot."))
        }
        var context = context
        context.origin = request.headers[.origin]?.lowercased() ?? ""
        context.form = FormFields(
            body.readableBytesView,
            atMost: isLarge ? FormFields.rowsMaximum : FormFields.fieldsMaximum)
        guard let token = context.form["bewijs"], sessions.isToken(token, of: context.session)
        else { throw PageFault.foreignForm }
        return try await next(request, context)
    }

    /// Every browser names the origin of a form; what names none is none of ours.
    private func isOurs(_ request: Request) -> Bool {
        guard let origin = request.headers[.origin]?.lowercased() else { return false }
        if origins.contains(origin) { return true }
        guard let authority = request.head.authority?.lowercased() else { return false }
        return origin == "http://" + authority || origin == "https://" + authority
    }
}
