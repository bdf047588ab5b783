public import DomainModel
import PaymentsModel

/// CCV Online Payments, as a function of a request and the world (API reference of CCV).
///
/// It serves `/api/v1` and, there, the page on which a customer pays (`/api/v1/pay`), which is an
/// invention: CCV's own pages live on another host.
public enum CCVService {
    /// Answers one request; what was planned until now has happened before.
    public static func answer(
        _ request: WireRequest, world: inout World, now: Instant
    ) -> WireAnswer {
        if world.payments.isDue(at: now) {
            world.changePayments(.passTime, at: now)
        }
        guard let path = endpoint(of: request.path) else {
            return CCVProblem.unknownPath.answer(request, at: now)
        }
        if path == "pay" {
            return PayPage(request: request, now: now).answer(world: &world)
        }
        guard CCVLogin.isAllowed(request, key: world.payments.apiKey) else {
            return CCVProblem.unauthorised.answer(request, at: now)
        }
        do throws(CCVProblem) {
            if world.ccvMood.requiresUserAgent && request.header("user-agent") == nil {
                throw .invalidField("User-Agent", "missing")
            }
            switch (path, request.method) {
            case ("transaction", "GET"):
                return try TransactionReading(request: request, world: world).answer()
            case ("method", "GET"):
                return CCVAnswers.methods(world.payments.methods)
            case ("balance", "GET"):
                let wanted = request.queryValue("methods")
                return CCVAnswers.balances(world.payments.balances(), methods: wanted)
            case ("payment", "POST"), ("refund", "POST"), ("capture", "POST"),
                ("reversal", "POST"):
                return try TransactionWriting(request: request, now: now)
                    .answer(path, world: &world)
            case ("cancel", "POST"):
                return try TransactionWriting(request: request, now: now).cancel(world: &world)
            default:
                let isKnown = allowedMethods[path] != nil
                throw isKnown ? .wrongMethod(allowed: allowedMethods[path] ?? "") : .unknownPath
            }
        } catch {
            return error.answer(request, at: now)
        }
    }

    private static let allowedMethods = [
        "transaction": "GET", "method": "GET", "balance": "GET", "payment": "POST",
        "refund": "POST", "capture": "POST", "reversal": "POST", "cancel": "POST",
    ]

    /// What stands behind `/api/v1/`; a slash at the end does not count.
    private static func endpoint(of path: String) -> String? {
        let prefix = "/api/v1/"
        guard path.hasPrefix(prefix) else { return nil }
        let rest = path.dropFirst(prefix.count)
        return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
    }
}
