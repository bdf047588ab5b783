import DomainModel
import Foundation
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("What nights read back")
struct NightTests {
    private static let right = ReadBack(isFinal: false, matches: ["1"], shown: 7)
    private static let gone = ReadBack(isFinal: nil, shown: 8, drift: "it is gone")

    private func marks(_ scene: Scene, since: Int64 = 0) throws -> [BookedMark] {
        try scene.ledger.bookedMarks("shop", since: Instant(milliseconds: since))
    }

    private func entries(_ scene: Scene) throws -> Int64 { try scene.ledger.verify().entries }

    @Test("is everything in the books, until a person settles it")
    func marks() throws {
        let scene = try Scene()
        _ = try scene.reconciled("C1", entry: 1)
        let (run, posting) = try scene.intended("C2", sale: "2")
        #expect(try marks(scene).map(\.entry) == [.memo(1)])
        let booked = try scene.note(.booked(.memo(2)), posting, in: run)
        #expect(try marks(scene).count == 2)
        let stuck = try scene.note(.unreconcilable("the sale is gone"), booked, in: run)
        #expect(try marks(scene).count == 2)
        try scene.read(stuck, Self.gone, in: run)
        #expect(try scene.state("C2") == "drifted drifted")
        try scene.ledger.resolve("C2", of: "shop", entry: .memo(9), scene.person())
        #expect(try marks(scene).map(\.entry) == [.memo(1)])
    }

    @Test("is what was created or reconciled since a moment, in the office of the rules")
    func since() throws {
        let scene = try Scene()
        _ = try scene.reconciled("C1", entry: 1)
        // Created at 1,763,800,000,000; reconciled on day 20,000.
        #expect(try marks(scene, since: 1_763_800_000_000).count == 1)
        #expect(try marks(scene, since: 1_763_800_000_001).isEmpty)
        try scene.run(office: "NLA002")
        #expect(try marks(scene).isEmpty)
    }

    @Test("is judged again only when the lists show something else")
    func shown() throws {
        let scene = try Scene()
        let posting = try scene.reconciled("C1", entry: 1)
        let run = try scene.run()
        #expect(try marks(scene).first?.shown == nil)
        try scene.read(posting, Self.right, in: run)
        #expect(try marks(scene).first?.shown == 7)
        #expect(try scene.ledger.booked([.memo(1)], of: "shop").first?.readBack == Self.right)
    }

    @Test("is judged again when something happened to the posting since")
    func reconciledSince() throws {
        let scene = try Scene()
        let (run, intended) = try scene.intended("C1")
        let booked = try scene.note(.booked(.memo(1)), intended, in: run)
        try scene.read(booked, Self.right, in: run)
        #expect(try marks(scene).first?.shown == 7)
        let reconciled = try scene.note(.reconciled("1"), booked, in: run)
        #expect(try marks(scene).first?.shown == nil)
        try scene.read(reconciled, ReadBack(isFinal: true, matches: ["1"], shown: 9), in: run)
        #expect(try marks(scene).first?.shown == 9)
    }

    @Test("costs nothing when it is as it was")
    func quiet() throws {
        let scene = try Scene()
        let posting = try scene.reconciled("C1", entry: 1)
        let run = try scene.run()
        for finding in [Self.right, Self.gone] {
            try scene.read(posting, finding, in: run)
            let before = try entries(scene)
            try scene.read(posting, finding, in: run)
            #expect(try entries(scene) == before)
        }
    }

