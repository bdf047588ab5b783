import DomainModel

/// The day on which a payment is booked, and whether CCV may still move it.
struct BookingDay {
    var date: CalendarDate
    /// The day came from `lastUpdate` and lies in another month than `created`.
    var isUncertain: Bool

    /// Finds the day by the moments that the rules name (CCV API reference, 4.8).
    init(_ row: PaymentRow, isFinal: Bool, rule: BookingDateRule, zone: TimeZoneRules) {
        var instant = row.created
        var cameFromLastUpdate = false
        for moment in rule.moments {
            let found =
                switch moment {
                case .statusFinal: row.statusFinal
                case .lastUpdate: isFinal ? row.lastUpdate : .absent
                case .created: row.created
                }
            if found.isPresent {
                instant = found
                cameFromLastUpdate = moment == .lastUpdate
                break
            }
        }
        date = zone.date(of: instant)
        isUncertain = false
        if cameFromLastUpdate {
            let created = zone.date(of: row.created).parts
            isUncertain = created.month != date.parts.month || created.year != date.parts.year
        }
    }
}
