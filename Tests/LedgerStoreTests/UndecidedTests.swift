import DomainModel
import LedgerStore
import RunnerCore
import Testing

@Suite("What is to be decided")
struct UndecidedTests {
    @Test(
        "is everything without an entry that nobody settled",
        arguments: [
            ("open", true), ("due", true), ("waiting", true), ("review", true), ("failed", true),
            ("skipped", false),
        ])
    func states(state: String, isUndecided: Bool) throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep([.example("C1")], in: run)
        #expect(try scene.undecided() == ["C1"])
        let decided = DecidedPayment.example(
            "C1", try #require(PaymentState(rawValue: state)), "no_sale_yet")
        try scene.decide([decided], in: run)
        #expect(try scene.undecided() == (isUndecided ? ["C1"] : []))
    }

    @Test("is what was skipped only when its record or the rules changed")
    func skipped() throws {
        let scene = try Scene()
        var run = try scene.run()
        try scene.keep([.example("C1")], in: run)
        try scene.decide([.example("C1", .skipped, "failed_at_ccv")], in: run)
        try scene.keep([.example("C1")], in: run)
        #expect(try scene.undecided() == [])
        try scene.keep([.example("C1", status: "failed")], in: run)
        #expect(try scene.undecided() == ["C1"])
        try scene.decide([.example("C1", .skipped, "no_money")], in: run)
        // The same decision about a record that changed settles it too.
        try scene.keep([.example("C1", status: "reversed")], in: run)
        #expect(try scene.undecided() == ["C1"])
        try scene.decide([.example("C1", .skipped, "no_money")], in: run)
        #expect(try scene.undecided() == [])
        run = try scene.run(revision: "sha256:r2")
        #expect(try scene.undecided() == ["C1"])
        try scene.decide([.example("C1", .skipped, "no_money")], in: run)
        #expect(try scene.undecided() == [])
        try scene.run(revision: "sha256:r2")
        #expect(try scene.undecided() == [])
    }

    @Test("is not what Twinfield refused, until record, rules or sale change or a person says so")
    func refused() throws {
        func refused() throws -> (Scene, RunID) {
            let scene = try Scene()
            let (run, posting) = try scene.intended("C1", sale: "9")
            try scene.ledger.keep(Sales.table([("9", 11900)]), CustomerTable(), in: run)
            _ = try scene.note(.refused(["period closed"]), posting, in: run)
            #expect(try scene.state("C1") == "failed refused")
            #expect(try scene.undecided() == [])
            return (scene, run)
        }
        var (scene, run) = try refused()
        try scene.keep([.example("C1", order: "WEB-2")], in: run)
        #expect(try scene.undecided() == ["C1"])
        (scene, run) = try refused()
        try scene.run(revision: "sha256:r2")
        #expect(try scene.undecided() == ["C1"])
        (scene, run) = try refused()
        try scene.ledger.keep(Sales.table([("9", 11900), ("8", 5)]), CustomerTable(), in: run)
        #expect(try scene.undecided() == [])
        try scene.ledger.keep(Sales.table([("9", 11800), ("8", 5)]), CustomerTable(), in: run)
        #expect(try scene.undecided() == ["C1"])
        (scene, run) = try refused()
        try scene.ledger.retry(["C1"], of: "shop", scene.person())
        #expect(try scene.undecided() == ["C1"])
        try scene.decide([.example("C1", .review, "several_fit")], in: run)
        #expect(try scene.state("C1") == "review several_fit")
    }

    @Test("brings along what it borrows its order number from, and nothing else")
    func related() throws {
        let scene = try Scene()
        let run = try scene.run()
        func linked(_ reference: String, _ extra: String = "") -> SeenPayment {
            .example(reference, extra: extra)
        }
        try scene.keep(
            [
                linked("PARENT", #","childReferenceId":"CHILD""#), linked("CHILD"),
                linked("CAPTURE", #","originalReference":"CHILD""#), linked("REFUND"),
                linked("ALONE"), linked("LOST", #","originalReference":"NOBODY""#),
            ], in: run)
        try scene.decide(
            ["PARENT", "CHILD", "REFUND", "ALONE", "LOST"].map {
                .example($0, .skipped, "no_money")
            }, in: run)
        func given() throws -> [String] {
            try scene.ledger.undecided("shop").map { ($0.isUndecided ? "+" : "") + $0.reference }
        }
        #expect(try given() == ["PARENT", "CHILD", "+CAPTURE"])
        try scene.decide([.example("CAPTURE", .skipped, "no_money")], in: run)
        #expect(try given() == [])
        try scene.ledger.retry(["CHILD"], of: "shop", scene.person())
        #expect(try given() == ["PARENT", "+CHILD"])
        try scene.ledger.ignore(["CHILD"], of: "shop", scene.person())
        try scene.ledger.retry(["PARENT"], of: "shop", scene.person())
        #expect(try given() == ["+PARENT", "CHILD"])
        #expect(try scene.ledger.undecided("other") == [])
    }

    @Test("has the sale that a person chose")
    func choice() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep([.example("C1")], in: run)
        try scene.decide([.example("C1", .review, "several_fit")], in: run)
        let sale = SaleKey(daybook: "VRK", number: "7", line: "1")
        try scene.ledger.choose("C1", of: "shop", sale: sale, scene.person())
        #expect(try scene.ledger.undecided("shop").map(\.choice) == [sale])
        #expect(try scene.state("C1") == "due chosen")
    }
}
