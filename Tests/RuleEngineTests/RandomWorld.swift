/// Small worlds in which numbers, amounts and addresses meet often.
enum RandomWorld {
    private static let numbers = [
        "1001", "1002", "01001", "11001", "10010", "WEB-1001", "POS-1001", "WEB-17", "WEB-017",
        "2025-11", "202-511", "202511", "ABCD",
    ]
    private static let emails = ["a@x.nl", "b@x.nl", "A@X.NL"]
    private static let amounts = ["10.00", "10.00", "10.01", "25.00"]
    private static let days = ["20261001", "20261011", "20261105", "20261210", "20261211"]

    static func make(seed: UInt64) -> World {
        var random = SeededGenerator(seed: seed)
        let payments = (0..<Int.random(in: 1...8, using: &random)).map { index in
            payment(index, &random)
        }
        let sales = (0..<Int.random(in: 0...8, using: &random)).map { index in
            sale(index, &random)
        }
        return World(
            payments: payments.shuffled(using: &random), sales: sales,
            asOf: random.pick(["2026-11-12T12:00:00", "2026-11-24T12:00:00"]))
    }

    private static func payment(
        _ index: Int, _ random: inout SeededGenerator
    ) -> PaymentRecord {
        let number = random.pick(numbers)
        return PaymentRecord(
            reference: "C\(random.pick(["a", "B", "c"]))\(index)", amount: random.pick(amounts),
            currency: random.once(in: 12) ? "usd" : "eur",
            order: random.once(in: 4) ? nil : written(number, &random),
            description: random.once(in: 2) ? nil : text(number, &random),
            email: random.once(in: 2) ? nil : random.pick(emails),
            created: PaymentRecord.noon + Int64(random.next() % 4))
    }

    private static func sale(_ index: Int, _ random: inout SeededGenerator) -> SaleRecord {
        let number = random.pick(numbers)
        return SaleRecord(
            number: "\(index)", code: random.once(in: 12) ? "INK" : "VRK",
            office: random.once(in: 15) ? "NLA002" : nil,
            status: random.pick(["final", "final", "final", "temporary", "temporary", "draft"]),
            matchStatus: random.once(in: 10) ? "matched" : nil,
            date: random.once(in: 3) ? random.pick(days) : "20261105",
            account: random.once(in: 12) ? "1310" : "1300", customer: "D\(index % 3)",
            currency: random.once(in: 12) ? "USD" : "EUR",
            open: random.once(in: 10) ? random.pick(["0.00", "-10.00"]) : random.pick(amounts),
            invoice: random.once(in: 8) ? "" : written(number, &random),
            description: random.once(in: 2) ? nil : text(number, &random),
            emails: random.once(in: 2) ? [] : [random.pick(emails)])
    }

    /// A number as somebody may have typed it.
    private static func written(
        _ number: String, _ random: inout SeededGenerator
    ) -> String {
        switch random.next() % 5 {
        case 0: return "Order " + number
        case 1: return "#" + number
        case 2: return number.lowercased()
        case 3: return " " + number.replacing("-", with: " ")
        default: return number
        }
    }

    private static func text(_ number: String, _ random: inout SeededGenerator) -> String {
        let number = random.once(in: 6) ? random.pick(numbers) : number
        switch random.next() % 4 {
        case 0: return "Bestelling " + number
        case 1: return "Levering aan Jansen " + number
        case 2: return number
        default: return "Met dank voor uw aankoop"
        }
    }
}
