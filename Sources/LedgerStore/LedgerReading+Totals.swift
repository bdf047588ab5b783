public import DomainModel
internal import GRDB
public import LedgerViews
internal import RunnerCore

extension LedgerReading {
    /// How many payments stand in each tab, and their amounts.
    ///
    /// An entry that is in the books and is not reconciled after an hour stands in two tabs, and so
    /// does a payment that CCV changed after it was booked.
    public func tallies(of connections: Set<String>) throws -> [Tab: [AmountTally]] {
        try store.read { db in
            let (rows, now) = (try TallyRow.all(connections, db), now())
            var tabs: [Tab: [AmountTally]] = [:]
            for tab in Tab.allCases {
                var sums = TallySums()
                for part in try TallyPart.all(tab, of: rows, now: now, db) {
                    let total = try part.total(db)
                    sums.add(part.row.currency, total.payments, total.amount)
                }
                tabs[tab] = sums.tallies
            }
            return tabs
        }
    }

    /// The payments of a tab by their cause, the largest group first.
    ///
    /// Among the errors, `changed_after_booking` and `not_reconciled` are causes beside the reason
    /// codes; a query with that tab takes a cause as its reason.
    public func causes(in tab: Tab, of connections: Set<String>) throws -> [CauseView] {
        try store.read { db in
            var sums: [String: TallySums] = [:]
            var oldest: [String: Instant] = [:]
            let oldestOne = try db.cachedStatement(
                sql: """
                    SELECT created FROM payment
                    WHERE tally = ? AND created > ? AND (? IS NULL OR since <= ?)
                    ORDER BY created LIMIT 1
                    """)
            for part in try TallyPart.all(tab, of: connections, now: now(), db) {
                let total = try part.total(db)
                guard total.payments > 0 else { continue }
                let cause = tab == .errors ? part.row.cause : part.row.reason
                sums[cause, default: TallySums()].add(
                    part.row.currency, total.payments, total.amount)
                let first = try Int64.fetchOne(
                    oldestOne,
                    arguments: [part.row.number, Int64.min, part.sinceAtMost, part.sinceAtMost])
                if let first {
                    let moment = Instant(milliseconds: first)
                    oldest[cause] = min(oldest[cause] ?? moment, moment)
                }
            }
            let causes = sums.map { reason, sums in
                CauseView(reason: reason, tallies: sums.tallies, oldest: oldest[reason])
            }
            return causes.sorted { left, right in
                let counts = (left.payments, right.payments)
                return counts.0 == counts.1 ? left.reason < right.reason : counts.0 > counts.1
            }
        }
    }

    /// By day and method, what CCV says was paid and what became of it; both days included.
    ///
    /// What was paid is counted by CCV's newest records. What is booked is the amount of the entry,
    /// not that of the record: a payment that changed since shows as a difference.
    public func completeness(
        of connections: Set<String>, from: CalendarDate, to: CalendarDate
    ) throws -> [CompletenessView] {
        try store.read { db in
            let names = try StoredConnection.all(connections, db).reduce(into: [:]) {
                $0[$1.seq] = $1.name
            }
            var rows: [CompletenessKey: CompletenessView] = [:]
            for part in try TallyPart.all(nil, of: connections, now: now(), db) {
                let row = part.row
                let isInBooks = row.state == .posted || row.state == .reconciled
                guard row.isPaid || isInBooks else { continue }
                let days = try part.days(
                    from: Int64(from.daysSinceEpoch), to: Int64(to.daysSinceEpoch), db)
                for day in days {
                    let key = CompletenessKey(
                        connection: names[row.connection] ?? "", day: day.day, method: row.method,
                        currency: row.currency)
                    var view = rows[key] ?? CompletenessView(key)
                    if row.isPaid { view.paid.add(day.payments, day.amount) }
                    if let part = CompletenessView.part(row.state) {
                        view[keyPath: part].add(day.payments, isInBooks ? day.sent : day.amount)
                    }
                    rows[key] = view
                }
            }
            return rows.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// What is not settled, by the day of the payment: counts and amounts.
    public func unsettled(of connections: Set<String>) throws -> [UnsettledView] {
        try store.read { db in
            let (rows, now) = (try TallyRow.all(connections, db), now())
            return try [Tab.open, .review, .errors].flatMap { tab in
                var sums: [Int64: TallySums] = [:]
                for part in try TallyPart.all(tab, of: rows, now: now, db) {
                    for day in try part.days(db) {
                        sums[day.day, default: TallySums()].add(
                            part.row.currency, day.payments, day.amount)
                    }
                }
                return sums.sorted { $0.key < $1.key }.flatMap { day, sums in
                    sums.tallies.map {
                        UnsettledView(
                            tab: tab, day: CalendarDate(daysSinceEpoch: Int32(clamping: day)),
                            tally: $0)
                    }
                }
            }
        }
    }
}

/// Sums by currency.
struct TallySums {
    private var sums: [String: AmountTally] = [:]

    /// Adds payments.
    mutating func add(_ currency: String, _ payments: Int, _ amount: Int64) {
        guard payments > 0 else { return }
        sums[currency, default: AmountTally(currency: currency, count: 0, amount: 0)]
            .add(payments, amount)
    }

    /// In the order of the currencies.
    var tallies: [AmountTally] { sums.values.sorted { $0.currency < $1.currency } }
}

extension AmountTally {
    fileprivate mutating func add(_ payments: Int, _ amount: Int64) {
        count += payments
        self.amount &+= amount
    }
}

extension CauseView {
    fileprivate var payments: Int { tallies.reduce(0) { $0 + $1.count } }
}

private struct CompletenessKey: Hashable, Comparable {
    var connection: String
    var day: Int64
    var method: String
    var currency: String

    static func < (left: Self, right: Self) -> Bool {
        (left.connection, left.day, left.method, left.currency)
            < (right.connection, right.day, right.method, right.currency)
    }
}

extension CompletenessView {
    fileprivate init(_ key: CompletenessKey) {
        let none = AmountTally(currency: key.currency, count: 0, amount: 0)
        self.init(
            connection: key.connection,
            day: CalendarDate(daysSinceEpoch: Int32(clamping: key.day)), method: key.method,
            paid: none, booked: none, waiting: none, review: none, errors: none, settled: none,
            skipped: none)
    }

    /// Where payments of a state count; nowhere before they were decided.
    fileprivate static func part(
        _ state: PaymentState?
    ) -> WritableKeyPath<CompletenessView, AmountTally>? {
        switch state {
        case nil: nil
        case .posted, .reconciled: \.booked
        case .open, .waiting, .due, .intended: \.waiting
        case .review: \.review
        case .failed, .parked, .drifted: \.errors
        case .resolved, .ignored, .reversed: \.settled
        case .skipped: \.skipped
        }
    }
}
