import DomainModel

/// The shipped rules said once more, without an index: every payment is held against every sale.
///
/// Shares no code with the engine. It reads only what `RandomWorld` writes.
struct Oracle {
    struct Answer: Equatable {
        var outcome: String
        var sale: String?
    }

    private struct Judgement {
        var sale: Int
        var amount: Int
        var number: String
        var email: String
        var obstacles: Set<String>

        /// The row of the shipped table, and where it leads.
        var leadsTo: String? {
            switch (amount, number, email) {
            case (0, "same", "differs"): "review"
            case (0, "same", _): "book"
            case (_, "same", _): "review"
            case (0, "contained", _): "review"
            case (0, "missing", "same"): "review"
            default: nil
            }
        }
    }

    private let world: World
    private var taken: Set<Int> = []

    init(_ world: World) { self.world = world }

    /// The answers by reference.
    mutating func answers() -> [String: Answer] {
        var answers: [String: Answer] = [:]
        let ordered = world.payments.sorted {
            ($0.created, $0.reference ?? "") < ($1.created, $1.reference ?? "")
        }
        for payment in ordered { answers[payment.reference ?? ""] = answer(payment) }
        return answers
    }

    private mutating func answer(_ payment: PaymentRecord) -> Answer {
        let numbers = Self.numbers(of: payment)
        if let first = numbers.first, numbers.contains(where: { !Self.isLoose($0, first) }) {
            return Answer(outcome: "review numbers_disagree")
        }
        var judged = judge(payment, numbers.first)
        if !judged.contains(where: { $0.obstacles.isEmpty && $0.leadsTo != nil }) {
            addHints(payment, &judged)
        }
        let free = judged.filter(\.obstacles.isEmpty)
        let books = free.filter { $0.leadsTo == "book" }
        if books.count == 1 {
            let sale = world.sales[books[0].sale]
            let isTakenBack = judged.contains { other in
                let counter = world.sales[other.sale]
                let (owed, open) = (-Self.cents(counter.open), Self.cents(sale.open))
                let isNamed =
                    other.number == "same" && owed >= open
                    || owed == open && !other.obstacles.contains("office")
                        && mentions(counter, numbers.first ?? "", sale)
                return isNamed && counter.customer == sale.customer
                    && counter.currency == sale.currency && counter.matchStatus != "matched"
            }
            if isTakenBack { return Answer(outcome: "review already_paid") }
            if hasRival(books[0], among: judged, of: payment, numbers.first ?? "") {
                return Answer(outcome: "review several_fit")
            }
            taken.insert(books[0].sale)
            return Answer(outcome: "book", sale: world.sales[books[0].sale].number)
        }
        if books.count > 1 { return Answer(outcome: "review several_fit") }
        if free.contains(where: { $0.leadsTo == "review" }) {
            return Answer(outcome: "review weak")
        }
        let fitting = judged.filter { $0.leadsTo != nil }
        if fitting.contains(where: { $0.obstacles == ["used"] }) {
            return Answer(outcome: "review sale_used")
        }
        if fitting.contains(where: { $0.obstacles == ["currency"] }) {
            return Answer(outcome: "error currency_differs")
        }
        let isPaid = judged.contains {
            $0.number == "same" && $0.obstacles.contains("closed")
                && $0.obstacles.isSubset(of: ["closed", "dated", "used"])
        }
        if isPaid { return Answer(outcome: "review already_paid") }
        let isLate = world.asOf >= "2026-11-23T23:00:00"
        return Answer(outcome: isLate ? "error no_sale" : "wait no_sale_yet")
    }

    private func judge(_ payment: PaymentRecord, _ number: String?) -> [Judgement] {
        var judged = world.sales.indices.map { index in
            let sale = world.sales[index]
            let amounts = (Self.cents(payment.amount), Self.cents(sale.open))
            return Judgement(
                sale: index, amount: amounts.0 == amounts.1 ? 0 : amounts.0 < amounts.1 ? -1 : 1,
                number: Self.compare(number, payment, sale), email: Self.email(payment, sale),
                obstacles: obstacles(index, payment))
        }
        guard let number,
            !judged.contains(where: { $0.number == "same" || $0.number == "contained" })
        else { return judged }
        // Whatever looks like it counts: 202511 may be 2025-11 or 202-511.
        let near = world.sales.filter { sale in
            Self.numbers(of: sale).contains { Self.isNear($0, number) }
        }
        for index in judged.indices {
            let names = Self.numbers(of: world.sales[judged[index].sale])
            guard names.contains(where: { Self.isLoose($0, number) }) else { continue }
            judged[index].number = near.count == 1 ? "same" : "contained"
        }
        return judged
    }

