import Crypto
import HTTPTypes
import Hummingbird
import Wording

/// Gives each browser a session, and each session the token that its forms must carry.
///
/// The token is a MAC of the session under a key that lives as long as the program: nothing has to
/// be kept, and who can set a cookie still cannot make the token that goes with it.
struct SessionKeeper: RouterMiddleware {
    typealias Context = PageContext

    static let cookie = "ccvmap_session"
    static let languageCookie = "ccvmap_taal"

    let basePath: String
    let isSecure: Bool
    private let key = SymmetricKey(size: .bits256)

    init(basePath: String, isSecure: Bool) {
        self.basePath = basePath
        self.isSecure = isSecure
    }

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let word = request.cookies[Self.languageCookie]?.value ?? ""
        context.language = OutputLanguage(rawValue: word) ?? .dutch
        let known = request.cookies[Self.cookie]?.value
        if let known, Self.isSession(known) {
            context.session = known
            return try await next(request, context)
        }
        context.session = Random.hexadecimal(bytes: 16)
        var response = try await next(request, context)
        response.setCookie(cookie(Self.cookie, context.session))
        return response
    }

    /// The token of a session: 64 hexadecimal digits.
    func token(_ session: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(session.utf8), using: key)
        return Array(code).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// Whether a token is that of a session; takes as long for a wrong one as for the right one.
    func isToken(_ token: String, of session: String) -> Bool {
        let (given, right) = (Array(token.utf8), Array(self.token(session).utf8))
        guard given.count == right.count else { return false }
        return zip(given, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A cookie that no script reads and no other site sends.
    func cookie(_ name: String, _ value: String, maxAge: Int? = nil) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: maxAge, path: basePath.isEmpty ? "/" : basePath,
            secure: isSecure, httpOnly: true, sameSite: .strict)
    }

    private static func isSession(_ text: String) -> Bool {
        text.utf8.count == 32 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }
}

/// What cannot be guessed.
enum Random {
    /// So many bytes of the system, as hexadecimal digits.
    static func hexadecimal(bytes: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<bytes).map { _ in
            let byte = UInt8.random(in: .min ... .max, using: &generator)
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
