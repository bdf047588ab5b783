import Foundation
import GRDB
import LedgerSamples
import Testing

@testable import LedgerStore

@Suite("The size of a ledger")
struct SizeTests {
    /// The tables and indexes that a later replay needs nothing of.
    private static let forViews = [
        "tally", "tally_day", "term", "method", "payment_by_created", "payment_by_amount",
        "payment_by_since", "payment_with_news", "payment_skipped",
    ]

    @Test("is at most 2 KB a payment for a later replay, and little more for lists and search")
    func bytes() throws {
        let scene = try Scene()
        var sample = SampleLedger(scene.ledger)
        let count = 4000
        try sample.fill(0..<count, perRun: 500)
        let copy = scene.file("copy.sqlite")
        _ = try scene.ledger.backup(to: copy)
        let queue = try DatabaseQueue(path: copy)
        let sizes = try queue.read { db in
            try Row.fetchAll(
                db, sql: "SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name"
            ).reduce(into: [String: Int]()) { $0[$1["name"]] = $1["bytes"] }
        }
        let views = sizes.filter { name, _ in
            Self.forViews.contains { name == $0 || name.hasPrefix("sqlite_autoindex_\($0)_") }
        }.values.reduce(0, +)
        let all = sizes.values.reduce(0, +)
        #expect(all - views <= 2048 * count, "\((all - views) / count) bytes a payment")
        #expect(views <= 256 * count, "\(views / count) bytes a payment for lists and search")
    }
}