    /// Whether an entry has a number of a sale anywhere, as `RandomWorld` writes numbers.
    private func mentions(_ entry: SaleRecord, _ number: String, _ sale: SaleRecord) -> Bool {
        let names = ([number] + Self.numbers(of: sale)).map(Self.withoutZeros)
        let words = Self.numbers(of: entry) + (entry.description.map(Self.words) ?? [])
        return words.map(Self.withoutZeros).contains { word in
            names.contains { $0 == word || !$0.contains("-") && word.hasSuffix("web" + $0) }
        }
    }

    /// Whether another sale with the number could be meant as well.
    private func hasRival(
        _ judgement: Judgement, among judged: [Judgement], of payment: PaymentRecord,
        _ number: String
    ) -> Bool {
        let written = Self.asWritten(payment, number)
        let nearness = Self.nearness(world.sales[judgement.sale], written, number)
        return judged.contains { other in
            guard other.sale != judgement.sale, other.number == "same",
                other.obstacles.isDisjoint(with: ["credit", "daybook", "office"])
            else { return false }
            if judgement.email == "not_given", other.email == "same" { return true }
            let near = Self.nearness(world.sales[other.sale], written, number)
            if near.rank != nearness.rank { return near.rank < nearness.rank }
            return near.rank != 0 && near.rank != 4 && near.text != nearness.text
        }
    }

    /// When the number leads nowhere, any word of the payment may be one.
    private func addHints(_ payment: PaymentRecord, _ judged: inout [Judgement]) {
        let hints = [payment.order, payment.description].compactMap { $0 }.flatMap(Self.words)
        for index in judged.indices where ["differs", "missing"].contains(judged[index].number) {
            let sale = world.sales[judged[index].sale]
            let words = sale.description.map(Self.words) ?? []
            if hints.contains(where: { $0 == Self.form(sale.invoice) || words.contains($0) }) {
                judged[index].number = "contained"
            }
        }
    }

    private func obstacles(_ index: Int, _ payment: PaymentRecord) -> Set<String> {
        let sale = world.sales[index]
        let checks: [(String, Bool)] = [
            ("status", sale.status == "draft"), ("daybook", sale.code != "VRK"),
            ("office", sale.office != nil && sale.office != "NLA001"),
            ("account", sale.account != "1300"),
            ("closed", sale.matchStatus == "matched" || sale.open == "0.00"),
            ("credit", sale.open.hasPrefix("-")),
            ("currency", sale.currency != payment.currency?.uppercased()),
            ("dated", sale.date < "20261011" || sale.date > "20261210"),
            ("used", taken.contains(index)),
        ]
        return Set(checks.filter(\.1).map(\.0))
    }
}

extension Oracle {
    /// The numbers that a payment names, the best one first.
    private static func numbers(of payment: PaymentRecord) -> [String] {
        let reference = payment.order.map(form) ?? ""
        let named = payment.description.map(named) ?? []
        if reference.contains(where: \.isNumber) { return [reference] + named }
        return named.isEmpty && !reference.isEmpty ? [reference] : named
    }

    private static func numbers(of sale: SaleRecord) -> [String] {
        ([form(sale.invoice)] + (sale.description.map(named) ?? [])).filter { !$0.isEmpty }
    }

    private static func compare(
        _ number: String?, _ payment: PaymentRecord, _ sale: SaleRecord
    ) -> String {
        let ofSale = numbers(of: sale)
        let words = sale.description.map(words) ?? []
        if let number {
            if ofSale.contains(number) {
                return isOfAnotherOrder(sale, number, payment) ? "contained" : "same"
            }
            if words.contains(number) { return "contained" }
            return ofSale.isEmpty ? "missing" : "differs"
        }
        return "missing"
    }

