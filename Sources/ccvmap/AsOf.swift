import DomainModel
import FoundationEssentials

/// Reads `--as-of`: a day (its first moment where the rules' zone holds) or a moment.
enum AsOf {
    /// What the clock of this machine shows.
    static var now: Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// The moment of deciding; now when nothing is given.
    static func instant(_ text: String?, zone: TimeZoneRules) throws -> Instant {
        guard let text else { return now }
        if text.utf8.count == 10, let date = CalendarDate(Array(text.utf8)) {
            return zone.startOfDay(date)
        }
        for style in [
            Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true),
        ] {
            if let date = try? style.parse(text) {
                return Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
            }
        }
        throw CommandFault.usage(
            "--as-of \(text) is neither a day nor a moment",
            help: "write  --as-of 2026-11-20  or  --as-of 2026-11-20T09:30:00Z")
    }
}
