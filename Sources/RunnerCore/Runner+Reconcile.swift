internal import DomainModel

extension Runner {
    /// Reconciles what is in the books and not reconciled yet.
    func reconcilePosted() async throws {
        let posted = try postings { if case .posted = $0 { true } else { false } }
        for posting in posted where !ports.shouldStop() {
            try await attempt(posting) { try await reconcile(posting) }
        }
    }

    /// Reconciles one entry with its sale: reads both again first, and never matches in part.
    func reconcile(_ posting: Posting) async throws {
        guard case .posted(let memoKey) = posting.state else { return }
        let memo = try await ports.books.entry(memoKey)
        let sale = try await ports.books.entry(posting.sale.entry)
        switch ReconcileFinding.judge(posting, memoKey: memoKey, memo: memo, sale: sale) {
        case .done:
            _ = try note(.reconciled(nil), posting)
            report.count(.reconciled, posting.amount)
        case .impossible(let why):
            _ = try note(.unreconcilable(why), posting)
            report.count(.posted, posting.amount)
            problem(posting, .posted, "reconcile_impossible", why)
        case .match(let order): try await match(order, posting)
        }
    }

    private func match(_ order: MatchOrder, _ posting: Posting) async throws {
        switch try await ports.books.match(order) {
        case .matched(let number):
            _ = try note(.reconciled(number), posting)
            report.count(.reconciled, posting.amount)
        case .refused(let reasons):
            // Somebody may have been faster: the next run reads both entries again.
            let why = reasons.joined(separator: "; ")
            _ = try note(.reconcileFailed(why), posting)
            report.count(.posted, posting.amount)
            problem(posting, .posted, "reconcile_refused", why)
        case .unknown(let why):
            _ = try note(.reconcileFailed(why), posting)
            report.count(.posted, posting.amount)
            problem(posting, .posted, "reconcile_unknown", why)
        }
    }
}
