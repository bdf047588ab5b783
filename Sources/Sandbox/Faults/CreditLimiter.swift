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
            headers: [
                WireRequest.Field("Retry-After", String(max(1, wait))),
                WireRequest.Field("X-RateLimit-Limit", String(perMinute)),
                WireRequest.Field("X-RateLimit-Remaining", String(perMinute - used)),
                WireRequest.Field("X-RateLimit-Credited", String(kind.credits)),
            ])
    }
}
