import DomainModel
import GRDB
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A wish for the rules of then")
struct RuleWishTests {
    private let first = "sha256:r1"
    private let second = "sha256:r2"

    /// A payment that rules 1 decided first and rules 2 decided last.
    private func scene() throws -> (Scene, RunID) {
        let scene = try Scene()
        var run = try scene.run(revision: first)
        try scene.keep([.example("C1")], in: run)
        try scene.decide([.example("C1", .failed, "no_sale")], in: run)
        run = try scene.run(revision: second)
        try scene.decide([.example("C1", .failed, "no_sale")], in: run)
        return (scene, run)
    }

    private func decided(_ state: PaymentState = .due, by revision: String) -> DecidedPayment {
        var decided = DecidedPayment.example("C1", state, revision: revision)
        decided.revision = revision
        return decided
    }

    private func revision(_ scene: Scene) throws -> String? {
        try scene.ledger.payment("C1", of: "shop")?.payment.revision
    }

    private func wished(_ scene: Scene) throws -> String? {
        try scene.ledger.undecided("shop").first { $0.reference == "C1" }?.rulesOfThen
    }

    @Test("names the rules that decided the payment first, though others decided it since")
    func named() throws {
        let (scene, _) = try scene()
        #expect(try wished(scene) == nil)
        try scene.ledger.retry(["C1"], of: "shop", scene.person(), by: .then)
        #expect(try wished(scene) == first)
        #expect(try scene.state("C1") == "due retry")
        let event = try scene.ledger.payment("C1", of: "shop")?.events.last
        #expect(event?.text == "asked by phone (by the rules of then, sha256:r1)")
        #expect(try scene.ledger.verify().isSound)
        try scene.reopen()
        #expect(try wished(scene) == first)
    }

    @Test("leaves nothing to other rules: their decisions are not kept, their entries refused")
    func others() throws {
        let (scene, run) = try scene()
        try scene.ledger.retry(["C1"], of: "shop", scene.person(), by: .then)
        try scene.decide([decided(by: second)], in: run)
        #expect(try scene.state("C1") == "due retry")
        #expect(
            throws: IntentRefused(Posting.example("C1").key, .otherRulesWanted)
        ) {
            try scene.ledger.intend(
                .example("C1", revision: second), memo: "memo", in: run, at: scene.now)
        }
        try scene.decide([decided(by: first)], in: run)
        #expect(try scene.state("C1") == "due ")
        #expect(try revision(scene) == first)
        let posting = try scene.ledger.intend(
            .example("C1", revision: first), memo: "memo", in: run, at: scene.now)
        #expect(posting.revision == first)
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("ends with the next retry: then the rules of the run decide again")
    func ended() throws {
        let (scene, run) = try scene()
        try scene.ledger.retry(["C1"], of: "shop", scene.person(), by: .then)
        try scene.decide([decided(by: first)], in: run)
        try scene.ledger.retry(["C1"], of: "shop", scene.person())
        #expect(try wished(scene) == nil)
        // What was decided before the person thought otherwise is sent no more.
        #expect(
            throws: IntentRefused(Posting.example("C1").key, .otherRulesWanted)
        ) {
            try scene.ledger.intend(
                .example("C1", revision: first), memo: "memo", in: run, at: scene.now)
        }
        try scene.decide([decided(by: first)], in: run)
        #expect(try scene.state("C1") == "due retry")
        try scene.decide([decided(by: second)], in: run)
        #expect(try revision(scene) == second)
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("ends when the entry is in the books, and not before")
    func booked() throws {
        let (scene, run) = try scene()
        func wish() throws -> Int64? {
            try scene.ledger.read {
                try Int64.fetchOne($0, sql: "SELECT wish FROM payment WHERE reference = 'C1'")
            }
        }
        try scene.ledger.retry(["C1"], of: "shop", scene.person(), by: .then)
        try scene.decide([decided(by: first)], in: run)
        var posting = try scene.ledger.intend(
            .example("C1", revision: first), memo: "memo", in: run, at: scene.now)
        posting = try scene.note(.parked("no answer"), posting, in: run)
        posting = try scene.note(.notFound(scene.proof), posting, in: run)
        #expect(try wish() != nil)
        posting = try scene.note(.adopted(.memo(1), scene.proof), posting, in: run)
        #expect(try wish() == nil)
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("does not have what was refused or skipped decided again for the rules of the run")
    func refused() throws {
        let (scene, run) = try scene()
        try scene.ledger.retry(["C1"], of: "shop", scene.person(), by: .then)
        try scene.decide([decided(by: first)], in: run)
        let posting = try scene.ledger.intend(
            .example("C1", revision: first), memo: "memo", in: run, at: scene.now)
        _ = try scene.note(.refused(["period closed"]), posting, in: run)
        #expect(try scene.undecided() == [])
        try scene.run(revision: "sha256:r3")
        #expect(try scene.undecided() == [])
        try scene.ledger.retry(["C1"], of: "shop", scene.person(), by: .then)
        #expect(try scene.undecided() == ["C1"])
        try scene.decide([decided(.skipped, by: first)], in: run)
        #expect(try scene.undecided() == [])
        try scene.run(revision: first)
        #expect(try scene.undecided() == [])
        try scene.ledger.retry(["C1"], of: "shop", scene.person())
        try scene.decide([decided(.skipped, by: first)], in: try scene.run(revision: first))
        try scene.run(revision: second)
        #expect(try scene.undecided() == ["C1"])
    }

    @Test("is refused for what was never decided, and then for all that it names")
    func undecided() throws {
        let (scene, run) = try scene()
        try scene.keep([.example("C2")], in: run)
        #expect(throws: LedgerFault.self) {
            try scene.ledger.retry(["C1", "C2"], of: "shop", scene.person(), by: .then)
        }
        #expect(try wished(scene) == nil)
        #expect(try scene.state("C1") == "failed no_sale")
    }

    @Test("comes back with what a run rested on, and its rules with their texts")
    func replayed() throws {
        let (scene, _) = try scene()
        try scene.ledger.retry(["C1"], of: "shop", scene.person(), by: .then)
        let run = try scene.run(revision: second)
        try scene.ledger.keep(Sales.table([("1", 11900)]), CustomerTable(), in: run)
        try scene.decide([decided(by: first)], in: run)
        try scene.ledger.retry(["C1"], of: "shop", scene.person())
        let inputs = try scene.ledger.inputs(of: run)
        #expect(inputs.revision == second)
        #expect(inputs.payments.map(\.rulesOfThen) == [first])
        let texts = try scene.ledger.ruleTexts(of: first)
        #expect(texts.map(\.path) == ["rules/a.yaml"])
        #expect(
            texts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["version: 1 # sha256:r1"])
        #expect(try scene.ledger.ruleTexts(of: "sha256:unknown").isEmpty)
    }

    @Test("cannot be taken away behind the back of the ledger")
    func tampered() throws {
        let (scene, _) = try scene()
        try scene.ledger.retry(["C1"], of: "shop", scene.person(), by: .then)
        let queue = try DatabaseQueue(path: scene.path)
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "DELETE FROM rule_wish") }
        }
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "UPDATE rule_wish SET rule_set = 1") }
        }
        try queue.write { try $0.execute(sql: "UPDATE payment SET wish = NULL") }
        let damage = try scene.ledger.verify().damage
        #expect(damage?.text.contains("the rules that people want for payment C1") == true)
    }
}
