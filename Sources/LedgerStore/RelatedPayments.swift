internal import GRDB

/// Finds what belongs to payments: the page of a payment, the payment of a page, the original of a
/// capture.
struct RelatedPayments {
    /// A capture of the payment of a page is two steps away from the page.
    static let stepsMaximum = 4

    private let db: Database
    private let named: Statement
    private let parents: Statement

    init(_ db: Database) throws {
        self.db = db
        let columns = "SELECT seq, connection, reference, child, original FROM payment"
        named = try db.cachedStatement(
            sql: "\(columns) WHERE reference = ? AND connection = ?")
        parents = try db.cachedStatement(sql: "\(columns) WHERE child = ? AND connection = ?")
    }

    /// The numbers of these payments and of all that belongs to them.
    func all(_ payments: [Row]) throws -> Set<Int64> {
        var found = Set(payments.map { $0["seq"] as Int64 })
        var edge = payments
        for _ in 0..<Self.stepsMaximum where !edge.isEmpty {
            var next: [Row] = []
            for row in edge {
                for other in try neighbours(row) where found.insert(other["seq"]).inserted {
                    next.append(other)
                }
            }
            edge = next
        }
        return found
    }

    private func neighbours(_ row: Row) throws -> [Row] {
        let connection: Int64 = row["connection"]
        let reference: String = row["reference"]
        var rows = try Row.fetchAll(parents, arguments: [reference, connection])
        for name in [row.text("child"), row.text("original")].compactMap({ $0 }) {
            rows += try Row.fetchAll(named, arguments: [name, connection])
        }
        return rows
    }
}
