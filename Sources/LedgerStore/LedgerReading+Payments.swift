internal import DomainModel
internal import GRDB
public import LedgerViews
internal import RunnerCore

extension LedgerReading {
    private static let limitMaximum = 5000

    /// One page of payments.
    ///
    /// A cursor that this program did not give leads to the first page.
    public func payments(_ query: PaymentQuery) throws -> PaymentPage {
        try store.read { db in
            let limit = min(max(query.limit, 1), Self.limitMaximum)
            let cursor = query.after.flatMap { PageCursor($0) }
            let parts = try parts(of: query, db)
            let text = SearchText(query.search)
            if !text.references.isEmpty {
                return try searched(text, query, parts, limit, cursor, db)
            }
            let found = try places(query, parts, limit + 1, cursor, db)
            let page = PlacePage(found.places, limit: limit, from: cursor, stop: found.stop)
            return PaymentPage(
                payments: try SummaryReader(db).summaries(page.places.map(\.payment)),
                total: try total(query, parts, db), next: page.next, previous: page.previous)
        }
    }

    /// The tallies that fit a query, but for its days and its search.
    private func parts(of query: PaymentQuery, _ db: Database) throws -> [BoundedPart] {
        let zones = try StoredConnection.all([], db).reduce(into: [:]) {
            $0[$1.seq] = StoredTimeZone.zone($1.timeZone)
        }
        return try TallyPart.all(query.tab, of: query.connections, now: now(), db).filter { part in
            let row = part.row
            if let state = query.state, row.state != state { return false }
            if let method = query.method, row.method != method { return false }
            guard let reason = query.reason else { return true }
            if query.tab == .errors { return row.cause == reason }
            return row.reason == reason || row.isAlarmed && reason == "changed_after_booking"
        }.map { part in
            let zone = zones[part.row.connection] ?? .utc
            return BoundedPart(
                part: part,
                bounds: .init(
                    created: Self.range(query, zone), sinceAtMost: part.sinceAtMost))
        }
    }

    /// The moments of the days of a query where the rules of a connection hold.
    private static func range(
        _ query: PaymentQuery, _ zone: TimeZoneRules
    ) -> ClosedRange<Int64>? {
        guard query.from != nil || query.to != nil else { return nil }
        let first = query.from.map { zone.startOfDay($0).milliseconds } ?? .min
        let last = query.to.map { zone.startOfDay($0.adding(days: 1)).milliseconds - 1 } ?? .max
        return first...max(first, last)
    }

    private func total(
        _ query: PaymentQuery, _ parts: [BoundedPart], _ db: Database
    ) throws -> Int {
        guard query.from != nil || query.to != nil else {
            return try parts.reduce(0) { try $0 + $1.part.total(db).payments }
        }
        let first = query.from.map { Int64($0.daysSinceEpoch) } ?? .min
        let last = query.to.map { Int64($0.daysSinceEpoch) } ?? .max
        return try parts.reduce(0) { sum, part in
            try part.part.days(from: first, to: last, db).reduce(sum) { $0 + $1.payments }
        }
    }

    private func places(
        _ query: PaymentQuery, _ parts: [BoundedPart], _ count: Int, _ cursor: PageCursor?,
        _ db: Database
    ) throws -> (places: [ListPlace], stop: ListPlace?) {
        let isBackward = cursor?.isBackward ?? false
        let isDescending = query.isDescending != isBackward
        let isCut = query.from != nil || query.to != nil
        if isCut, query.order != .created,
            try total(query, parts, db) <= bounds.sorted
        {
            let places = try parts.flatMap { try $0.places(by: query.order, db) }
            return (Self.cut(places, count, cursor, isDescending: isDescending), nil)
        }
        let lanes = parts.map {
            PaymentLane(
                $0.part.row.number, $0.bounds, query.order, isDescending: isDescending,
                after: cursor?.place, patience: max(bounds.patience / parts.count, 100))
        }
        return try PaymentLane.merged(lanes, count: count, isDescending: isDescending, db)
    }

    /// The beginning of places that are all known.
    static func cut(
        _ places: [ListPlace], _ count: Int, _ cursor: PageCursor?, isDescending: Bool
    ) -> [ListPlace] {
        var places = places
        if let place = cursor?.place {
            places.removeAll { !place.isBefore($0, isDescending: isDescending) }
        }
        places.sort { $0.isBefore($1, isDescending: isDescending) }
        return Array(places.prefix(count))
    }
}

/// The payments of a tally that a query is about, as far as tab and days tell.
struct BoundedPart {
    var part: TallyPart
    var bounds: PaymentLane.Bounds

    /// All of them, in no order: only for few.
    func places(by order: PaymentQuery.Order, _ db: Database) throws -> [ListPlace] {
        let range = bounds.created ?? .min ... .max
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(PaymentLane.column(order)), seq FROM payment
                INDEXED BY payment_by_created
                WHERE tally = ? AND created BETWEEN ? AND ? AND (? IS NULL OR since <= ?)
                """,
            arguments: [
                part.row.number, range.lowerBound, range.upperBound, bounds.sinceAtMost,
                bounds.sinceAtMost,
            ])
        var places: [ListPlace] = []
        while let row = try rows.next() {
            places.append(ListPlace(value: row[0], payment: row[1]))
        }
        return places
    }
}
