import Testing

@testable import RuleEngine

@Suite("A payment that is listed twice")
struct RepeatedReferenceTests {
    static let record = PaymentRecord(order: "WEB-17", lastUpdate: PaymentRecord.noon)

    /// What the second record has otherwise.
    struct Difference: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var change: @Sendable (inout PaymentRecord) -> Void

        init(_ name: String, _ change: @escaping @Sendable (inout PaymentRecord) -> Void) {
            testDescription = name
            self.change = change
        }
    }

    @Test(
        "with a difference that may never be is an error on each line",
        arguments: [
            Difference("type") { $0.type = "refund" },
            Difference("amount") { $0.amount = "118.99" },
            Difference("currency") { $0.currency = "usd" },
            Difference("method") { $0.method = "paypal" },
            Difference("order reference") { $0.order = "WEB-18" },
            Difference("no order reference") { $0.order = nil },
            Difference("original") { $0.original = "C9" },
            Difference("type, and newer") {
                $0.type = "refund"
                $0.lastUpdate = PaymentRecord.noon + 1
            },
        ])
    func conflict(_ difference: Difference) throws {
        let other = Self.record.with(difference.change)
        for payments in [
            [Self.record, other], [other, Self.record], [other, Self.record, other],
        ] {
            let decided = try World(payments: payments, sales: [SaleRecord()]).decide()
            #expect(Set(decided.outcomes) == ["C1: error reference_conflict"])
            #expect(decided.outcomes.count == payments.count)
        }
    }

    @Test(
        "with another difference counts once, by its newest lastUpdate",
        arguments: [
            Difference("status") { $0.status = "pending" },
            Difference("description") { $0.description = "WEB-17" },
            Difference("address") { $0.email = "a@b.nl" },
            Difference("brand") { $0.brand = "visa" },
            Difference("final date") { $0.statusFinal = PaymentRecord.noon },
        ])
    func superseded(_ difference: Difference) throws {
        let older = Self.record.with(difference.change).with { $0.lastUpdate? -= 1 }
        #expect(try outcomes([older, Self.record]) == ["skip superseded", "book"])
        #expect(try outcomes([Self.record, older]) == ["book", "skip superseded"])
        #expect(
            try outcomes([older, Self.record, older])
                == ["skip superseded", "book", "skip superseded"])
    }

    @Test("the newest counts although it waits")
    func newestWaits() throws {
        let newest = Self.record.with {
            $0.status = "pending"
            $0.lastUpdate? += 1
        }
        #expect(try outcomes([newest, Self.record]) == ["wait not_final", "skip superseded"])
    }

    @Test("exactly is booked once")
    func duplicate() throws {
        #expect(
            try outcomes([Self.record, Self.record, Self.record])
                == ["book", "skip duplicate", "skip duplicate"])
    }

    @Test("in another spelling of its words is the same")
    func spelling() throws {
        let other = Self.record.with {
            $0.type = "SALE"
            $0.method = "iDEAL"
            $0.currency = "EUR"
        }
        #expect(try outcomes([Self.record, other]) == ["book", "skip duplicate"])
    }

    @Test("two of the same moment are told apart by what they say, not by their order")
    func sameMoment() throws {
        let other = Self.record.with { $0.description = "Bestelling WEB-17" }
        let first = try outcomes([Self.record, other])
        let second = try outcomes([other, Self.record])
        #expect(first == second.reversed())
        #expect(first.sorted() == ["book", "skip superseded"])
    }

    @Test("without a reference is an error each")
    func withoutReference() throws {
        let record = Self.record.with { $0.reference = nil }
        #expect(
            try outcomes([record, record, Self.record])
                == ["error reference_missing", "error reference_missing", "book"])
    }

    private func outcomes(_ payments: [PaymentRecord]) throws -> [String] {
        try World(payments: payments, sales: [SaleRecord()]).decide().decisions
            .map(Decided.outcome)
    }
}
