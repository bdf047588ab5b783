internal import DomainModel

/// Moments as Twinfield writes them: `yyyyMMddHHmmss` in UTC (API reference, 3.4 and 4.2).
enum TwinfieldTime {
    /// The text of a moment, to the second.
    static func text(_ moment: Instant) -> String {
        String(moment.isoText.prefix(19).filter { $0.isNumber })
    }
}
