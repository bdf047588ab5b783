import DomainModel
import LedgerViews
import RunnerCore
import Synchronization

/// A ledger in memory: what a test says, sorted and filtered as `LedgerViews` promises.
final class LedgerDouble: LedgerViews, Sendable {
    struct Broken: Error {}

    struct Content: Sendable {
        var connections: [ConnectionView] = []
        var payments: [PaymentView] = []
        var completeness: [CompletenessView] = []
        var unsettled: [UnsettledView] = []
        var runs: [RunView] = []
        var sales: [SaleKey: SaleView] = [:]
        var provisional: [AmountTally] = []
        var isBroken = false
        var queries: [PaymentQuery] = []
        var change: Int64?
    }

    private let content: Mutex<Content>

    init(_ content: Content) { self.content = Mutex(content) }

    /// What was asked for, in order.
    var queries: [PaymentQuery] { content.withLock { $0.queries } }

    func change(_ work: (inout Content) -> Void) { content.withLock { work(&$0) } }

    private func read<Value>(_ work: (Content) -> Value) throws -> Value {
        try content.withLock { content in
            if content.isBroken { throw Broken() }
            return work(content)
        }
    }

    func connections() throws -> [ConnectionView] { try read { $0.connections } }

    func tallies(of connections: Set<String>) throws -> [Tab: [AmountTally]] {
        let chosen = try summaries(of: connections)
        return Dictionary(grouping: chosen, by: Self.tab).mapValues(Self.tallies)
    }

    func payments(_ query: PaymentQuery) throws -> PaymentPage {
        content.withLock { $0.queries.append(query) }
        var found = try summaries(of: query.connections).filter { Self.fits($0, query) }
        found.sort { Self.isBefore($0, $1, query.order) != query.isDescending }
        let start = query.after.flatMap { Int($0) } ?? 0
        let end = min(found.count, start + query.limit)
        return PaymentPage(
            payments: Array(found[min(start, end)..<end]), total: found.count,
            next: end < found.count ? "\(end)" : nil,
            previous: start > query.limit ? "\(start - query.limit)" : nil)
    }

    func causes(in tab: Tab, of connections: Set<String>) throws -> [CauseView] {
        let chosen = try summaries(of: connections).filter { Self.tab($0) == tab }
        return Dictionary(grouping: chosen, by: \.reason).map { reason, payments in
            CauseView(
                reason: reason, tallies: Self.tallies(payments),
                oldest: payments.map(\.created).min())
        }.sorted { ($0.tallies[0].count, $1.reason) > ($1.tallies[0].count, $0.reason) }
    }

    func completeness(
        of connections: Set<String>, from: CalendarDate, to: CalendarDate
    ) throws -> [CompletenessView] {
        try read { content in
            content.completeness.filter {
                (connections.isEmpty || connections.contains($0.connection))
                    && $0.day >= from && $0.day <= to
            }
        }
    }

    func unsettled(of connections: Set<String>) throws -> [UnsettledView] {
        try read { $0.unsettled }
    }

    func runs(of connections: Set<String>, limit: Int) throws -> [RunView] {
        try read { Array($0.runs.prefix(limit)) }
    }

    func methods(of connections: Set<String>) throws -> [String] {
        Array(Set(try summaries(of: connections).map(\.method))).sorted()
    }

    func payment(_ reference: String, of connection: String) throws -> PaymentView? {
        try read { content in
            content.payments.first {
                $0.summary.reference == reference && $0.summary.connection == connection
            }
        }
    }

    func sales(_ keys: Set<SaleKey>, of connection: String) throws -> [SaleKey: SaleView] {
        try read { $0.sales.filter { keys.contains($0.key) } }
    }

    func changeNumber() throws -> Int64? { try read { $0.change } }

    func provisional(of connections: Set<String>) throws -> [AmountTally]? {
        try read { $0.provisional }
    }

    private func summaries(of connections: Set<String>) throws -> [PaymentSummary] {
        try read { content in
            content.payments.map(\.summary).filter {
                connections.isEmpty || connections.contains($0.connection)
            }
        }
    }

    private static func tab(_ payment: PaymentSummary) -> Tab {
        switch payment.state {
        case nil, .open, .waiting, .due, .intended: .open
        case .review: .review
        case .reconciled, .resolved: .report
        case .posted: payment.reason.isEmpty ? .report : .errors
        case .failed, .parked, .drifted: .errors
        case .ignored, .reversed, .skipped: .settled
        }
    }

    private static func tallies(_ payments: [PaymentSummary]) -> [AmountTally] {
        Dictionary(grouping: payments, by: \.currency).map { currency, payments in
            AmountTally(
                currency: currency, count: payments.count,
                amount: payments.reduce(0) { $0 + $1.amount })
        }.sorted { $0.currency < $1.currency }
    }

    private static func fits(_ payment: PaymentSummary, _ query: PaymentQuery) -> Bool {
        let day = TimeZoneRules.utc.date(of: payment.created)
        return (query.tab == nil || tab(payment) == query.tab)
            && (query.state == nil || payment.state == query.state)
            && (query.reason == nil || payment.reason == query.reason)
            && (query.method == nil || payment.method == query.method)
            && (query.from.map { day >= $0 } ?? true) && (query.to.map { day <= $0 } ?? true)
            && (query.search.isEmpty || payment.reference.hasPrefix(query.search)
                || payment.orderNumber.hasPrefix(query.search))
    }

    private static func isBefore(
        _ left: PaymentSummary, _ right: PaymentSummary, _ order: PaymentQuery.Order
    ) -> Bool {
        switch order {
        case .created: (left.created, left.reference) < (right.created, right.reference)
        case .amount: (left.amount, left.reference) < (right.amount, right.reference)
        case .since:
            (left.since?.milliseconds ?? 0, left.reference)
                < (right.since?.milliseconds ?? 0, right.reference)
        }
    }
}
