import HTTPTypes
import Hummingbird
import Logging
import Wording

/// Turns what went wrong into a page that says so, in the language of the browser.
///
/// It stands twice: outside of all, and inside of where the visitor is known.
struct FaultPages: RouterMiddleware {
    typealias Context = PageContext

    let room: PageRoom

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let fault as PageFault {
            return answer(fault, request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return answer(
                .notFound(Phrase(en: "There is no such page.", nl: "Deze pagina bestaat niet.")),
                request, context)
        } catch let error as any HTTPResponseError {
            return answer(
                PageFault(
                    status: error.status,
                    text: Phrase(
                        en: "This request cannot be answered.",
                        nl: "Dit verzoek kan niet worden beantwoord.")), request, context)
        } catch {
            // The words may hold a path or a name: they are for the log of this machine alone.
            context.logger.error("a page failed", metadata: ["error": "\(error)"])
            return answer(
                PageFault(
                    status: .internalServerError,
                    text: Phrase(
                        en: "The ledger cannot be read now. The log of ccvmap says why.",
                        nl: "Het grootboek kan nu niet worden gelezen. Het log van ccvmap zegt"
                            + " waarom.")), request, context)
        }
    }

    private func answer(
        _ fault: PageFault, _ request: Request, _ context: PageContext
    ) -> Response {
        var context = context
        if context.session.isEmpty {
            let wish = request.cookies[room.sessions.languageCookie]?.value ?? ""
            context.language = OutputLanguage(rawValue: wish) ?? .dutch
        }
        return room.answer(fault, room.visit(request, context))
    }
}
