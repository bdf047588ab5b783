import DomainModel
import LedgerStore
import RunnerCore
import Testing

@Suite("The inputs of a run")
struct RunInputsTests {
    @Test("are given back as they were, whatever happened since")
    func past() throws {
        let scene = try Scene()
        var expected: [(RunID, OpenItemTable, CustomerTable)] = []
        func keep(_ items: OpenItemTable, _ customers: CustomerTable) throws {
            let run = try scene.run()
            try scene.keep([.example("C\(run.value)")], in: run)
            try scene.ledger.keep(items, customers, in: run)
            expected.append((run, items, customers))
        }
        var both = Sales.table([("1", 100), ("2", 200)])
        Sales.append("3", 300, year: 2024, to: &both)
        let some = Sales.customers([("D1", ["a@x.nl", "b@x.nl"]), ("D2", [])])
        try keep(both, some)
        try keep(both, some)
        // 2024 is not read: what is in it stays; 2 is gone; 1 is paid.
        try keep(Sales.table([("1", 0)]), Sales.customers([("D2", ["c@x.nl"])]))
        try keep(both, CustomerTable())
        try keep(Sales.table([("3", 300)], year: 2024), some)
        try keep(OpenItemTable(), some)
        try keep(both, some)
        try scene.reopen()
        for (run, items, customers) in expected {
            let inputs = try scene.ledger.inputs(of: run)
            #expect(Sales.lines(inputs.items) == Sales.lines(items), "run \(run.value)")
            #expect(inputs.customers.byCode == customers.byCode)
            #expect(inputs.payments.count == Int(run.value))
        }
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("cost a row when the books are as they were, also when years are read by turns")
    func turns() throws {
        let scene = try Scene()
        let some = Sales.table([("1", 100), ("2", 200)])
        var both = some
        Sales.append("3", 300, year: 2024, to: &both)
        let run = try scene.run()
        func keep(_ items: OpenItemTable) throws -> Int64 {
            let before = try scene.ledger.verify().entries
            try scene.ledger.keep(items, Sales.customers([("D1", [])]), in: run)
            return try scene.ledger.verify().entries - before
        }
        // Three sales and a customer, each with a version, and the reading itself.
        #expect(try keep(both) == 9)
        for items in [both, some, both, some, some, both] { #expect(try keep(items) == 1) }
        #expect(try keep(Sales.table([("1", 100)])) == 2)
    }

    @Test("hold payments, choices, claims, findings, rules and the moment of deciding")
    func rest() throws {
        let scene = try Scene()
        let (run, posting) = try scene.intended("C1", sale: "9")
        try scene.keep([.example("C2", order: "WEB-2"), .example("C3")], in: run)
        try scene.decide([.example("C3", .skipped, "no_money")], in: run)
        let sale = SaleKey(daybook: "VRK", number: "7", line: "1")
        try scene.ledger.choose("C2", of: "shop", sale: sale, scene.person())
        let found = ForwardedEntry(reference: "C2", entry: .memo(3))
        let second = try scene.run(revision: "sha256:r2")
        let before = try scene.ledger.undecided("shop")
        try scene.ledger.keep(
            Sales.table([("9", 11900)]), CustomerTable(), forwarded: [found, found], in: second)
        let at = scene.now
        try scene.ledger.keep([.example("C2")], in: second, at: at)
        // What comes later must not show.
        try scene.keep([.example("C2", order: "WEB-3"), .example("C4")], in: second)
        let booked = try scene.note(.booked(.memo(1)), posting, in: run)
        _ = try scene.note(.reconciled(nil), booked, in: run)
        try scene.ledger.ignore(["C3"], of: "shop", scene.person())

        let inputs = try scene.ledger.inputs(of: second)
        #expect(inputs.connection == "shop" && inputs.revision == "sha256:r2")
        #expect(inputs.asOf == at)
        #expect(inputs.ruleTexts.map(\.path) == ["rules/a.yaml"])
        #expect(inputs.ruleTexts.map(\.bytes) == [Array("version: 1 # sha256:r2".utf8)])
        #expect(inputs.payments == before)
        #expect(before.map(\.reference) == ["C2", "C3"])
        #expect(before.first?.choice == sale)
        #expect(inputs.claims == [posting.sale: "C1"])
        #expect(inputs.forwarded == [found])
        #expect(throws: LedgerFault.self) { try scene.ledger.inputs(of: run) }
        #expect(throws: LedgerFault.self) { try scene.ledger.inputs(of: RunID(99)) }
    }

    @Test("lead to what it decided about a payment, with its own moment and rules")
    func decisions() throws {
        let scene = try Scene()
        var runs: [(RunID, Instant)] = []
        func decide(_ decision: DecidedPayment, _ revision: String) throws {
            let run = try scene.run(revision: revision)
            try scene.keep([.example("C1")], in: run)
            try scene.ledger.keep(OpenItemTable(), CustomerTable(), in: run)
            let at = scene.now
            try scene.ledger.keep([decision], in: run, at: at)
            runs.append((run, at))
        }
        func example(_ sale: String, _ asOf: String, _ revision: String) -> DecidedPayment {
            .example("C1", .waiting, "no_sale_yet", sale: sale, asOf: asOf, revision: revision)
        }
        try decide(example("1", "2025-01-01T00:00:00Z", "sha256:r1"), "sha256:r1")
        try decide(example("1", "2025-01-02T00:00:00Z", "sha256:r1"), "sha256:r1")
        try decide(example("2", "2025-01-03T00:00:00Z", "sha256:r1"), "sha256:r1")
        try decide(example("2", "2025-01-04T00:00:00Z", "sha256:r2"), "sha256:r2")
        let kinds = try scene.ledger.payment("C1", of: "shop")?.events.map(\.kind)
        #expect(kinds == ["seen", "decided", "decided", "decided"])
        let expected = [
            ("1", "sha256:r1"), ("1", "sha256:r1"), ("2", "sha256:r1"), ("2", "sha256:r2"),
        ]
        for ((run, at), (sale, revision)) in zip(runs, expected) {
            let line = try scene.ledger.decision(about: "C1", of: "shop", in: run)
            let wanted = example(sale, at.isoText, revision).json
            #expect(
                line.map { String(decoding: $0, as: UTF8.self) }
                    == String(decoding: wanted, as: UTF8.self))
        }
        #expect(try scene.ledger.decision(about: "C2", of: "shop", in: runs[0].0) == nil)
    }
}
