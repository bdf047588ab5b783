import DomainModel
import Foundation
import Testing

/// The rules of a zone for 2026 to 2029, as Foundation knows them.
func zone(_ name: String) throws -> TimeZoneRules {
    let zone = try #require(TimeZone(identifier: name))
    let end = Date(timeIntervalSince1970: 1_893_456_000)
    var date = Date(timeIntervalSince1970: 1_767_225_600)
    let first = Int32(zone.secondsFromGMT(for: date))
    var transitions: [TimeZoneRules.Transition] = []
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end {
        transitions.append(
            TimeZoneRules.Transition(
                start: Int64(next.timeIntervalSince1970),
                offsetSeconds: Int32(zone.secondsFromGMT(for: next))))
        date = next
    }
    return TimeZoneRules(name: name, firstOffsetSeconds: first, transitions: transitions)
}

/// A moment written as `2026-11-20T09:30:00Z`.
func instant(_ text: String) throws -> Instant {
    let date = try #require(try? Date(text, strategy: .iso8601))
    return Instant(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
}

/// A day written as `2026-11-20`.
func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(Array(text.utf8))) }
