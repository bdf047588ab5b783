import DomainModel
import Foundation
import RunnerCore
import Testing

@testable import LedgerStore

/// Does what runs and people do, in an order that follows from a seed, and keeps a model beside it.
struct RandomCalls {
    var numbers: SeededNumbers
    let scene: Scene
    /// By reference: the posting as `Posting.after` says it stands.
    var model: [String: Posting] = [:]
    /// Every posting that was ever booked: never two for a payment.
    var booked: [String: Set<EntryKey>] = [:]
    private var run: RunID
    private var seen: Set<String> = []
    private var entries = 0
    private var revision = 1

    init(_ seed: UInt64, _ scene: Scene) throws {
        numbers = SeededNumbers(seed)
        self.scene = scene
        run = try scene.run()
    }

    private mutating func reference() -> String { "C\(numbers.below(6))" }

    private mutating func sale() -> String { "\(numbers.below(4))" }

    /// One call; a refusal of the ledger is an answer like any other.
    mutating func step() throws {
        do {
            switch numbers.below(13) {
            case 0: try begin()
            case 1, 2: try keep()
            case 3, 4, 5: try decide()
            case 6, 7: try intend()
            case 8, 9, 10: try note()
            case 11: try readBack()
            default: try act()
            }
        } catch is IntentRefused {
        } catch let fault as LedgerFault where fault.reason == .conflict || fault.reason == .unknown
        {}
    }

    private mutating func begin() throws {
        if numbers.below(5) == 0 { revision += 1 }
        if numbers.below(2) == 0 {
            try scene.ledger.end(run, RunReport(connection: "shop", run: run), at: scene.now)
        }
        run = try scene.run(revision: "sha256:r\(revision)")
    }

    private mutating func keep() throws {
        let name = reference()
        let status = ["pending", "success", "failed"][numbers.below(3)]
        let extra = numbers.below(4) == 0 ? #","originalReference":"C\#(numbers.below(6))""# : ""
        try scene.keep(
            [.example(name, status: status, extra: extra, isFinal: status != "pending")], in: run)
        seen.insert(name)
        guard numbers.below(3) == 0 else { return }
        let sales = (0..<numbers.below(4)).map { ("\($0)", Int64(numbers.below(3)) * 100) }
        try scene.ledger.keep(Sales.table(sales), CustomerTable(), in: run)
    }

    private mutating func decide() throws {
        let states: [PaymentState] = [
            .due, .due, .due, .open, .waiting, .review, .failed, .skipped,
        ]
        let name = reference()
        var decision = DecidedPayment.example(
            name, states[numbers.below(states.count)], sale: sale())
        decision.revision = try rules(for: name)
        try scene.decide([decision], in: run)
    }

    /// Mostly the rules that must decide a payment, at times any.
    private mutating func rules(for name: String) throws -> String {
        let wished = try scene.ledger.undecided("shop").first { $0.reference == name }?.rulesOfThen
        let any = numbers.below(8) == 0
        return any ? "sha256:r\(1 + numbers.below(revision))" : wished ?? "sha256:r\(revision)"
    }

    private mutating func intend() throws {
        let name = reference()
        let posting = try scene.ledger.intend(
            .example(name, sale: sale(), revision: try rules(for: name)), memo: "m", in: run,
            at: scene.now)
        #expect(posting.attempt == (model[name]?.attempt ?? 0) + 1)
        if let before = model[name], case .ended = before.state {
        } else {
            #expect(model[name] == nil, "an attempt beside another one")
        }
        model[name] = posting
    }

