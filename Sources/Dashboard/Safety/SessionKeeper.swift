import Crypto
import DomainModel
import HTTPTypes
import Hummingbird
import People
import Wording

/// Knows the browsers: who is signed in, and for each session the token that its forms must carry.
///
/// The token of forms is a MAC of the session under a key that lives as long as the program:
/// nothing has to be kept, and who can set a cookie still cannot make the token that goes with it.
struct SessionKeeper: RouterMiddleware {
    typealias Context = PageContext

    let settings: DashboardSettings
    let people: any PeopleRegister
    let now: @Sendable () -> Instant
    private let key = SymmetricKey(size: .bits256)

    init(
        _ settings: DashboardSettings, people: any PeopleRegister,
        now: @escaping @Sendable () -> Instant
    ) {
        self.settings = settings
        self.people = people
        self.now = now
    }

    /// The name of the cookie of the session.
    ///
    /// With https its prefix makes browsers refuse it from plain pages and, where it may be, from
    /// other hosts of the same domain.
    var sessionCookie: String { prefix + "ccvmap_session" }
    /// The name of the cookie of a stranger, for the forms by which one signs in.
    ///
    /// It is another than that of the session: a link of another site comes without cookies, and
    /// the answer to it must not sign anybody out.
    var strangerCookie: String { prefix + "ccvmap_form" }
    /// The name of the cookie of the language.
    var languageCookie: String { prefix + "ccvmap_taal" }

    private var prefix: String {
        guard settings.isSecure else { return "" }
        return settings.basePath.isEmpty ? "__Host-" : "__Secure-"
    }

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let word = request.cookies[languageCookie]?.value ?? ""
        context.language = OutputLanguage(rawValue: word) ?? .dutch
        context.address = ClientAddress.of(
            peer: context.peer, forwardedFor: request.headers[values: .forwardedFor],
            isBehindServer: settings.isBehindServer)
        let known = request.cookies[sessionCookie]?.value ?? ""
        if known.utf8.count == Self.signedInDigits,
            let session = try people.session(known, at: now())
        {
            context.session = known
            if session.isComplete {
                context.visitor = session.visitor
            } else {
                context.isHalfway = true
            }
            return try await next(request, context)
        }
        let stranger = request.cookies[strangerCookie]?.value ?? ""
        if Self.isStranger(stranger) {
            context.session = stranger
            return try await next(request, context)
        }
        context.session = Random.hexadecimal(bytes: 16)
        var response = try await next(request, context)
        response.setCookie(cookie(strangerCookie, context.session))
        return response
    }

    /// The token of a session for its forms: 64 hexadecimal digits.
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
            name: name, value: value, maxAge: maxAge,
            path: settings.basePath.isEmpty ? "/" : settings.basePath,
            secure: settings.isSecure, httpOnly: true, sameSite: .strict)
    }

    /// Gives the browser the session of somebody who signed in.
    func begin(_ token: String, in response: inout Response) {
        response.setCookie(cookie(sessionCookie, token))
    }

    /// Takes the session from the browser, which is a stranger's from now on; its name.
    func end(in response: inout Response) -> String {
        let stranger = Random.hexadecimal(bytes: 16)
        response.setCookie(cookie(sessionCookie, "", maxAge: 0))
        response.setCookie(cookie(strangerCookie, stranger))
        return stranger
    }

    /// A session of the store has 64 digits, one of a stranger 32: neither can stand for the other.
    private static let signedInDigits = 64

    private static func isStranger(_ text: String) -> Bool {
        text.utf8.count == 32 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }
}

extension HTTPField.Name {
    /// Where web servers write for whom they ask.
    static var forwardedFor: HTTPField.Name {
        HTTPField.Name(parsed: "x-forwarded-for") ?? .via
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
