public import DomainModel

/// When a session ends by itself.
public enum SessionTerms {
    /// Two hours after it was used last.
    public static let idleMilliseconds: Int64 = 2 * 3_600_000
    /// Twelve hours after it began, however often it is used.
    public static let longestMilliseconds: Int64 = 12 * 3_600_000
    /// Five minutes for the code, after the password was right.
    public static let halfMilliseconds: Int64 = 5 * 60_000
    /// Its last use is written down at most once a minute.
    public static let noteMilliseconds: Int64 = 60_000

    /// Whether a session still holds; `isComplete` once the second factor was given too.
    public static func holds(
        began: Instant, seen: Instant, isComplete: Bool, at now: Instant
    ) -> Bool {
        let age = now.milliseconds - began.milliseconds
        guard isComplete else { return age < halfMilliseconds }
        return age < longestMilliseconds
            && now.milliseconds - seen.milliseconds < idleMilliseconds
    }

    /// Whether its use is to be written down.
    public static func isWorthNoting(seen: Instant, at now: Instant) -> Bool {
        now.milliseconds - seen.milliseconds >= noteMilliseconds
    }
}
