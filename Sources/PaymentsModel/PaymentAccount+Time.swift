public import DomainModel

extension PaymentAccount {
    /// Whether something planned should have happened at a moment.
    public func isDue(at moment: Instant) -> Bool {
        planned.last.map { $0.at <= moment } ?? false
    }

    /// Lets everything happen that is planned until a moment, that moment included.
    ///
    /// Each change happens at its own moment. What cannot happen any more does not, such as the
    /// expiry of a payment that was paid.
    public mutating func advance(to moment: Instant) {
        while let next = planned.last, next.at <= moment {
            planned.removeLast()
            _ = perform(next.change, at: next.at)
        }
    }

    mutating func plan(_ change: PaymentsChange, at moment: Instant) {
        var low = 0
        var high = planned.count
        while low < high {
            let middle = (low + high) / 2
            if planned[middle].at > moment { low = middle + 1 } else { high = middle }
        }
        planned.insert(PlannedChange(change, at: moment), at: low)
    }

    /// Puts the latest first and keeps what was planned first behind what was planned later.
    mutating func sortPlanned() {
        planned = planned.enumerated().sorted { left, right in
            (left.element.at, left.offset) > (right.element.at, right.offset)
        }.map(\.element)
    }

    /// The payout that a payment waits for.
    static func payoutPlan(of payment: Payment) -> PlannedChange? {
        guard payment.status == .success, case .expected(let moment) = payment.payout else {
            return nil
        }
        let run = PayoutCalendar.run(of: payment, at: moment)
        return PlannedChange(.payOut(references: [payment.reference], run), at: moment)
    }
}
