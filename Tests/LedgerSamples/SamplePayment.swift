import DomainModel
import RunnerCore

/// One payment of a sample ledger: everything about it follows from its number.
struct SamplePayment {
    /// What becomes of it.
    enum Fate: Equatable {
        case reconciled
        case posted
        case decided(PaymentState, String)
        case undecided
    }

    let number: Int
    /// Whether it is so old that people settled it, if they did not forget it.
    var isSettled = false
    /// When the first payment was created.
    var first = Self.start
    /// When it was, if nothing is said.
    static let start: Int64 = 1_700_000_000_000

    var reference: String { "C\(2_000_000_000_000_000 + number * 7919)SMPL\(number % 10_000).A" }
    var order: String { "WEB-\(1_000_000 + number)" }
    var sale: SaleKey {
        SaleKey(daybook: "VRK", number: "\(202_600_000_000 + number)", line: "1")
    }
    /// Two of three customers come back.
    var customer: String { "D\(10_000_000 + number * 2 / 3)" }
    var customerName: String {
        let family = ["Jansen", "de Vries", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos"]
        let firm = ["BV", "en Zn", "Handel", "Techniek", "Wonen"]
        let place = number * 2 / 3
        return "\(family[place % 8]) \(firm[place / 8 % 5]) \(Self.word(place))"
    }
    var amount: Int64 { Int64(500 + number * 7919 % 40_000) }
    /// A thousand payments a day.
    var created: Instant { Instant(milliseconds: first + Int64(number) * 86_400) }
    var method: (name: String, brand: String) {
        [("ideal", ""), ("ideal", ""), ("card", "visa"), ("card", "mastercard"), ("paypal", "")][
            number % 5]
    }

    var fate: Fate {
        let isForgotten = number / 200 % 50 == 0
        guard isSettled, !isForgotten,
            number % 200 == 144
                || (190..<197).contains(number % 200)
        else { return firstFate }
        return .reconciled
    }

    private var firstFate: Fate {
        switch number % 200 {
        case 0..<144: .reconciled
        case 144: .posted
        case 145..<170: .decided(.skipped, "failed_at_ccv")
        case 170..<190: .decided(.skipped, "landing_page_parent")
        case 190, 191: .decided(.waiting, "no_sale_yet")
        case 192: .decided(.review, "several_fit")
        case 193: .decided(.failed, "no_sale")
        case 194: .decided(.failed, "method_without_account")
        case 195: .decided(.open, "not_final")
        case 196: .undecided
        default: .decided(.skipped, "no_money")
        }
    }

    /// A word of a few letters that few share.
    private static func word(_ number: Int) -> String {
        let vowels = Array("aeiou")
        let others = Array("bdfgklmnprstvz")
        var rest = number
        var word = ""
        for _ in 0..<3 {
            word.append(others[rest % others.count])
            rest /= others.count
            word.append(vowels[rest % vowels.count])
            rest /= vowels.count
        }
        return word.capitalizedFirst
    }

    /// As CCV gives it: first pending, then with its last status.
    func seen(isLast: Bool = true) -> SeenPayment {
        let isFailed = fate == .decided(.skipped, "failed_at_ccv")
        let status =
            !isLast || fate == .decided(.open, "not_final")
            ? "pending" : isFailed ? "failed" : "success"
        let type = fate == .decided(.skipped, "no_money") ? "authorise" : "sale"
        let brand = method.brand.isEmpty ? "" : #","brand":"\#(method.brand)""#
        let update = created.milliseconds + (isLast ? 61_234 : 1_234)
        let json = """
            {"reference":"\(reference)","type":"\(type)","status":"\(status)",\
            "amount":\(MinorUnits.text(amount)),"currency":"eur",\
            "method":"\(method.name)"\(brand),"merchantOrderReference":"\(order)",\
            "description":"Bestelling \(order) bij de voorbeeldwinkel",\
            "created":\(created.milliseconds),"lastUpdate":\(update),\
            "statusFinalDate":\(isLast ? "\(update)" : "null"),"language":"nld",\
            "entryMode":"ecom","methodTransactionId":"\(1_000_000_000_000 + number * 104_729)",\
            "billingEmail":"klant\(number * 2 / 3)@example.nl","paidout":"no",\
            "metadata":"shop=voorbeeld;basket=\(number * 31)","captureDelay":"0",\
            "consumerName":null,"failureCode":null,"issuer":"INGBNL2A"}
            """
        return SeenPayment(
            reference: reference, json: Array(json.utf8), created: created,
            lastUpdate: Instant(milliseconds: update), isFinal: status != "pending")
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
