public import DomainModel

/// The counts and amounts of a batch, per outcome and per reason.
public struct DecisionSummary: Sendable {
    /// How many payments, and how much money per currency.
    public struct Tally: Sendable {
        /// The number of payments.
        public private(set) var count = 0
        /// Minor units by currency; payments with a defective amount are not in it.
        public private(set) var amounts: [CurrencyCode: Int64] = [:]

        mutating func add(_ row: PaymentRow) {
            count += 1
            guard row.amount > 0 else { return }
            // A sum that 64 bits cannot hold is no amount of any shop; it must not stop a report.
            let (sum, overflow) = amounts[row.currency, default: 0]
                .addingReportingOverflow(row.amount)
            amounts[row.currency] = overflow ? .max : sum
        }
    }

    /// By outcome.
    public private(set) var outcomes: [Outcome: Tally] = [:]
    /// By outcome and first reason.
    public private(set) var reasons: [Outcome: [ReasonCode: Tally]] = [:]

    /// Sums up the verdicts of a batch.
    public init(_ engine: DecisionEngine) {
        for (position, verdict) in engine.verdicts.enumerated() {
            let row = engine.payments.rows[position]
            outcomes[verdict.outcome, default: Tally()].add(row)
            if let reason = verdict.reason {
                reasons[verdict.outcome, default: [:]][reason, default: Tally()].add(row)
            }
        }
    }

    /// Whether some payments need a person: `review` or `error`.
    public var needsPerson: Bool {
        (outcomes[.review]?.count ?? 0) + (outcomes[.error]?.count ?? 0) > 0
    }
}
