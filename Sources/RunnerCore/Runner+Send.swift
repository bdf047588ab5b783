internal import DomainModel

extension Runner {
    /// Sends the entries one by one, each with its own intent, and reconciles each at once.
    func send(_ plans: [PostingPlan]) async throws {
        let isHeld = !settings.maySend || settings.until < .reconciled
        var sent = 0
        for plan in plans {
            if isHeld || ports.shouldStop() || settings.limit.map({ sent >= $0 }) ?? false {
                report.count(.due, plan.posting.amount)
                continue
            }
            try await attempt(plan.posting) {
                if try await send(plan) { sent += 1 }
            }
        }
    }

    /// Sends one entry; false when nothing was sent.
    private func send(_ plan: PostingPlan) async throws -> Bool {
        let sale = try await ports.books.entry(plan.posting.sale.entry)
        if case .changed(let why) = SaleFinding.judge(plan.posting, sale: sale) {
            // It stays due: the next run decides about it again, with the sale as it is then.
            report.count(.due, plan.posting.amount)
            problem(plan.posting, .due, "sale_changed", why)
            return false
        }
        guard let posting = try intend(plan) else { return false }
        switch try await post(plan, posting) {
        case .booked(let key):
            try await reconcile(try note(.booked(key), posting))
        case .refused(let reasons):
            _ = try note(.refused(reasons), posting)
            report.count(.failed, posting.amount)
            problem(posting, .failed, "refused", reasons.joined(separator: "; "))
        case .unknown(let why):
            _ = try note(.parked(why), posting)
            report.count(.parked, posting.amount)
            problem(posting, .parked, "outcome_unknown", why)
        }
        return true
    }

    /// Writes the intent; nil when the ledger knows something that the decision did not.
    private func intend(_ plan: PostingPlan) throws -> Posting? {
        do {
            return try ports.ledger.intend(
                plan.posting, memo: plan.text, in: run, at: ports.now())
        } catch let refused as IntentRefused {
            report.count(.due, plan.posting.amount)
            problem(plan.posting, .due, "intent_refused", refused.text)
            return nil
        }
    }

    /// Sends the entry; what surely never left ends the attempt, and may be sent again at any time.
    private func post(_ plan: PostingPlan, _ posting: Posting) async throws -> PostResult {
        do {
            return try await ports.books.post(plan.memo, reference: posting.key.reference)
        } catch let fault as PortFault where fault.port != .ledger {
            _ = try note(.unsent(fault.message), posting)
            report.count(.due, posting.amount)
            throw fault
        }
    }
}
