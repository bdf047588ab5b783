internal import DomainModel

/// The login service: OAuth 2.0 and OpenID Connect at `/auth/authentication/connect/*`.
///
/// API reference, section 1. Codes, tokens and tickets are 32 hexadecimal digits from the
/// generator, opaque as the recorded ones.
enum LoginService {
    static let root = "/auth/authentication/connect/"

    /// Answers a request below `root`.
    static func answer(
        _ request: WireRequest, world: inout World, now: Instant,
        random: inout some RandomNumberGenerator
    ) -> WireAnswer {
        switch (request.method, String(request.path.dropFirst(root.count))) {
        case ("GET", "authorize"):
            return ConsentEndpoint.ask(request, world: &world, now: now, random: &random)
        case ("POST", "authorize"):
            return ConsentEndpoint.decide(request, world: &world, now: now, random: &random)
        case ("POST", "token"):
            return TokenEndpoint.answer(request, world: &world, now: now, random: &random)
        case ("GET", "accesstokenvalidation"), ("POST", "accesstokenvalidation"):
            return ClaimsEndpoint.validation(request, world: world, now: now)
        case ("GET", "userinfo"), ("POST", "userinfo"):
            return ClaimsEndpoint.userInfo(request, world: world, now: now)
        case (_, "authorize"), (_, "token"), (_, "accesstokenvalidation"), (_, "userinfo"):
            return WireAnswer(status: 405)
        default: return WireAnswer(status: 404)
        }
    }

    /// 32 hexadecimal digits that nobody can guess, as far as the generator allows.
    static func token(_ random: inout some RandomNumberGenerator) -> String {
        (0..<2).map { _ in
            let digits = String(random.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
