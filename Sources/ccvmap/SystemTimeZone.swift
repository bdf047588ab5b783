import DomainModel
import Foundation

/// Reads the rules of a time zone from the system into a value for the core.
enum SystemTimeZone {
    /// The transitions from 1990 to 2100; nil when the system does not know the name.
    static func rules(_ name: String) -> TimeZoneRules? {
        guard TimeZone.knownTimeZoneIdentifiers.contains(name) || name == "UTC" || name == "GMT",
            let zone = TimeZone(identifier: name)
        else { return nil }
        var date = Date(timeIntervalSince1970: 631_152_000)
        let first = Int32(zone.secondsFromGMT(for: date))
        var transitions: [TimeZoneRules.Transition] = []
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date {
            let start = Int64(next.timeIntervalSince1970.rounded())
            guard start < 4_102_444_800 else { break }
            transitions.append(
                TimeZoneRules.Transition(
                    start: start, offsetSeconds: Int32(zone.secondsFromGMT(for: next))))
            date = next
        }
        return TimeZoneRules(name: name, firstOffsetSeconds: first, transitions: transitions)
    }
}
