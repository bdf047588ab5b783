public import DomainModel

/// What a person must know that no payment tells alone.
public enum Alarms {
    /// With fewer payments in a day nothing is said about their share.
    public static let fewestPayments = 10
    /// With fewer payments in the days before there is no mean.
    public static let fewestBefore = 30
    /// So many days make the mean.
    public static let meanDays: Int32 = 30
    /// So long without a complete fetch is too long: two hours, in milliseconds.
    public static let longestWithoutFetch: Int64 = 2 * 3_600_000

    /// Says when the share of payments that find a sale is today below half its mean of the 30
    /// days before: a shop may have changed its order numbers.
    ///
    /// A day counts the payments that found a sale in it against those that looked for one for the
    /// first time, so that sales which always come a day late are no alarm.
    public static func matchShareFell(
        _ shares: [SaleShare], now: Instant, zone: TimeZoneRules
    ) -> String? {
        let today = zone.date(of: now)
        var (looked, found) = (0, 0)
        var (lookedBefore, foundBefore) = (0, 0)
        for share in shares {
            let day = zone.date(of: share.at)
            if day == today {
                looked += share.looked
                found += share.found
            } else if day < today, day >= today.adding(days: -meanDays) {
                lookedBefore += share.looked
                foundBefore += share.found
            }
        }
        guard looked >= fewestPayments, lookedBefore >= fewestBefore,
            2 * found * lookedBefore < foundBefore * looked
        else { return nil }
        return "\(found) of \(looked) payments found a sale today, and \(foundBefore) of"
            + " \(lookedBefore) in the \(meanDays) days before: did the shop change its order"
            + " numbers?"
    }

    /// Says when no fetch was complete for two hours; `last` is the last one, or the first run.
    public static func noCompleteFetch(last: Instant?, now: Instant) -> String? {
        guard let last, now.milliseconds - last.milliseconds >= longestWithoutFetch else {
            return nil
        }
        return "no fetch was complete since \(last.isoText): newer payments are not known"
    }
}
