public import DomainModel

extension Instant {
    /// Reads a day, `2026-11-20`, or a moment, `2026-11-20T09:00:00Z`; nil for anything else.
    public init?(iso text: String) {
        if text.utf8.count == 10, text.contains("-"), let date = CalendarDate(Array(text.utf8)) {
            self.init(milliseconds: Int64(date.daysSinceEpoch) * 86_400_000)
        } else if let moment = ISOMoment.instant(text) {
            self = moment
        } else {
            return nil
        }
    }
}