    private mutating func note() throws {
        guard let name = model.keys.sorted().randomElement(using: &numbers),
            let posting = model[name]
        else { return }
        entries += 1
        let events: [PostingEvent] = [
            .booked(.memo(entries)), .refused(["a", "b\nc"]), .parked("x"), .notFound(scene.proof),
            .adopted(.memo(entries), scene.proof), .provedAbsent(scene.proof),
            .unclear("?", scene.proof), .reconciled("1"), .reconciled(nil),
            .unreconcilable("z"), .reconcileFailed("y"),
        ]
        let event = events[numbers.below(events.count)]
        let expected = try? posting.after(event)
        let given = try scene.note(event, posting, in: run)
        #expect(given == expected)
        model[name] = given
        if case .posted(let key) = given.state { booked[name, default: []].insert(key) }
    }

    private mutating func readBack() throws {
        guard let name = model.keys.sorted().randomElement(using: &numbers),
            let posting = model[name]
        else { return }
        let drift = numbers.below(2) == 0 ? "changed" : nil
        let found = ReadBack(
            isFinal: drift == nil || numbers.below(2) == 0 ? true : nil,
            matches: ["\(numbers.below(2))"], shown: Int64(numbers.below(3)), drift: drift)
        try scene.read(posting, found, in: run)
    }

    private mutating func act() throws {
        let name = reference()
        let before = model[name]
        let act = numbers.below(4)
        switch act {
        case 0:
            try scene.ledger.choose(
                name, of: "shop", sale: SaleKey(daybook: "VRK", number: sale(), line: "1"),
                scene.person())
        case 1: try scene.ledger.ignore([name], of: "shop", scene.person())
        case 2:
            entries += 1
            try scene.ledger.resolve(name, of: "shop", entry: .memo(entries), scene.person())
        default:
            try scene.ledger.retry(
                [name], of: "shop", scene.person(), by: numbers.below(2) == 0 ? .then : .now)
        }
        guard let before else { return }
        switch before.state {
        case .parked, .unclear: model[name] = try before.after(.withdrawn("asked by phone"))
        case .unreconcilable where act == 3:
            model[name] = try before.after(.reconcileAgain("asked by phone"))
        default: break
        }
    }

    /// What must hold after every call.
    func check() throws {
        let audit = try scene.ledger.verify()
        #expect(audit.damage == nil)
        let open = try scene.ledger.postings("shop")
        for posting in open { #expect(model[posting.key.reference] == posting) }
        let underWay = model.values.filter {
            switch $0.state {
            case .intended, .parked, .posted, .unclear: true
            case .reconciled, .unreconcilable, .ended: false
            }
        }
        // Those that a night found changed wait for a person.
        let drifted = try underWay.filter { posting in
            guard case .posted = posting.state else { return false }
            return try scene.state(posting.key.reference) == "drifted drifted"
        }
        #expect(open.count == underWay.count - drifted.count)
        #expect(Set(open.map(\.sale)).count == open.count, "a sale is claimed twice")
        for (reference, entries) in booked { #expect(entries.count == 1, "\(reference)") }
        try checkUndecided()
    }

    /// The fast answer is the one that follows from the entries.
    private func checkUndecided() throws {
        let fold = try scene.ledger.read { db in
            var fold = LedgerFold()
            try EntryReader.each(db) { try fold.add($0.name, $1) }
            return fold
        }
        let set = fold.revisions.first { $0.value == "sha256:r\(revision)" }?.key ?? 0
        let expected = fold.payments.values.filter { fold.isUndecided($0, ruleSet: set) }
            .map(\.reference).sorted()
        #expect(try scene.undecided() == expected)
        for reference in expected {
            if let state = model[reference]?.state {
                guard case .ended = state else {
                    Issue.record("\(reference) would be decided beside its entry")
                    continue
                }
            }
        }
    }
}

@Suite("Any calls in any order")
struct RandomCallsTests {
    @Test("leave a sound ledger that says what happened", arguments: 1...8 as ClosedRange<UInt64>)
    func calls(seed: UInt64) throws {
        let scene = try Scene()
        var calls = try RandomCalls(seed, scene)
        for step in 1...150 {
            try calls.step()
            if step % 10 == 0 { try calls.check() }
        }
        try scene.reopen()
        try calls.check()
    }
}
