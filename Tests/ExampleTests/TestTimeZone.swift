import DomainModel
import Foundation

/// Time zones without summer time: enough to compile rules.
enum TestTimeZone {
    static func rules(_ name: String) -> TimeZoneRules? {
        guard TimeZone.knownTimeZoneIdentifiers.contains(name) else { return nil }
        return TimeZoneRules(name: name, firstOffsetSeconds: 3600, transitions: [])
    }
}
