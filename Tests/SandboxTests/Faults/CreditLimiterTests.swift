import DomainModel
import Testing

@testable import Sandbox

@Suite("The credits of a minute")
struct CreditLimiterTests {
    private static let post = RequestKind(
        WireRequest(method: "POST", path: "/webservices/unknown.svc"))
    private static let finder = RequestKind(
        WireRequest(method: "POST", path: "/webservices/finder.asmx"))
    private static let method = RequestKind(WireRequest(method: "GET", path: "/api/v1/method"))

    @Test("Writes cost three, queries one, and CCV and the login nothing")
    func credits() {
        var limiter = CreditLimiter(perMinute: 7)
        let start = Instant(milliseconds: 1_000_000)
        for kind in [Self.post, Self.post, Self.method, Self.finder] {
            let refusal = limiter.refusal(of: kind, at: start)
            #expect(refusal == nil)
        }
        let later = Instant(milliseconds: start.milliseconds + 20_500)
        let refusal = limiter.refusal(of: Self.finder, at: later)
        #expect(refusal?.status == 429)
        #expect(refusal?.header("Retry-After") == "40")
        #expect(refusal?.header("X-RateLimit-Limit") == "7")
        #expect(refusal?.header("X-RateLimit-Remaining") == "0")
        #expect(refusal?.header("X-RateLimit-Credited") == "1")
        let ofCCV = limiter.refusal(of: Self.method, at: later)
        #expect(ofCCV == nil)
        let next = Instant(milliseconds: start.milliseconds + 60_000)
        let inNextMinute = limiter.refusal(of: Self.post, at: next)
        #expect(inNextMinute == nil)
    }

    @Test("Without a limit nothing is refused")
    func withoutLimit() {
        var limiter = CreditLimiter(perMinute: nil)
        let refusals = (0..<1000).compactMap { _ in
            limiter.refusal(of: Self.post, at: Instant(milliseconds: 0))
        }
        #expect(refusals.isEmpty)
    }
}
