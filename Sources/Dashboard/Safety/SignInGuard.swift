import HTTPTypes
import Hummingbird
import People
import Wording

/// Lets only those in who are signed in and have the permission of the route.
///
/// It stands before every route, also before those that are not there: a stranger learns nothing
/// but the way to sign in.
struct SignInGuard: RouterMiddleware {
    typealias Context = PageContext

    let room: PageRoom
    let routes: RouteBook

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let access = context.endpointPath.flatMap { routes.access(request.method, $0) }
        if access == .everybody { return try await next(request, context) }
        guard let visitor = context.visitor else { return try wayIn(request, context) }
        // A page that is not there has no path of a route, and says so.
        guard context.endpointPath != nil else { return try await next(request, context) }
        guard case .holder(let permission) = access, visitor.role.may(permission) else {
            throw PageFault.notAllowed
        }
        return try await next(request, context)
    }

    private func wayIn(_ request: Request, _ context: PageContext) throws -> Response {
        guard request.method == .get || request.method == .head else {
            throw PageFault.signedOut
        }
        let visit = room.visit(request, context)
        // A link in a mail or of another site comes without our cookies: asked again from a page of
        // ours it comes with them.
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        if site == "cross-site" || site == "same-site" {
            let here = room.address(visit.path, visit.query.pairs.map { ($0.name, $0.value) })
            return WayPage.onward(to: here).response
        }
        let query = visit.query.text
        let wanted = ReturnAddress(visit.path + (query.isEmpty ? "" : "?" + query)).plain
        return PageRoom.seeOther(
            room.address("/aanmelden", [("naar", wanted == "/" ? nil : wanted)]))
    }
}
