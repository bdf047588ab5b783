import HTTPTypes
import Hummingbird

/// Answers browsers that Twinfield sends back, before any session is looked at.
///
/// Such a browser brings no cookie of ours, and must not get a new one in its place: it is led to
/// `/verbonden`, and there once more to itself, so that the cookie comes along. Who the browser is
/// and what it brings is only looked at then.
struct RedirectLanding: RouterMiddleware {
    typealias Context = PageContext

    /// The page that ends a login, behind the base path.
    static let end = "/verbonden"
    /// Says that the way began at ourselves.
    static let mark = "nog"

    let room: PageRoom

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get, let connecting = room.connecting else {
            return try await next(request, context)
        }
        let path = request.uri.path
        let fields = FormFields((request.uri.query ?? "").utf8)
        let answer = LoginAnswer(fields)
        if path == room.settings.basePath + Self.end {
            guard fields[Self.mark] == nil, fields["state"] != nil else {
                return try await next(request, context)
            }
            return WayPage.onward(
                to: path + "?" + answer.query + "&" + Self.mark + "=1"
            ).response
        }
        // A page may have the same path; then only what comes from Twinfield is led on.
        guard connecting.redirectPaths.contains(Self.plain(path)), fields["state"] != nil else {
            return try await next(request, context)
        }
        switch await connecting.landing(answer) {
        case .handedOver: return WayPage.handedOver.response
        case .goesOn(let origin):
            return WayPage.onward(to: Self.address(of: answer, origin, room.settings)).response
        }
    }

    /// A path without the slashes at its end, as redirect paths are kept.
    private static func plain(_ path: String) -> String {
        let end = path.lastIndex { $0 != "/" }
        return end.map { String(path[...$0]) } ?? "/"
    }

    /// The page that ends a login, with what the browser brings.
    static func address(
        of answer: LoginAnswer, _ origin: String?, _ settings: DashboardSettings
    ) -> String {
        (origin ?? "") + settings.basePath + end + "?" + answer.query
    }
}

extension LoginAnswer {
    /// The page of the dashboard that ends a login, for a listener elsewhere on this machine.
    ///
    /// `origin` is that of the browser's own form, which was proved to be ours.
    public func way(to origin: String, _ settings: DashboardSettings) -> String {
        RedirectLanding.address(of: self, origin, settings)
    }
}
