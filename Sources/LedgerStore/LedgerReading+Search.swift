internal import DomainModel
internal import GRDB
internal import LedgerViews
internal import RunnerCore

extension LedgerReading {
    /// One page of the payments that a text finds.
    func searched(
        _ text: SearchText, _ query: PaymentQuery, _ parts: [BoundedPart], _ limit: Int,
        _ cursor: PageCursor?, _ db: Database
    ) throws -> PaymentPage {
        var finder = PaymentFinder(db, parts, query.order, limit: bounds.found)
        try finder.find(text)
        var places = finder.places
        var isCut = finder.isCut
        if isCut,
            try parts.reduce(0, { try $0 + $1.part.total(db).payments })
                <= bounds.compared
        {
            let reader = try SummaryReader(db)
            let all = try parts.flatMap { try $0.places(by: query.order, db) }
            let fitting = Set(
                try reader.searchable(all.map(\.payment)).filter { text.fits($0.value) }.map(\.key))
            places = Set(all.filter { fitting.contains($0.payment) })
            isCut = false
        }
        let isDescending = query.isDescending != (cursor?.isBackward ?? false)
        let found = Self.cut(Array(places), limit + 1, cursor, isDescending: isDescending)
        let page = PlacePage(found, limit: limit, from: cursor)
        return PaymentPage(
            payments: try SummaryReader(db).summaries(page.places.map(\.payment)),
            total: isCut ? nil : places.count, next: page.next, previous: page.previous,
            isCut: isCut)
    }
}

/// What a person typed, in the forms in which it is looked for.
struct SearchText {
    /// What a reference may begin with: as it was typed, and in capitals.
    var references: [String]
    /// What an order number or the code of a customer begins with; empty for nothing.
    var plain: String
    /// The words of a name: the last may be the beginning of one.
    var words: [String]
    /// In minor units; nil when it is no amount.
    var amount: Int64?

    init(_ text: String) {
        // Nothing that is looked for is longer or holds a control character.
        let typed = String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 }.prefix(200)))
        let trimmed = String(
            typed.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        references = trimmed.isEmpty ? [] : Array(Set([trimmed, trimmed.uppercased()])).sorted()
        plain = SearchTerms.plain(trimmed)
        words = SearchTerms.words(trimmed)
        amount = Self.amount(trimmed)
    }

    /// "119", "119,00", "119.00" and "1.234,50" in minor units.
    private static func amount(_ text: String) -> Int64? {
        var text = text
        if let comma = text.lastIndex(of: ",") {
            let whole = text[..<comma].filter { $0 != "." }
            text = whole + "." + text[text.index(after: comma)...]
        }
        return try? MinorUnits.parse(text, digits: 2)
    }

    /// Whether a payment is one that it finds.
    func fits(_ payment: Searchable) -> Bool {
        if references.contains(where: { payment.reference.hasPrefix($0) }) { return true }
        if let amount, payment.amount == amount { return true }
        func has(_ beginning: String) -> Bool {
            payment.terms.contains { $0.hasPrefix(beginning) }
        }
        if !plain.isEmpty, has("o" + plain) || has("c" + plain) { return true }
        guard let last = words.last else { return false }
        return has("n" + last) && words.dropLast().allSatisfy { payment.terms.contains("n" + $0) }
    }
}

/// What a payment is found by.
struct Searchable {
    var reference: String
    var amount: Int64
    var terms: Set<String>
}

extension SummaryReader {
    /// What payments are found by, by their numbers.
    func searchable(_ payments: [Int64]) throws -> [Int64: Searchable] {
        let summaries = try summaries(payments)
        return zip(payments, summaries).reduce(into: [:]) { found, pair in
            let summary = pair.1
            let payer = Payer(
                code: summary.customer, name: summary.customerName, invoiceNumber: "")
            found[pair.0] = Searchable(
                reference: summary.reference, amount: summary.amount,
                terms: SearchTerms.of(orderNumber: summary.orderNumber, payer: payer))
        }
    }
}

