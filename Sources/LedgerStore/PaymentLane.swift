internal import GRDB
internal import LedgerViews

/// The payments of one tally in their order, read from its index as far as they are asked for.
struct PaymentLane {
    /// What narrows the payments of a tally.
    struct Bounds {
        /// When the payments were created, in milliseconds, both ends included.
        var created: ClosedRange<Int64>?
        /// The entry since which they are in their state, or an earlier one.
        var sinceAtMost: Int64?

        /// Whether they leave a payment in.
        func hold(created: Int64, since: Int64) -> Bool {
            (self.created?.contains(created) ?? true)
                && (sinceAtMost.map { since <= $0 } ?? true)
        }
    }

    private let tally: Int64
    private let bounds: Bounds
    private let column: String
    private let isDescending: Bool
    private var after: ListPlace?
    private var found: ArraySlice<ListPlace> = []
    private var isAtEnd = false
    /// How many payments may still be looked at that the bounds leave out.
    private var patience: Int

    /// Makes a lane that begins behind a place, in the direction of the page.
    init(
        _ tally: Int64, _ bounds: Bounds, _ order: PaymentQuery.Order, isDescending: Bool,
        after: ListPlace?, patience: Int = .max
    ) {
        self.tally = tally
        self.bounds = bounds
        self.isDescending = isDescending
        self.after = after
        self.patience = patience
        column = Self.column(order)
    }

    /// The column that a list is sorted by; each has an index behind `tally`.
    static func column(_ order: PaymentQuery.Order) -> String {
        switch order {
        case .created: "created"
        case .amount: "amount"
        case .since: "since"
        }
    }

    /// Something in a list: a payment, or the place up to which a list was looked at in vain.
    struct Head {
        var place: ListPlace
        var isPayment = true
    }

    /// The next payment, without taking it; reads so many more when none is left.
    mutating func first(reading count: Int, _ db: Database) throws -> Head? {
        while found.isEmpty, !isAtEnd {
            if patience <= 0 { return after.map { Head(place: $0, isPayment: false) } }
            try read(count, db)
        }
        return found.first.map { Head(place: $0) }
    }

    /// Takes the next payment.
    mutating func take() { found = found.dropFirst() }

    private mutating func read(_ count: Int, _ db: Database) throws {
        var places: [ListPlace] = []
        let sign = isDescending ? "<" : ">"
        if let after {
            // Two questions that an index answers, where one with both columns would be a scan.
            try ask(
                "\(column) = ? AND seq \(sign) ?", [after.value, after.payment], count, &places, db)
        }
        if places.count < count, patience > 0 {
            let value = after?.value
            let condition = value.map { _ in "\(column) \(sign) ?" }
            isAtEnd = try ask(condition, value.map { [$0] } ?? [], count, &places, db)
        }
        if let last = places.last, patience > 0 { after = last }
        found = places[...]
    }

    /// Adds places up to a count; gives whether there are no more.
    @discardableResult
    private mutating func ask(
        _ condition: String?, _ values: [Int64], _ count: Int, _ places: inout [ListPlace],
        _ db: Database
    ) throws -> Bool {
        let isNarrow = bounds.sinceAtMost != nil || bounds.created != nil && column != "created"
        var conditions = ["tally = ?"] + (condition.map { [$0] } ?? [])
        var arguments = [tally] + values
        if column == "created", let created = bounds.created {
            conditions.append("created BETWEEN ? AND ?")
            arguments += [created.lowerBound, created.upperBound]
        }
        let way = isDescending ? "DESC" : "ASC"
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(column), seq\(isNarrow ? ", created, since" : "") FROM payment
                INDEXED BY payment_by_\(column) WHERE \(conditions.joined(separator: " AND "))
                ORDER BY \(column) \(way), seq \(way) LIMIT ?
                """)
        arguments.append(isNarrow ? -1 : Int64(count - places.count))
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
        while places.count < count {
            guard let row = try rows.next() else { return true }
            let place = ListPlace(value: row[0], payment: row[1])
            if isNarrow, !bounds.hold(created: row[2] ?? .min, since: row[3] ?? 0) {
                patience -= 1
                guard patience > 0 else {
                    after = place
                    return false
                }
            } else {
                places.append(place)
            }
        }
        return false
    }

    /// The beginning of several lanes together; with it the place up to which they were looked at,
    /// when that took too long.
    static func merged(
        _ lanes: [PaymentLane], count: Int, isDescending: Bool, _ db: Database
    ) throws -> (places: [ListPlace], stop: ListPlace?) {
        var lanes = lanes
        // With many lanes most give nothing to a page.
        let chunk = lanes.count > 8 ? 8 : count
        var heads = try lanes.indices.map { try lanes[$0].first(reading: chunk, db) }
        var places: [ListPlace] = []
        while places.count < count {
            var best: (lane: Int, head: Head)?
            for (lane, head) in heads.enumerated() {
                guard let head else { continue }
                if best.map({ head.place.isBefore($0.head.place, isDescending: isDescending) })
                    ?? true
                {
                    best = (lane, head)
                }
            }
            guard let best else { break }
            guard best.head.isPayment else { return (places, best.head.place) }
            places.append(best.head.place)
            lanes[best.lane].take()
            heads[best.lane] = try lanes[best.lane].first(reading: max(chunk, 32), db)
        }
        return (places, nil)
    }
}
