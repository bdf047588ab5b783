internal import DomainModel

/// Refuses requests when the credits of a minute are used up (API reference of Twinfield, section
/// 7).
///
/// The limits are documented, what a minute is is not: here it begins with its first request.
struct CreditLimiter: Sendable {
    /// Credits in a minute; nil is no limit.
    let perMinute: Int?
    private var minute = Instant.absent
    private var used = 0

    /// Takes the credits in a minute; nil is no limit.
    init(perMinute: Int?) { self.perMinute = perMinute }

    /// Takes the credits of a request, by a clock of the real world; the refusal when there are too
    /// few.
    mutating func refusal(of kind: RequestKind, at real: Instant) -> WireAnswer? {
        guard let perMinute, kind.service == .twinfield else { return nil }
        let end = minute.isPresent ? minute.milliseconds + 60_000 : 0
        if !minute.isPresent || real.milliseconds >= end {
            minute = real
            used = 0
        }
        guard used + kind.credits > perMinute else {
            used += kind.credits
            return nil
        }
        let wait = (minute.milliseconds + 60_000 - real.milliseconds + 999) / 1000
        return WireAnswer(
            status: 429,
            headers: [WireRequest.Field("Retry-After", String(max(1, wait)))]
                + Self.headers(
                    limit: perMinute, remaining: perMinute - used, credited: kind.credits))
    }

    /// The headers that tell of the credits; what `Credited` counts is a guess.
    static func headers(limit: Int, remaining: Int, credited: Int) -> [WireRequest.Field] {
        [
            WireRequest.Field("X-RateLimit-Limit", String(limit)),
            WireRequest.Field("X-RateLimit-Remaining", String(remaining)),
            WireRequest.Field("X-RateLimit-Credited", String(credited)),
        ]
    }
}
