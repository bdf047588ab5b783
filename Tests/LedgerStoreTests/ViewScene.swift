import DomainModel
import LedgerViews
import RunnerCore

@testable import LedgerStore

extension Scene {
    /// The ledger as people see it, an hour and more after everything that was done.
    var views: LedgerReading { views(after: 7200) }

    /// The ledger as people see it, so many seconds after the last call.
    func views(after seconds: Int64) -> LedgerReading {
        let now = Instant(milliseconds: clock + seconds * 1000)
        return LedgerReading(ledger, now: { now })
    }

    /// A payment of a state, by the calls that lead there.
    func make(_ reference: String, _ state: PaymentState, in run: RunID) throws {
        try keep([.example(reference)], in: run)
        switch state {
        case .open, .due, .review, .waiting, .failed, .skipped:
            try decide([.example(reference, state, "reason", sale: reference)], in: run)
        case .ignored:
            try ledger.ignore([reference], of: "shop", person())
        case .resolved:
            try ledger.resolve(reference, of: "shop", entry: .memo(900), person())
        case .intended, .posted, .reconciled, .parked, .drifted, .reversed:
            try decide([.example(reference, sale: reference)], in: run)
            var posting = try ledger.intend(
                .example(reference, sale: reference), memo: "m", in: run, at: now)
            if state == .parked { _ = try note(.parked("time-out"), posting, in: run) }
            guard state == .posted || state == .reconciled || state == .drifted else { return }
            posting = try note(.booked(.memo(reference.count)), posting, in: run)
            if state == .reconciled { _ = try note(.reconciled("1"), posting, in: run) }
            guard state == .drifted else { return }
            let found = ReadBack(isFinal: nil, matches: [], shown: 1, drift: "it is gone")
            try ledger.keep([(posting: posting, readBack: found)], in: run, at: now)
        }
    }

    /// The references of all pages of a query, forwards.
    func references(_ query: PaymentQuery) throws -> [String] {
        try pages(query, views).flatMap(\.payments).map(\.reference)
    }

    /// All pages of a query, forwards.
    func pages(_ query: PaymentQuery, _ views: LedgerReading) throws -> [PaymentPage] {
        var query = query
        var pages: [PaymentPage] = []
        repeat {
            pages.append(try views.payments(query))
            query.after = pages.last?.next
        } while query.after != nil && pages.count < 1000
        return pages
    }
}

extension PaymentQuery {
    /// A query with some fields set.
    static func with(_ change: (inout PaymentQuery) -> Void) -> PaymentQuery {
        var query = PaymentQuery()
        change(&query)
        return query
    }
}
