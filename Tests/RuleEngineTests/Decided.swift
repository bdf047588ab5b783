import DomainModel
import RuleEngine
import Testing

/// What was decided about a world, by reference and in the words of the decisions file.
struct Decided {
    let engine: DecisionEngine
    /// In order of the input.
    let decisions: [Decision]

    init(_ world: World, _ rules: CompiledRuleSet) throws {
        let payments = try world.paymentTable()
        var engine = DecisionEngine(
            rules: rules, payments: payments, items: try world.itemTable(),
            customers: try world.customerTable(),
            asOf: Instant(milliseconds: AmsterdamTime.utc(world.asOf)),
            forwarded: world.forwardedPayments(payments), claimed: world.claimed)
        engine.run()
        self.engine = engine
        var explainer = engine.explainer()
        decisions = engine.payments.rows.indices.map { explainer.decision($0) }
    }

    /// The only decision about a reference.
    func decision(
        _ reference: String = "C1", _ location: SourceLocation = #_sourceLocation
    ) throws -> Decision {
        let found = decisions.filter { self.reference(of: $0) == reference }
        try #require(found.count == 1, "\(found.count) × \(reference)", sourceLocation: location)
        return found[0]
    }

    /// `book`, or outcome and first reason: `review several_fit`.
    func outcome(
        _ reference: String = "C1", _ location: SourceLocation = #_sourceLocation
    ) throws -> String {
        Self.outcome(try decision(reference, location))
    }

    /// All outcomes as `reference: outcome`, in order of the input.
    var outcomes: [String] {
        decisions.map { reference(of: $0) + ": " + Self.outcome($0) }
    }

    static func outcome(_ decision: Decision) -> String {
        ([decision.verdict.outcome.word] + decision.reasons.prefix(1).map(\.code))
            .joined(separator: " ")
    }

    func reference(of decision: Decision) -> String {
        engine.payments.text(engine.payments.rows[decision.payment].reference)
    }

    /// The transaction number of the sale that a payment is booked on.
    func sale(_ decision: Decision) -> String? {
        decision.verdict.item.map { engine.items.text(engine.items.rows[Int($0)].number) }
    }

    func sale(
        _ reference: String = "C1", _ location: SourceLocation = #_sourceLocation
    ) throws -> String? {
        sale(try decision(reference, location))
    }

    /// The sentences of all reasons.
    func sentences(_ reference: String = "C1") throws -> String {
        try decision(reference).reasons.map(\.text).joined(separator: "\n")
    }

    /// The obstacles of the sales held against a payment.
    func obstacles(_ reference: String = "C1") throws -> [String] {
        try decision(reference).candidates.flatMap(\.obstacles.words)
    }

    /// The entry of a booked payment, as plain texts.
    func entry(
        _ reference: String = "C1", _ location: SourceLocation = #_sourceLocation
    ) throws -> Entry {
        let decision = try decision(reference, location)
        try #require(
            decision.verdict.outcome == .book, "\(Self.outcome(decision))",
            sourceLocation: location)
        var builder = MemoBuilder(engine)
        return Entry(try builder.build(decision.payment, decision.verdict).content)
    }
}
