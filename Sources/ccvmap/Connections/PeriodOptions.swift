import ArgumentParser
import DomainModel
import RuleEngine

/// The flags that say of which days payments are fetched.
struct PeriodOptions: ParsableArguments {
    @Option(help: "Fetch payments created from this day or moment on, such as 2026-11-01.")
    var since: String?

    @Option(help: "Fetch payments created up to and including this day, or this moment.")
    var until: String?

    /// How far is looked back when nothing is said: a payment on a landing page may become final
    /// two months after it was created (API reference of CCV, 4.5 and 9).
    static let daysBack: Int64 = 70

    /// The moments between which payments are fetched; days are those of a time zone.
    func moments(
        in zone: TimeZoneRules, notBefore: CalendarDate? = nil, now: Instant
    ) throws -> (from: Instant, to: Instant) {
        let end = try until.map { try Self.moment($0, option: "--until", zone, isEnd: true) } ?? now
        if let since {
            let start = try Self.moment(since, option: "--since", zone, isEnd: false)
            guard start <= end else {
                throw CommandFault.usage("--since lies after --until, or after now")
            }
            return (start, end)
        }
        let back = Instant(milliseconds: end.milliseconds - Self.daysBack * 86_400_000)
        let first = notBefore.map { zone.startOfDay($0) } ?? back
        return (min(max(back, first), end), end)
    }

    private static func moment(
        _ text: String, option: String, _ zone: TimeZoneRules, isEnd: Bool
    ) throws -> Instant {
        if isEnd, text.utf8.count == 10, let date = CalendarDate(Array(text.utf8)) {
            let next = zone.startOfDay(date.adding(days: 1))
            return Instant(milliseconds: next.milliseconds - 1)
        }
        do {
            return try AsOf.instant(text, zone: zone)
        } catch {
            throw CommandFault.usage(
                "\(option) \(TerminalCell.clean(text)) is neither a day nor a moment",
                help: "write  \(option) 2026-11-01  or  \(option) 2026-11-01T09:30:00Z")
        }
    }
}
