import DomainModel
import Glibc

/// Reads the rules of a time zone from the system into a value for the core.
///
/// It reads the zone's file itself: ICU, behind Foundation, takes longer to start than a small dry
/// run, and the C library knows one zone at a time.
enum SystemTimeZone {
    /// 1990-01-01.
    private static let start: Int64 = 631_152_000

    /// The transitions from 1990 to 2099; nil when the system does not know the name.
    static func rules(_ name: String) -> TimeZoneRules? {
        if name == "UTC" || name == "GMT" {
            return TimeZoneRules(name: name, firstOffsetSeconds: 0, transitions: [])
        }
        let isName = name.utf8.allSatisfy {
            (0x41...0x5A).contains($0 & 0xDF) || (0x2B...0x39).contains($0) || $0 == 0x5F
        }
        guard isName, !name.isEmpty, !name.hasPrefix("/"), !name.contains("..") else { return nil }
        let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
        guard let bytes = try? InputFile(path: folder + "/" + name).bytes(atMost: 1 << 20) else {
            return nil
        }
        return ZoneFile(bytes).rules(name, from: start, upToYear: 2099)
    }
}
