import DomainModel
import LedgerStore
import RunnerCore
import Testing

@Suite("A posting in the ledger")
struct PostingTests {
    @Test("goes its way to reconciled, and is the same after every step")
    func way() throws {
        let scene = try Scene()
        var (run, posting) = try scene.intended("C1")
        #expect(try scene.state("C1") == "intended ")
        let steps: [(PostingEvent, String)] = [
            (.parked("time-out"), "parked outcome_unknown"),
            (.notFound(scene.proof), "parked outcome_unknown"),
            (.adopted(.memo(7), scene.proof), "posted "),
            (.reconcileFailed("refused: busy"), "posted reconcile_failed"),
            (.reconciled("M9"), "reconciled "),
        ]
        for (event, state) in steps {
            let expected = try posting.after(event)
            posting = try scene.note(event, posting, in: run)
            #expect(posting == expected)
            #expect(try scene.state("C1") == state)
            try scene.reopen()
            let open = try scene.ledger.postings("shop")
            #expect(open == (posting.state == .reconciled(.memo(7)) ? [] : [expected]))
        }
        #expect(try scene.ledger.knownEntries(inOfficeOf: "shop") == [.memo(7)])
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("is refused while its key has an attempt that is not at its end")
    func once() throws {
        let scene = try Scene()
        var (run, posting) = try scene.intended("C1")
        func again() throws {
            _ = try scene.ledger.intend(
                .example("C1", sale: "2"), memo: "", in: run, at: scene.now)
        }
        let refusal = IntentRefused(posting.key, .unfinishedAttempt)
        #expect(throws: refusal) { try again() }
        posting = try scene.note(.parked(""), posting, in: run)
        #expect(throws: refusal) { try again() }
        posting = try scene.note(.unclear("found twice", scene.proof), posting, in: run)
        #expect(throws: refusal) { try again() }
        #expect(try scene.state("C1") == "failed outcome_unknown")
        #expect(try scene.undecided() == [])
    }

    @Test("may follow one that was refused or proved absent, as the next attempt")
    func attempts() throws {
        let scene = try Scene()
        var (run, posting) = try scene.intended("C1")
        _ = try scene.note(.refused(["period closed", "and\nmore 2 x"]), posting, in: run)
        try scene.ledger.retry(["C1"], of: "shop", scene.person())
        posting = try scene.ledger.intend(.example("C1"), memo: "b", in: run, at: scene.now)
        #expect(posting.attempt == 2)
        posting = try scene.note(.parked(""), posting, in: run)
        posting = try scene.note(.notFound(scene.proof), posting, in: run)
        posting = try scene.note(.provedAbsent(scene.proof), posting, in: run)
        #expect(posting.state == .ended(""))
        #expect(try scene.undecided() == ["C1"])
        posting = try scene.ledger.intend(.example("C1"), memo: "c", in: run, at: scene.now)
        #expect(posting.attempt == 3)
        #expect(try scene.ledger.verify().isSound)
        #expect(try scene.ledger.payment("C1", of: "shop")?.entry == "c")
    }

    @Test("is refused while another payment claims its sale, also over another connection")
    func claims() throws {
        let scene = try Scene()
        let (run, posting) = try scene.intended("C1", sale: "9")
        for connection in ["shop", "other"] {
            let key = PostingKey(connection: connection, reference: "C2")
            #expect(throws: IntentRefused(key, .saleClaimed(by: posting.key))) {
                try scene.intended("C2", sale: "9", connection: connection)
            }
        }
        let posted = try scene.note(.booked(.memo(1)), posting, in: run)
        _ = try scene.note(.reconciled(nil), posted, in: run)
        let third = PostingKey(connection: "shop", reference: "C3")
        #expect(throws: IntentRefused(third, .saleClaimed(by: posting.key))) {
            try scene.intended("C3", sale: "9")
        }
        let sale = SaleKey(daybook: "VRK", number: "9", line: "1")
        let free = SaleKey(daybook: "VRK", number: "10", line: "1")
        let claims = try scene.ledger.claims(on: [sale, free], inOfficeOf: "shop")
        #expect(claims == [sale: "C1"])
    }

    @Test("is known as ours in its own office only, whatever the connection")
    func offices() throws {
        let scene = try Scene()
        let (run, posting) = try scene.intended("C1")
        _ = try scene.note(.booked(.memo(1)), posting, in: run)
        let third = try scene.intended("C3", sale: "3")
        _ = try scene.note(.booked(.memo(3)), third.1, in: third.0)
        try scene.run("same", office: "NLA001")
        let other = try scene.run("other", office: "NLA002")
        try scene.keep([.example("C2")], in: other)
        try scene.ledger.resolve("C2", of: "other", entry: .memo(1), scene.person())
        try scene.ledger.resolve("C2", of: "other", entry: .memo(2), scene.person())
        #expect(try scene.ledger.knownEntries(inOfficeOf: "same") == [.memo(1), .memo(3)])
        #expect(try scene.ledger.knownEntries(inOfficeOf: "other") == [.memo(1), .memo(2)])
        #expect(try scene.ledger.knownEntries(inOfficeOf: "nobody") == [])
    }

    @Test("takes no event that cannot follow, and none of a posting that is not as it was")
    func conflicts() throws {
        let scene = try Scene()
        let (run, posting) = try scene.intended("C1")
        #expect(throws: LedgerFault.self) {
            try scene.note(.reconciled(nil), posting, in: run)
        }
        _ = try scene.note(.booked(.memo(1)), posting, in: run)
        #expect(throws: LedgerFault.self) { try scene.note(.parked(""), posting, in: run) }
        var other = posting
        other.attempt = 2
        #expect(throws: LedgerFault.self) { try scene.note(.parked(""), other, in: run) }
        let (second, parked) = try scene.intended("C2", sale: "2")
        let first = try scene.note(.parked(""), parked, in: second)
        _ = try scene.note(.notFound(scene.proof), first, in: second)
        // A search that began before that one: the event could follow, the posting is another.
        #expect(throws: LedgerFault.self) {
            try scene.note(.notFound(scene.proof), first, in: second)
        }
        #expect(try scene.state("C1") == "posted ")
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("is refused when a person settled the payment or chose another sale meanwhile")
    func settled() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep([.example("C1"), .example("C2")], in: run)
        try scene.decide([.example("C1"), .example("C2", sale: "2")], in: run)
        try scene.ledger.ignore(["C1"], of: "shop", scene.person())
        try scene.ledger.choose(
            "C2", of: "shop", sale: SaleKey(daybook: "VRK", number: "3", line: "1"), scene.person())
        for posting in [Posting.example("C1"), .example("C2", sale: "2")] {
            #expect(throws: IntentRefused(posting.key, .settledByPerson)) {
                try scene.ledger.intend(posting, memo: "", in: run, at: scene.now)
            }
        }
        try scene.ledger.intend(.example("C2", sale: "3"), memo: "", in: run, at: scene.now)
    }
}
