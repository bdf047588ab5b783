internal import DomainModel
internal import RuleEngine

/// The sales that people chose for payments in review, held against what the books say now.
struct SaleChoices {
    /// Why a choice cannot be followed.
    struct Fault: Error {
        let text: String
    }

    private let engine: DecisionEngine
    private var positions: [SaleKey: Int32] = [:]

    init(_ engine: DecisionEngine) {
        self.engine = engine
        for position in engine.items.rows.indices {
            let key = SaleKey(of: engine.items.rows[position], in: engine.items)
            positions[key] = Int32(position)
        }
    }

    /// The verdict that books a payment on the chosen sale; whether the amounts make an entry shows
    /// when it is built.
    func verdict(
        _ verdict: Verdict, _ choice: SaleKey, _ position: Int
    ) -> Result<Verdict, Fault> {
        guard let item = positions[choice] else {
            return .failure(Fault(text: "the chosen sale \(choice.text) is not in the books"))
        }
        let row = engine.items.rows[Int(item)]
        let payment = engine.payments.rows[position]
        guard row.matchStatus == .available, row.openValue == payment.amount,
            row.currency == payment.currency
        else {
            return .failure(
                Fault(text: "the chosen sale \(choice.text) is not open for this amount"))
        }
        if let other = engine.claimed[item] {
            return .failure(
                Fault(text: "the chosen sale \(choice.text) is paid by \(other) already"))
        }
        guard let rule = verdict.rule,
            case .findSale(let template) = engine.rules.select[Int(rule)].action
        else {
            return .failure(Fault(text: "no rule books a payment of this kind"))
        }
        var chosen = verdict
        chosen.outcome = .book
        chosen.item = item
        chosen.template = Int16(template)
        chosen.reason = nil
        return .success(chosen)
    }
}
