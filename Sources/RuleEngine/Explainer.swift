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
        let verdict = decider.decide(position, usedAt: engine.usedAt, trace: &trace)
        var warnings: [Decision.Remark] = []
        if verdict.outcome == .book, let memo = try? builder.build(position, verdict) {
            builder.recycle(memo)
            warnings = builder.remarks.warnings
        }
        return Decision(
            payment: position, verdict: verdict, reasons: trace.reasons, warnings: warnings,
            candidates: sorted(trace.candidates))
    }

    /// Best first; what remains equal goes by the key of the sale, never by the input.
    private func sorted(_ candidates: [Candidate]) -> [Candidate] {
        let rules = engine.rules.match
        func grade(_ candidate: Candidate) -> [Int] {
            let then = candidate.then(rules)
            return [
                then == .book ? 0 : then == .review ? 1 : candidate.row != nil ? 2 : 3,
                NumberResult.allCases.firstIndex(of: candidate.number) ?? 9,
                candidate.amount == .equalsOpen ? 0 : 1, candidate.obstacles.words.count,
                EmailResult.allCases.firstIndex(of: candidate.email) ?? 9,
            ]
        }
        func key(_ candidate: Candidate) -> [String] {
            let row = engine.items.rows[candidate.item]
            return [row.daybook, row.number, row.line, row.customer].map(engine.items.text)
        }
        return candidates.map { (grade($0), key($0), $0) }
            .sorted { left, right in
                left.0 == right.0
                    ? left.1.lexicographicallyPrecedes(right.1)
                    : left.0.lexicographicallyPrecedes(right.0)
            }
            .map(\.2)
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