    @Test("makes a payment drifted, and gives it back its state when it is right again")
    func restored() throws {
        let scene = try Scene()
        let posting = try scene.reconciled("C1", entry: 1)
        let (run, intended) = try scene.intended("C2", sale: "2")
        let booked = try scene.note(.booked(.memo(2)), intended, in: run)
        let stuck = try scene.note(.unreconcilable("matched"), booked, in: run)
        for (reference, posting, state) in [
            ("C1", posting, "reconciled "), ("C2", stuck, "posted reconcile_impossible"),
        ] {
            try scene.read(posting, Self.gone, in: run)
            #expect(try scene.state(reference) == "drifted drifted")
            #expect(try !scene.undecided().contains(reference))
            try scene.read(posting, Self.right, in: run)
            #expect(try scene.state(reference) == state)
        }
        let events = try #require(try scene.ledger.payment("C1", of: "shop")).events
        #expect(events.suffix(2).map(\.text) == ["it is gone", "provisional"])
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("keeps the sale taken, and reconciles nothing, while a payment is drifted")
    func claims() throws {
        let scene = try Scene()
        let (run, intended) = try scene.intended("C1")
        let booked = try scene.note(.booked(.memo(1)), intended, in: run)
        #expect(try scene.ledger.postings("shop") == [booked])
        try scene.read(booked, Self.gone, in: run)
        #expect(try scene.ledger.postings("shop").isEmpty)
        #expect(throws: IntentRefused.self) { try scene.intended("C2") }
    }

    @Test("is judged again when a person wants it to be reconciled again")
    func again() throws {
        let scene = try Scene()
        let (run, intended) = try scene.intended("C1")
        let booked = try scene.note(.booked(.memo(1)), intended, in: run)
        let stuck = try scene.note(.unreconcilable("it is gone"), booked, in: run)
        try scene.read(stuck, Self.gone, in: run)
        #expect(try marks(scene).first?.shown == 8)
        try scene.ledger.retry(["C1"], of: "shop", scene.person())
        #expect(try scene.state("C1") == "posted ")
        #expect(try marks(scene).first?.shown == nil)
    }

    @Test("leaves a drifted payment to what a person says of it")
    func settled() throws {
        let scene = try Scene()
        for number in 1...4 {
            let (run, intended) = try scene.intended("C\(number)", sale: "\(number)")
            let booked = try scene.note(.booked(.memo(number)), intended, in: run)
            #expect(throws: LedgerFault.self) {
                try scene.ledger.ignore(["C\(number)"], of: "shop", scene.person())
            }
            try scene.read(booked, Self.gone, in: run)
        }
        try scene.ledger.ignore(["C1"], of: "shop", scene.person())
        try scene.ledger.resolve(
            "C2", of: "shop", entry: .init(daybook: "MEMO", number: "99"), scene.person())
        try scene.ledger.retry(["C3"], of: "shop", scene.person())
        #expect(throws: LedgerFault.self) {
            try scene.ledger.choose(
                "C4", of: "shop", sale: .init(daybook: "VRK", number: "9", line: "1"),
                scene.person())
        }
        let states = try (1...4).map { try scene.state("C\($0)") }
        #expect(
            states == [
                "ignored ignored", "resolved resolved", "drifted drifted",
                "drifted drifted",
            ])
        // Neither is booked anew, and nights look at the settled ones no more.
        #expect(try scene.undecided().isEmpty)
        #expect(try marks(scene).count == 2)
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("is told until a run that told it came to its end, and not again")
    func told() throws {
        let scene = try Scene()
        let posting = try scene.reconciled("C1", entry: 1)
        var run = try scene.run()
        try scene.read(posting, Self.gone, in: run)
        let alarm = DriftedPayment(reference: "C1", text: "it is gone", amount: 11900)
        #expect(try scene.ledger.untoldDrifts("shop") == [alarm])
        // That run died.
        run = try scene.run()
        #expect(try scene.ledger.untoldDrifts("shop") == [alarm])
        try scene.ledger.end(run, RunReport(connection: "shop", run: run), at: scene.now)
        try scene.run()
        #expect(try scene.ledger.untoldDrifts("shop").isEmpty)
        #expect(try scene.state("C1") == "drifted drifted")
    }

    @Test("is not kept of a posting that went on meanwhile, nor of one that is not in the books")
    func stale() throws {
        let scene = try Scene()
        let (run, intended) = try scene.intended("C1")
        try scene.read(intended, Self.gone, in: run)
        #expect(try scene.state("C1") == "intended ")
        let booked = try scene.note(.booked(.memo(1)), intended, in: run)
        _ = try scene.note(.reconciled("1"), booked, in: run)
        try scene.read(booked, Self.gone, in: run)
        #expect(try scene.state("C1") == "reconciled ")
    }

    @Test("stands beside a count of payments that look for a sale and find one, each once")
    func shares() throws {
        let scene = try Scene()
        let run = try scene.run()
        let names = ["C1", "C2", "C3", "C4", "C5"]
        try scene.keep(names.map { .example($0) }, in: run)
        func decide(_ states: [(String, PaymentState, String)]) throws {
            try scene.decide(states.map { .example($0, $1, $2) }, in: run)
        }
        try decide([
            ("C1", .due, ""), ("C2", .waiting, "no_sale_yet"), ("C3", .open, "not_final"),
            ("C4", .review, "several_fit"), ("C5", .review, "money_back"),
        ])
        try decide([("C2", .waiting, "no_sale_yet"), ("C3", .open, "not_final")])
        try decide([("C2", .failed, "no_sale"), ("C3", .waiting, "no_sale_yet")])
        try decide([("C2", .due, ""), ("C4", .due, "")])
        let shares = try scene.ledger.saleShares("shop", since: Instant(milliseconds: 0))
        #expect(shares.map(\.looked) == [3, 1, 0])
        #expect(shares.map(\.found) == [2, 0, 1])
        #expect(try scene.ledger.saleShares("shop", since: scene.now).isEmpty)
        #expect(try scene.ledger.saleShares("other", since: Instant(milliseconds: 0)).isEmpty)
    }

    @Test("stands beside the moment of the last fetch; the first run counts until there is one")
    func lastFetch() throws {
        let scene = try Scene()
        #expect(try scene.ledger.lastFetch("shop") == nil)
        let run = try scene.run()
        let began = scene.clock
        #expect(try scene.ledger.lastFetch("shop")?.milliseconds == began)
        try scene.keep([], in: run)
        #expect(try scene.ledger.lastFetch("shop")?.milliseconds == scene.clock)
        try scene.run()
        #expect(try scene.ledger.lastFetch("shop")?.milliseconds == scene.clock - 1000)
    }
}
