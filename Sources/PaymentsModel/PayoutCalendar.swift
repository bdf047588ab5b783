import DomainModel

/// When CCV pays money out, and how it calls that (API reference, 7).
///
/// A guess throughout: days are counted in UTC and not all of them are working days, and how CCV
/// writes the reference of a payout is not known.
enum PayoutCalendar {
    private static let day: Int64 = 86_400_000
    /// Payouts leave at six in the morning.
    private static let hour: Int64 = 6 * 3_600_000

    /// Methods whose money another party pays out (API reference, 7.1).
    private static let methodsOfOthers: Set<String> = [
        "paypal", "klarna", "sofort", "terminal", Payment.landingPageMethod, "token", "vault",
    ]

    static func isCollected(method: String, brand: String?) -> Bool {
        !methodsOfOthers.contains(method) && brand != "amex"
    }

    /// What will happen with the money of a payment that succeeds at a moment.
    static func payout(of payment: Payment, settled moment: Instant) -> Payout {
        let moves = payment.type.bringsMoney || payment.type.takesMoney
        guard moves, isCollected(method: payment.method, brand: payment.brand) else {
            return .byOthers
        }
        let days = days(method: payment.method, brand: payment.brand)
        let midnight = Instant(milliseconds: moment.milliseconds / day * day)
        return .expected(at: midnight.later(milliseconds: days * day + hour))
    }

    static func run(of payment: Payment, at moment: Instant) -> PayoutRun {
        let date = TimeZoneRules.utc.date(of: moment).isoText.filter { $0 != "-" }
        let purse = payment.method == "card" ? payment.brand ?? "card" : payment.method
        let reference = "PO" + date + "-" + purse.uppercased()
        return PayoutRun(
            date: moment, reference: reference, remittance: "CCV " + reference + " uitbetaling")
    }

    private static func days(method: String, brand: String?) -> Int64 {
        switch method {
        case "ideal", "banktransfer", "payconiq": 1
        case "card" where brand != "bcmc": 4
        default: 2
        }
    }
}