/// Looks a text up in the indexes, and keeps what stands in some tallies.
private struct PaymentFinder {
    private let db: Database
    private let parts: [Int64: BoundedPart]
    private let column: String
    private let limit: Int
    /// The places of what was found.
    private(set) var places: Set<ListPlace> = []
    /// Whether more fit than were looked at.
    private(set) var isCut = false

    init(
        _ db: Database, _ parts: [BoundedPart], _ order: PaymentQuery.Order, limit: Int
    ) {
        self.db = db
        self.parts = parts.reduce(into: [:]) { $0[$1.part.row.number] = $1 }
        self.limit = limit
        column = PaymentLane.column(order)
    }

    mutating func find(_ text: SearchText) throws {
        for reference in text.references {
            try take(
                """
                SELECT seq AS payment FROM payment WHERE reference >= ? AND reference < ? LIMIT ?
                """,
                [reference, reference + Self.behind])
        }
        if !text.plain.isEmpty {
            for kind in ["o", "c"] { try take(Self.terms, Self.range(kind + text.plain)) }
        }
        try find(words: text.words)
        guard let amount = text.amount else { return }
        for number in parts.keys.sorted() {
            try take(
                """
                SELECT seq AS payment FROM payment INDEXED BY payment_by_amount
                WHERE tally = ? AND amount = ? ORDER BY seq DESC LIMIT ?
                """, [number, amount])
        }
    }

    /// Comes behind any text that goes on from a beginning.
    private static let behind = "\u{10FFFF}"
    private static let terms = "SELECT payment FROM term WHERE term >= ? AND term < ? LIMIT ?"

    private static func range(_ beginning: String) -> [String] {
        [beginning, beginning + behind]
    }

    /// All words must fit; the last may go on.
    private mutating func find(words: [String]) throws {
        guard let last = words.last else { return }
        guard words.count > 1 else { return try take(Self.terms, Self.range("n" + last)) }
        // A name of many words is found by the first ones of them.
        var common: Set<Int64>?
        for (place, word) in words.prefix(6).enumerated() {
            let isLast = place == words.count - 1
            let found = try numbers(
                isLast ? Self.terms : "SELECT payment FROM term WHERE term = ? LIMIT ?",
                isLast ? Self.range("n" + word) : ["n" + word], 4 * limit)
            common = common.map { $0.intersection(found) } ?? found
        }
        for payment in (common ?? []).sorted().suffix(limit) {
            try take("SELECT ? AS payment LIMIT ?", [payment])
        }
    }

    /// Takes the payments whose numbers a query gives, up to the limit.
    private mutating func take(_ sql: String, _ arguments: [any DatabaseValueConvertible]) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT p.tally, p.\(column), p.seq, p.created, p.since
                FROM (\(sql)) f CROSS JOIN payment p ON p.seq = f.payment
                """)
        let values = StatementArguments(
            arguments + [Int64(limit)] as [any DatabaseValueConvertible])
        let rows = try Row.fetchCursor(statement, arguments: values)
        var count = 0
        while let row = try rows.next() {
            count += 1
            take(row)
        }
        if count == limit { isCut = true }
    }

    private mutating func numbers(
        _ sql: String, _ arguments: [any DatabaseValueConvertible], _ limit: Int
    ) throws -> Set<Int64> {
        let statement = try db.cachedStatement(sql: sql)
        let values = StatementArguments(
            arguments + [Int64(limit)] as [any DatabaseValueConvertible])
        let numbers = try Int64.fetchAll(statement, arguments: values)
        if numbers.count == limit { isCut = true }
        return Set(numbers)
    }

    /// Takes a payment when it stands in one of the tallies and within the days.
    private mutating func take(_ row: Row) {
        guard let tally = row[0] as Int64?, let part = parts[tally],
            part.bounds.created == nil && part.bounds.sinceAtMost == nil
                || part.bounds.hold(created: row[3] ?? .min, since: row[4] ?? 0)
        else { return }
        places.insert(ListPlace(value: row[1] ?? 0, payment: row[2]))
    }
}
