import DomainModel

/// Tells why a payment was decided as it was: decides it again, the same way, with its reasons.
public struct Explainer {
    private let engine: DecisionEngine
    private var decider: Decider
    private var builder: MemoBuilder

    init(_ engine: DecisionEngine) {
        self.engine = engine
        decider = Decider(engine)
        builder = MemoBuilder(engine)
    }

    /// The decision about the payment at a position of the input, as it was made in `run`.
    public mutating func decision(_ position: Int) -> Decision {
        var trace = Trace(isOn: true)
        let verdict = decider.decide(
            position, usedAt: engine.usedAt, pairs: engine.pairs, trace: &trace)
        var warnings: [Decision.Remark] = []
        if verdict.outcome == .book, let memo = try? builder.build(position, verdict) {
            builder.recycle(memo)
            warnings = builder.remarks.warnings
        }
        return Decision(
            payment: position, verdict: verdict, reasons: trace.reasons, warnings: warnings,
            candidates: CandidateOrder(engine.rules.match, engine.items)
                .sorted(trace.candidates))
    }
}

extension TextRemarks {
    /// The remarks as warnings of a decision.
    var warnings: [Decision.Remark] {
        let all: [(TextRemarks, String, String)] = [
            (.cut, "text_cut", "a text was longer than its keep and was cut"),
            (
                .yielded, "text_shortened",
                "a text was shortened so that the transaction id stays whole"
            ),
            (
                .replaced, "characters_replaced",
                "characters that XML 1.0 forbids were replaced by U+FFFD"
            ),
            (.spaced, "line_ends_replaced", "tabs or line ends were replaced by spaces"),
        ]
        return all.filter { contains($0.0) }.map { Decision.Remark(code: $0.1, text: $0.2) }
    }
}