    /// Whether the invoice number is equal, but the description names another number: one that
    /// looks the same, or another order when the payment says that it names an order.
    private static func isOfAnotherOrder(
        _ sale: SaleRecord, _ number: String, _ payment: PaymentRecord
    ) -> Bool {
        let others = sale.description.map(named) ?? []
        if others.isEmpty || others.contains(where: { isLoose($0, number) }) { return false }
        let isOrder =
            (payment.order ?? payment.description ?? "").contains("Order ")
            || payment.order == nil && (payment.description ?? "").hasPrefix("Bestelling")
        let isAlike = others.contains { other in
            other.count == number.count
                && zip(other, number).allSatisfy { $0 == $1 || $0.isNumber && $1.isNumber }
        }
        return isAlike || isOrder && (sale.description ?? "").hasPrefix("Bestelling")
    }

    private static func email(_ payment: PaymentRecord, _ sale: SaleRecord) -> String {
        guard let payer = payment.email?.lowercased(), !sale.emails.isEmpty else {
            return "not_given"
        }
        return sale.emails.contains { $0.lowercased() == payer } ? "same" : "differs"
    }

    /// What a free text names: all of it when it is a number, else what stands behind a word.
    private static func named(_ text: String) -> [String] {
        let parts = text.split(separator: " ").map(String.init)
        if parts.count == 1 { return parts.map(form).filter { $0.contains(where: \.isNumber) } }
        guard parts[0] == "Bestelling" else { return [] }
        return [form(parts[1])].filter { $0.contains(where: \.isNumber) }
    }

    /// The number with what stands in front of it in the field that names it.
    private static func asWritten(_ payment: PaymentRecord, _ number: String) -> String {
        if let order = payment.order, form(order) == number { return unchanged(order) }
        let text = payment.description ?? ""
        return text.contains(" ") && !text.hasPrefix(" ") && text.hasPrefix("Bestelling")
            ? number : unchanged(text)
    }

    /// 0 and 1: the invoice number, with and without the words in front; 2 and 3: the description.
    private static func nearness(
        _ sale: SaleRecord, _ written: String, _ number: String
    ) -> (rank: Int, text: String) {
        for (rank, text) in [(0, sale.invoice), (2, sale.description ?? "")] where text != "" {
            if unchanged(text) == written { return (rank, unchanged(text)) }
            if form(text) == number { return (rank + 1, unchanged(text)) }
        }
        return (4, number)
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map { form(String($0)) }
            .filter { $0.contains(where: \.isNumber) && $0.count { $0 != "-" } >= 4 }
    }

    /// Lower case, nothing in front, one sign at most between digits and none elsewhere.
    private static func form(_ text: String) -> String {
        var rest = Substring(text.lowercased())
        for word in ["order ", "bestelling ", "#"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
        }
        return unchanged(String(rest))
    }

    private static func unchanged(_ text: String) -> String {
        let rest = text.lowercased()
        var result = ""
        var isApart = false
        for character in rest {
            guard character.isLetter || character.isNumber else {
                isApart = true
                continue
            }
            if isApart, character.isNumber, result.last?.isNumber ?? false { result += "-" }
            result.append(character)
            isApart = false
        }
        return result
    }

    private static func isLoose(_ left: String, _ right: String) -> Bool {
        if withoutZeros(left) == withoutZeros(right) { return true }
        return isNear(left, right) && isOneNumber(left) && isOneNumber(right)
            && !(left.contains("-") && right.contains("-"))
    }

    /// Of the signs in `RandomWorld`: "2025-11" parts one number, "202-511" may be two.
    private static func isOneNumber(_ number: String) -> Bool {
        let parts = number.split(separator: "-")
        return parts.count < 2 || parts[0].hasPrefix("20") && parts[0].count == 4
    }

    private static func isNear(_ left: String, _ right: String) -> Bool {
        withoutZeros(left) == withoutZeros(right)
            || left.replacing("-", with: "") == right.replacing("-", with: "")
    }

    private static func withoutZeros(_ number: String) -> String {
        var result = ""
        for character in number {
            if character != "0", result.last == "0",
                character.isNumber, !(result.dropLast().last?.isNumber ?? false)
            {
                result.removeLast()
            }
            result.append(character)
        }
        return result
    }

    private static func cents(_ amount: String) -> Int {
        Int(amount.replacing(".", with: "")) ?? 0
    }
}
