import ByteText
import DomainModel
import RuleEngine
import RunnerCore
import Testing

@testable import SimulationSupport

@Suite("A batch in which people want the rules of then")
struct StoredBatchTests {
    private let now = SimulationRules.with(.none)
    private let then = SimulationRules.with(.otherSuspenseAccount)

    private func payment(
        _ reference: String, order: String, created: Int64, then: Bool = false
    ) throws -> StoredPayment {
        let json = """
            {"reference":"\(reference)","type":"sale","status":"success","amount":119.00,\
            "currency":"eur","method":"ideal","merchantOrderReference":"\(order)",\
            "created":\(created),"lastUpdate":\(created),"statusFinalDate":\(created)}
            """
        let rules = try #require(self.then)
        return StoredPayment(
            reference: reference, json: Array(json.utf8),
            rulesOfThen: then ? rules.compiled.revision : nil)
    }

    /// One open sale of the order WEB-1.
    private func items() -> OpenItemTable {
        var table = OpenItemTable()
        var row = OpenItemRow()
        row.office = table.texts.append("NLA001")
        row.daybook = table.texts.append("VRK")
        row.number = table.texts.append("202600001")
        row.line = table.texts.append("1")
        row.account = table.texts.append("1300")
        row.customer = table.texts.append("D1001")
        row.invoiceNumber = table.texts.append("WEB-1")
        row.date = CalendarDate(daysSinceEpoch: 20_770)
        row.dueDate = row.date
        row.currency = .eur
        row.value = 11_900
        row.openValue = 11_900
        row.status = .final
        row.matchStatus = .available
        table.rows.append(row)
        return table
    }

    private func parts(
        _ batch: StoredBatch, _ past: PastRules? = nil
    ) throws -> [StoredBatch.Part] {
        let rules = try #require(now).compiled
        let known =
            try past
            ?? PastRules(
                batch.revisions(besides: rules.revision), now: rules
            ) { SimulationRules.of(revision: $0) }
        return batch.parts(
            StoredBatch.Inputs(
                items: items(), customers: CustomerTable(),
                asOf: Instant(milliseconds: 1_794_600_000_000), connection: "shop",
                forwarded: ForwardedPayments(of: batch.payments), claims: [:]),
            now: rules, past: known)
    }

    @Test("decides those first, and the sale that they take is taken for all others")
    func taken() throws {
        let batch = try StoredBatch([
            payment("C1", order: "WEB-1", created: 1_794_500_000_000),
            payment("C2", order: "WEB-1", created: 1_794_500_500_000, then: true),
        ])
        let parts = try parts(batch)
        #expect(parts.map(\.positions) == [[1], [0]])
        #expect(parts[0].engine.rules.revision == then?.compiled.revision)
        #expect(parts[0].engine.verdicts[1].outcome == .book)
        let other = parts[1].engine.verdicts[0]
        #expect(other.outcome == .review && other.reason == .saleUsed)
        #expect(parts[1].engine.claimed == [0: "C2"])
    }

    @Test("lets nobody take a sale but those whom a part is about")
    func bystanders() throws {
        // The first would take the sale, if it were asked by the rules of then.
        let batch = try StoredBatch([
            payment("C1", order: "WEB-1", created: 1_794_500_000_000),
            payment("C2", order: "WEB-1", created: 1_794_500_500_000, then: true),
            payment("C3", order: "WEB-2", created: 1_794_400_000_000, then: true),
        ])
        let parts = try parts(batch)
        #expect(parts[0].positions == [1, 2])
        #expect(parts[0].engine.verdicts[1].outcome == .book)
        #expect(parts[0].engine.verdicts[2].outcome == .wait)
    }

    @Test("leaves those alone whose rules cannot be used, and the sale to others")
    func unusable() throws {
        let batch = try StoredBatch([
            payment("C1", order: "WEB-1", created: 1_794_500_500_000),
            payment("C2", order: "WEB-1", created: 1_794_500_000_000, then: true),
        ])
        let rules = try #require(now).compiled
        let past = try PastRules(batch.revisions(besides: rules.revision), now: rules) { _ in nil }
        #expect(past.faults.values.allSatisfy { $0.text.contains("do not compile") })
        let parts = try parts(batch, past)
        #expect(parts.map(\.positions) == [[0]])
        #expect(parts[0].engine.verdicts[0].outcome == .book)
    }

    @Test("may be empty")
    func empty() throws {
        #expect(try parts(StoredBatch([])).map(\.positions) == [[]])
    }

    @Test("is one part by the rules of now when nobody wants others")
    func plain() throws {
        let batch = try StoredBatch([
            payment("C1", order: "WEB-1", created: 1_794_500_000_000),
            payment("C2", order: "WEB-1", created: 1_794_500_500_000),
        ])
        let parts = try parts(batch)
        #expect(parts.map(\.positions) == [[0, 1]])
        #expect(parts[0].engine.bystanders.isEmpty)
        #expect(parts[0].engine.verdicts.map(\.outcome) == [.book, .review])
    }
}
