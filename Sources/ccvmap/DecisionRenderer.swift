import ByteText
import RuleEngine

/// Renders the decisions of a batch as JSON, one line a payment.
final class DecisionRenderer: OrderedRuns.Worker {
    private var explainer: Explainer
    private let lines: DecisionJSON
    private var json = JSONWriter()

    /// Renders the payments by their positions in the input.
    init(_ engine: DecisionEngine, _ explainer: Explainer) {
        self.explainer = explainer
        lines = DecisionJSON(engine)
    }

    func render(_ places: Range<Int>) {
        for position in places {
            lines.write(explainer.card(position), to: &json)
            json.newline()
        }
    }

    func drain(_ sink: OrderedRuns.Sink) throws {
        try json.bytes.withUnsafeBytes(sink)
        json.removeAll(keepingCapacity: true)
    }
}
