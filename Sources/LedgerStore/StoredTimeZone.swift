internal import DomainModel

/// The time zone of a connection as the ledger keeps it: the day of a payment must be the same in
/// every check, whatever the system's tables of time zones say by then.
///
/// Form: the name, the first offset and each transition (`start:offset`), with `;` between them.
enum StoredTimeZone {
    /// The last day that lists and totals know: 9999-12-31.
    private static let lastDay: Int32 = 2_932_896

    /// As text.
    static func text(_ zone: TimeZoneRules) -> String {
        ([zone.name, "\(zone.firstOffsetSeconds)"]
            + zone.transitions.map { "\($0.start):\($0.offsetSeconds)" }).joined(separator: ";")
    }

    /// Reads a text; UTC for none, and for one that is none.
    static func zone(_ text: String?) -> TimeZoneRules {
        guard let parts = text?.split(separator: ";", omittingEmptySubsequences: false),
            parts.count > 1, let first = Int32(parts[1])
        else { return .utc }
        var transitions: [TimeZoneRules.Transition] = []
        for part in parts.dropFirst(2) {
            let numbers = part.split(separator: ":")
            guard numbers.count == 2, let start = Int64(numbers[0]), let offset = Int32(numbers[1]),
                transitions.last.map({ $0.start < start }) ?? true
            else { return .utc }
            transitions.append(.init(start: start, offsetSeconds: offset))
        }
        return TimeZoneRules(
            name: String(parts[0]), firstOffsetSeconds: first, transitions: transitions)
    }

    /// The day of a payment, in days since 1970; 0 when no moment is given.
    static func day(_ created: Int64, _ zone: TimeZoneRules) -> Int64 {
        let moment = Instant(milliseconds: created)
        // A record may say any number: further away no zone has an offset.
        guard moment.isPresent, created > -1 << 50, created < 1 << 50 else { return 0 }
        return Int64(min(max(zone.date(of: moment).daysSinceEpoch, 0), lastDay))
    }
}
