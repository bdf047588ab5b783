import HTTPTypes
import Hummingbird

/// Puts the headers of safety on every answer, also on refusals.
struct SafetyHeaders: RouterMiddleware {
    typealias Context = PageContext

    /// Whether browsers reach us by https, and are to do nothing else for a year.
    let isSecure: Bool

    /// Nothing is loaded from elsewhere, nothing stands inline, and no other page may frame ours.
    static let contentPolicy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.fields where response.headers[name] == nil {
            response.headers[name] = value
        }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    /// `same-origin` and not `no-referrer`: with the latter browsers send `Origin: null` with
    /// forms, and nothing could be told from it; to other hosts neither says anything.
    private static let fields: [(HTTPField.Name, String)] = {
        let named: [(String, String)] = [
            ("Content-Security-Policy", contentPolicy), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"), ("Cache-Control", "no-store"),
            ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ]
        return named.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }()
}
