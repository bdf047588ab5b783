import DomainModel
import RecordReading

/// Payments, open items and customers against which something else is tried.
struct FuzzWorld: Sendable {
    var payments: PaymentTable
    var items: OpenItemTable
    var customers = CustomerTable()

    /// The moment of deciding: 2026-11-20, noon in UTC.
    static let asOf = Instant(milliseconds: 1_795_176_000_000)

    /// The worlds that the corpus makes: each file of payments with each kind of open items.
    static func all(of corpus: FuzzCorpus) throws -> [FuzzWorld] {
        var random = SeededGenerator(seed: 1)
        let reading = RecordFeed(wholePieces: true)
        let payments = corpus.files[.payments, default: []].compactMap {
            try? reading.payments($0, &random).get()
        }
        let items =
            corpus.files[.openItems, default: []].compactMap {
                try? reading.openItems($0, &random).get()
            }
            + corpus.files[.browse, default: []].compactMap {
                try? reading.browse($0, &random).get()
            }
        let customers = corpus.files[.dimensions, default: []].compactMap {
            try? reading.dimensions($0, &random).get()
        }
        var worlds: [FuzzWorld] = []
        for (index, table) in payments.enumerated() {
            for other in items where !other.rows.isEmpty && !table.rows.isEmpty {
                let known = index % (customers.count + 1)
                worlds.append(
                    FuzzWorld(
                        payments: table, items: other,
                        customers: known == customers.count ? CustomerTable() : customers[known]))
            }
        }
        try promise(worlds.count > 4, "the corpus makes some worlds", "\(worlds.count)")
        return worlds
    }
}
