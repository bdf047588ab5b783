import DomainModel
import Glibc

/// Reads the rules of a time zone from the system into a value for the core.
///
/// It asks the C library, which reads the zone's file; ICU, behind Foundation, needs longer to
/// start than a small dry run takes.
enum SystemTimeZone {
    /// 1990-01-01 and 2100-01-01.
    private static let span: Range<Int64> = 631_152_000..<4_102_444_800
    /// No zone changes its offset twice in so many seconds (a week).
    private static let step: Int64 = 7 * 86_400

    /// The transitions from 1990 to 2100; nil when the system does not know the name.
    static func rules(_ name: String) -> TimeZoneRules? {
        guard isKnown(name) else { return nil }
        let before = getenv("TZ").map { String(cString: $0) }
        setenv("TZ", name, 1)
        tzset()
        defer {
            if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
            tzset()
        }
        return transitions(name)
    }

    private static func transitions(_ name: String) -> TimeZoneRules {
        let first = offset(at: span.lowerBound)
        var transitions: [TimeZoneRules.Transition] = []
        var start = span.lowerBound
        var last = first
        while start < span.upperBound {
            let end = min(start + step, span.upperBound - 1)
            let next = offset(at: end)
            if next != last {
                let moment = change(after: start, upTo: end, from: last)
                transitions.append(TimeZoneRules.Transition(start: moment, offsetSeconds: next))
                last = next
            }
            start += step
        }
        return TimeZoneRules(name: name, firstOffsetSeconds: first, transitions: transitions)
    }

    /// The first second at which the offset is another one.
    private static func change(after start: Int64, upTo end: Int64, from old: Int32) -> Int64 {
        var (low, high) = (start, end)
        while high - low > 1 {
            let middle = (low + high) / 2
            if offset(at: middle) == old { low = middle } else { high = middle }
        }
        return high
    }

    private static func offset(at seconds: Int64) -> Int32 {
        var time = time_t(seconds)
        var parts = tm()
        localtime_r(&time, &parts)
        return Int32(parts.tm_gmtoff)
    }

    /// Whether the name leads to a zone's file; the C library takes any other for UTC.
    private static func isKnown(_ name: String) -> Bool {
        if name == "UTC" || name == "GMT" { return true }
        let isName = name.utf8.allSatisfy {
            (0x41...0x5A).contains($0 & 0xDF) || (0x2B...0x39).contains($0) || $0 == 0x5F
        }
        guard isName, !name.isEmpty, !name.hasPrefix("/"), !name.contains("..") else {
            return false
        }
        let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
        guard let file = fopen(folder + "/" + name, "rb") else { return false }
        defer { fclose(file) }
        var start = [UInt8](repeating: 0, count: 4)
        return fread(&start, 1, 4, file) == 4 && start == Array("TZif".utf8)
    }
}
