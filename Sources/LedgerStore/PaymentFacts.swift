internal import DomainModel
internal import RecordReading

/// What the ledger reads in a record of CCV; the rest is for the rules.
struct PaymentFacts: Equatable {
    var type = ""
    var status = ""
    var method = ""
    var brand = ""
    var orderReference = ""
    var description = ""
    var original = ""
    var child = ""
    var amount: Int64 = 0
    var currency = ""
    /// Whether there was anything to read.
    var isReadable = false

    /// The method with its brand, as the rules write it: `ideal`, `card/visa`.
    var methodName: String { brand.isEmpty ? method : method + "/" + brand }

    /// Whether CCV says that this is money that came in: a sale or capture that succeeded.
    ///
    /// A landing page is none: the money is on the payment that it names.
    var isPaid: Bool {
        (type == "sale" || type == "capture") && status == "success" && child.isEmpty
            && method != "landingpage"
    }

    /// The facts of records, in their order.
    static func read(_ records: [[UInt8]]) -> [PaymentFacts] {
        guard !records.isEmpty else { return [] }
        if let facts = readTogether(records) { return facts }
        // One record that is none spoils a batch; alone it spoils only itself.
        return records.map { readTogether([$0])?.first ?? PaymentFacts() }
    }

    /// What changed of what an entry rests on, in words; nil for nothing.
    func change(since booked: PaymentFacts) -> String? {
        let fields: [(String, String, String)] = [
            ("type", booked.type, type), ("status", booked.status, status),
            ("method", booked.method, method),
            ("amount", "\(booked.amount)", "\(amount)"),
            ("currency", booked.currency, currency),
            ("order number", booked.orderReference, orderReference),
            ("original payment", booked.original, original), ("child payment", booked.child, child),
        ]
        let changes = fields.filter { $0.1 != $0.2 }.map { name, old, new in
            guard name == "amount" else { return "the \(name) was \"\(old)\", now \"\(new)\"" }
            return "the amount was \(booked.money), now \(money)"
        }
        return changes.isEmpty ? nil : changes.joined(separator: "; ")
    }

    private var money: String {
        let currency = CurrencyCode(currency.utf8) ?? .absent
        let digits = currency.isPresent ? currency.minorDigits : 2
        return MinorUnits.text(amount, digits: digits)
    }

    private static func readTogether(_ records: [[UInt8]]) -> [PaymentFacts]? {
        var reader = PaymentReader()
        do {
            for record in records {
                try (record + [UInt8(ascii: "\n")]).withUnsafeBytes { try reader.feed($0) }
            }
            let table = try reader.finish()
            guard table.rows.count == records.count else { return nil }
            return table.rows.map { PaymentFacts($0, table) }
        } catch {
            return nil
        }
    }
}

extension PaymentFacts {
    fileprivate init(_ row: PaymentRow, _ table: PaymentTable) {
        type = table.words.word(row.type)
        status = table.words.word(row.status)
        method = table.words.word(row.method)
        brand = table.words.word(row.brand)
        orderReference = table.text(row.merchantOrderReference)
        description = table.text(row.description)
        original = table.text(row.originalReference)
        child = table.text(row.childReference)
        amount = row.amount
        currency = row.currency.text
        isReadable = true
    }
}
