import Hummingbird
import Wording

/// Takes `?taal=en` as a wish for a language, for this page and the next ones.
struct LanguageSwitch: RouterMiddleware {
    typealias Context = PageContext

    let room: PageRoom

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let wish = FormFields((request.uri.query ?? "").utf8)["taal"]
        guard let language = wish.flatMap({ OutputLanguage(rawValue: $0) }) else {
            return try await next(request, context)
        }
        var context = context
        context.language = language
        var response = try await next(request, context)
        response.setCookie(
            room.sessions.cookie(
                room.sessions.languageCookie, language.rawValue, maxAge: 31_536_000))
        return response
    }
}
