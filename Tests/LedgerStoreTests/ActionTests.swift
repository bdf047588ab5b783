import DomainModel
import LedgerStore
import RunnerCore
import Testing

@Suite("What people do to payments")
struct ActionTests {
    enum Act: String, CaseIterable, Sendable { case choose, ignore, resolve, retry }

    private func act(_ act: Act, _ scene: Scene) throws {
        let note = scene.person()
        switch act {
        case .choose:
            let sale = SaleKey(daybook: "VRK", number: "7", line: "1")
            try scene.ledger.choose("C1", of: "shop", sale: sale, note)
        case .ignore: try scene.ledger.ignore(["C1"], of: "shop", note)
        case .resolve:
            try scene.ledger.resolve("C1", of: "shop", entry: .memo(77), note)
        case .retry: try scene.ledger.retry(["C1"], of: "shop", note)
        }
    }

    /// What stands after choose, ignore, resolve and retry; nil when it is refused.
    @Test(
        "is allowed where it cannot book twice",
        arguments: [
            ("new", ["due chosen", "ignored ignored", "resolved resolved", "due retry"]),
            ("review", ["due chosen", "ignored ignored", "resolved resolved", "due retry"]),
            ("skipped", [nil, "ignored ignored", "resolved resolved", "due retry"]),
            ("intended", [nil, nil, nil, nil]),
            ("parked", [nil, nil, "resolved resolved", nil]),
            ("unclear", ["due chosen", "ignored ignored", "resolved resolved", "due retry"]),
            ("refused", ["due chosen", "ignored ignored", "resolved resolved", "due retry"]),
            ("posted", [nil, nil, nil, nil]), ("reconciled", [nil, nil, nil, nil]),
            ("unreconcilable", [nil, nil, "resolved resolved", "posted "]),
            ("ignored", [nil, "ignored ignored", "resolved resolved", "due retry"]),
            ("resolved", [nil, "ignored ignored", "resolved resolved", "due retry"]),
        ] as [(String, [String?])])
    func table(start: String, after: [String?]) throws {
        for (what, expected) in zip(Act.allCases, after) {
            let scene = try Scene()
            try begin(start, scene)
            let before = try scene.state("C1")
            if let expected {
                try act(what, scene)
                #expect(try scene.state("C1") == expected, "\(what) on \(start)")
                let event = try scene.ledger.payment("C1", of: "shop")?.events.last
                #expect(event?.who == "an" && event?.kind == what.rawValue)
            } else {
                #expect(throws: LedgerFault.self, "\(what) on \(start)") { try act(what, scene) }
                #expect(try scene.state("C1") == before)
            }
            #expect(try scene.ledger.verify().damage == nil)
        }
    }

    private func begin(_ start: String, _ scene: Scene) throws {
        let run = try scene.run()
        try scene.keep([.example("C1")], in: run)
        switch start {
        case "new": return
        case "review": return try scene.decide([.example("C1", .review, "several_fit")], in: run)
        case "skipped": return try scene.decide([.example("C1", .skipped, "no_money")], in: run)
        case "ignored": return try act(.ignore, scene)
        case "resolved": return try act(.resolve, scene)
        default: break
        }
        var posting = try scene.intended("C1").1
        let events: [PostingEvent] =
            switch start {
            case "parked": [.parked("")]
            case "unclear": [.parked(""), .unclear("twice", scene.proof)]
            case "refused": [.refused(["no"])]
            case "posted": [.booked(.memo(1))]
            case "reconciled": [.booked(.memo(1)), .reconciled(nil)]
            case "unreconcilable": [.booked(.memo(1)), .unreconcilable("gone")]
            default: []
            }
        for event in events { posting = try scene.note(event, posting, in: run) }
    }

    @Test("is done for all that are named, or for none")
    func bulk() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep([.example("C1"), .example("C2"), .example("C3")], in: run)
        try scene.decide(
            [
                .example("C1", .failed, "no_sale"), .example("C2", .failed, "no_sale"),
                .example("C3", .review, "several_fit"),
            ], in: run)
        #expect(throws: LedgerFault.self) {
            try scene.ledger.ignore(["C1", "C9"], of: "shop", scene.person())
        }
        #expect(try scene.state("C1") == "failed no_sale")
        let failed = try scene.ledger.references("shop", reason: "no_sale")
        #expect(failed == ["C1", "C2"])
        #expect(try scene.ledger.references("shop", reason: "no_sale", state: .review) == [])
        try scene.ledger.ignore(failed, of: "shop", scene.person())
        #expect(try scene.ledger.payments(state: .ignored).map(\.reference) == ["C2", "C1"])
        #expect(try scene.undecided() == ["C3"])
    }

    @Test("needs a name and a reason")
    func nameless() throws {
        let scene = try Scene()
        try scene.keep([.example("C1")], in: try scene.run())
        for (who, reason) in [("", "why"), ("an", "")] {
            let note = OperatorNote(who: who, reason: reason, at: scene.now)
            #expect(throws: LedgerFault.self) {
                try scene.ledger.ignore(["C1"], of: "shop", note)
            }
        }
    }

    @Test("names an entry that then counts as known, and not one of another payment")
    func entries() throws {
        let scene = try Scene()
        let (run, posting) = try scene.intended("C1")
        _ = try scene.note(.booked(.memo(1)), posting, in: run)
        try scene.keep([.example("C2")], in: run)
        #expect(throws: LedgerFault.self) {
            try scene.ledger.resolve("C2", of: "shop", entry: .memo(1), scene.person())
        }
        try scene.ledger.resolve("C2", of: "shop", entry: .memo(2), scene.person())
        #expect(try scene.ledger.knownEntries(inOfficeOf: "shop") == [.memo(1), .memo(2)])
        #expect(try scene.ledger.payments(state: .resolved).map(\.memo) == [.memo(2)])
        #expect(try scene.ledger.payments(state: .posted).map(\.memo) == [.memo(1)])
        // A decision that was made meanwhile changes nothing.
        try scene.decide([.example("C2")], in: run)
        #expect(try scene.state("C2") == "resolved resolved")
    }
}
