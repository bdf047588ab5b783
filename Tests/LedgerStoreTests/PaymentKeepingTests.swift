import DomainModel
import LedgerStore
import RunnerCore
import Testing

@Suite("What CCV gave")
struct PaymentKeepingTests {
    @Test("is kept once while it stays the same, and each version of it")
    func versions() throws {
        let scene = try Scene()
        let run = try scene.run()
        let pending = SeenPayment.example("C1", status: "pending", isFinal: false)
        for _ in 0..<3 { try scene.keep([pending, pending], in: run) }
        #expect(try scene.ledger.unfinished("shop") == ["C1"])
        let paid = SeenPayment.example("C1")
        for _ in 0..<2 { try scene.keep([paid], in: run) }
        #expect(try scene.ledger.unfinished("shop") == [])
        let history = try #require(try scene.ledger.payment("C1", of: "shop"))
        #expect(history.record == paid.json)
        #expect(history.events.map(\.kind) == ["seen", "seen"])
        #expect(try scene.ledger.undecided("shop").map(\.json) == [paid.json])
        #expect(try scene.ledger.payment("C1", of: "other") == nil)
    }

    @Test("may be anything: what cannot be read is kept to the byte")
    func unreadable() throws {
        let scene = try Scene()
        let run = try scene.run()
        let created = Instant(milliseconds: 1)
        let records: [[UInt8]] = [
            Array("no json".utf8), [], [0xFF, 0x00, 0xFE], Array("[]".utf8), Array("{}".utf8),
            SeenPayment.example("C6").json,
        ]
        let seen = records.enumerated().map { place, json in
            SeenPayment(
                reference: "C\(place + 1)", json: json, created: created, lastUpdate: .absent,
                isFinal: true)
        }
        try scene.keep(seen, in: run)
        #expect(try scene.ledger.undecided("shop").map(\.json) == records)
        let last = try #require(try scene.ledger.payments(reason: "").first { $0.amount != 0 })
        #expect(last.reference == "C6" && last.amount == 11900 && last.currency == "EUR")
    }

    @Test("is fetched up to a moment that each connection has for itself")
    func until() throws {
        let scene = try Scene()
        let run = try scene.run()
        #expect(try scene.ledger.fetchedUntil("shop") == nil)
        try scene.keep([], in: run, until: Instant(milliseconds: 5))
        try scene.keep([], in: run)
        #expect(try scene.ledger.fetchedUntil("shop") == Instant(milliseconds: 5))
        #expect(try scene.ledger.fetchedUntil("other") == nil)
    }

    @Test("raises an alarm once booked and changed in what counts, until a run has told it")
    func changed() throws {
        let scene = try Scene()
        var (run, posting) = try scene.intended("C1")
        let harmless = SeenPayment.example("C1", extra: #","paidout":"yes""#)
        #expect(try scene.keep([harmless], in: run) == [])
        let changed = SeenPayment.example("C1", amount: "120.00", order: "WEB-2")
        let alarm = ChangedPayment(
            reference: "C1",
            change: "the amount was 119.00, now 120.00; "
                + "the order number was \"WEB-1\", now \"WEB-2\"")
        #expect(try scene.keep([changed], in: run) == [alarm])
        #expect(try scene.ledger.payments().first?.alarm == alarm.change)
        #expect(try scene.state("C1") == "intended ")
        // That run did not come to its end: the next one tells it again, and the one after not.
        run = try scene.run()
        #expect(try scene.keep([changed], in: run) == [alarm])
        try scene.ledger.end(run, RunReport(connection: "shop", run: run), at: scene.now)
        run = try scene.run()
        #expect(try scene.keep([changed], in: run) == [])
        posting = try scene.note(.booked(.memo(1)), posting, in: run)
        _ = try scene.note(.reconciled(nil), posting, in: run)
        let failed = SeenPayment.example("C1", status: "failed")
        #expect(
            try scene.keep([failed], in: run).map(\.change) == [
                #"the status was "success", now "failed""#
            ])
        #expect(try scene.state("C1") == "reconciled ")
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("raises no alarm before it is booked, nor after its entry was refused")
    func unbooked() throws {
        let scene = try Scene()
        let (run, posting) = try scene.intended("C1")
        _ = try scene.note(.refused(["no"]), posting, in: run)
        #expect(try scene.keep([.example("C1", amount: "1.00")], in: run) == [])
    }

    @Test("may be known on another connection")
    func elsewhere() throws {
        let scene = try Scene()
        let run = try scene.run("shop")
        try scene.keep([.example("C1"), .example("C2")], in: run)
        #expect(try scene.ledger.knownElsewhere(["C1", "C2"], than: "shop") == [])
        let other = try scene.run("other")
        try scene.keep([.example("C2"), .example("C3")], in: other)
        #expect(try scene.ledger.knownElsewhere(["C1", "C2", "C3"], than: "shop") == ["C2", "C3"])
        #expect(try scene.ledger.knownElsewhere(["C1", "C3"], than: "new") == ["C1", "C3"])
    }
}
