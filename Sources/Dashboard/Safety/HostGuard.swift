import HTTPTypes
import Hummingbird
import Wording

/// Answers only those who call the dashboard by one of its names.
///
/// A page of a stranger can make the name of its own host lead to this machine (DNS rebinding);
/// the browser then takes us for a part of that page, but names the host of the stranger.
struct HostGuard: RouterMiddleware {
    typealias Context = PageContext

    let names: Set<String>

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        guard let authority = request.head.authority, names.contains(Self.name(authority)) else {
            throw PageFault(
                status: .misdirectedRequest,
                text: Phrase(
                    en: "This dashboard is not known by this name. Its name is dashboard.address,"
                        + " or dashboard.public_url, in ccvmap.yaml.",
                    nl: "Dit dashboard heet niet zo. De naam staat bij dashboard.address, of bij"
                        + " dashboard.public_url, in ccvmap.yaml."))
        }
        return try await next(request, context)
    }

    /// The name of a host without its port, in lower case.
    static func name(_ authority: String) -> String {
        let text = authority.lowercased()
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") { return String(text[...end]) }
        return String(text.prefix { $0 != ":" })
    }
}
