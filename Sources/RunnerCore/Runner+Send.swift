internal import DomainModel

extension Runner {
    /// Sends the entries one by one, each with its own intent, and reconciles each at once.
    func send(_ plans: [PostingPlan], _ decided: [DecidedPayment]) async throws {
        var sent = 0
        for plan in plans {
            let isHeld = !settings.maySend || settings.until < .reconciled || ports.shouldStop()
            if isHeld || settings.limit.map({ sent >= $0 }) ?? false {
                report.count(.due, plan.posting.amount)
                continue
            }
            if try await send(plan) { sent += 1 }
        }
    }

    /// Sends one entry; false when its sale is not what was decided about any more.
    private func send(_ plan: PostingPlan) async throws -> Bool {
        var posting = plan.posting
        posting.digest = ports.digest(plan.text)
        let sale = try await ports.books.entry(posting.sale.entry)
        if case .changed(let why) = SaleFinding.judge(posting, sale: sale) {
            // It stays due: the next run decides about it again, with the sale as it is then.
            report.count(.due, posting.amount)
            problem(posting, .due, "sale_changed", why)
            return false
        }
        posting = try ports.ledger.intend(posting, memo: plan.text, in: run, at: ports.now())
        switch try await ports.books.post(
            plan.memo, reference: posting.key.reference)
        {
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
}
