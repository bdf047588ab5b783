import ByteText
import DomainModel
import RecordReading
import RuleEngine
import Testing

/// Payments and sales that are decided in one batch, by the shipped rules unless said otherwise.
struct World {
    var payments: [PaymentRecord]
    var sales: [SaleRecord] = []
    /// NDJSON.
    var customers = ""
    /// The moment of deciding, in UTC.
    var asOf = "2026-11-12T12:00:00"
    var rules: [ShippedRules.Edit] = []
    var template: [ShippedRules.Edit] = []
    /// The lines of memo entries that were found in the books; nil when they were not searched.
    var books: [BookedLine]?

    /// By position of a sale: the reference of the payment whose entry claims it.
    var claimed: [Int32: String] = [:]

    /// A line in the books.
    struct BookedLine {
        var description: String
        var number = "202600001"
    }

    /// Decides everything.
    func decide(_ location: SourceLocation = #_sourceLocation) throws -> Decided {
        let rules = try ShippedRules.compile(rules, template: template, location)
        return try Decided(self, rules)
    }

    /// Decides everything by rules that were compiled before.
    func decide(by rules: CompiledRuleSet) throws -> Decided { try Decided(self, rules) }

    func paymentTable() throws -> PaymentTable {
        var json = JSONWriter()
        for payment in payments { payment.write(to: &json) }
        var reader = PaymentReader()
        try bytes(json).withUnsafeBytes { try reader.feed($0) }
        return try reader.finish()
    }

    func forwardedPayments(_ table: PaymentTable) -> ForwardedPayments {
        guard let books else { return .unknown }
        var forwarded = ForwardedPayments(of: table)
        for line in books {
            forwarded.note(
                line.description.utf8, of: .init(daybook: "MEMO", number: line.number))
        }
        return forwarded
    }

    func itemTable() throws -> OpenItemTable {
        var json = JSONWriter()
        for sale in sales { sale.write(to: &json) }
        var reader = OpenItemReader()
        try bytes(json).withUnsafeBytes { try reader.feed($0) }
        return try reader.finish()
    }

    func customerTable() throws -> CustomerTable {
        guard !customers.isEmpty else { return CustomerTable() }
        var reader = CustomerReader()
        try Array(customers.utf8).withUnsafeBytes { try reader.feed($0) }
        return try reader.finish()
    }

    /// No record at all is `[]`; a file of no bytes would be a fault.
    private func bytes(_ json: JSONWriter) -> [UInt8] {
        json.bytes.isEmpty ? Array("[]".utf8) : json.bytes
    }
}
