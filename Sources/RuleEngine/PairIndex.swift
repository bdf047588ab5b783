import ByteText
import DomainModel

/// The open sales of a batch by customer and by address, for payments of two sales at once.
///
/// It is made when the first payment asks, as many batches have none that does.
struct PairIndex {
    private(set) var byCustomer: HashIndex
    private(set) var byEmail: HashIndex

    init(_ catalogue: ItemCatalogue) {
        byCustomer = HashIndex(capacity: catalogue.items.rows.count)
        var byEmail = HashIndex(capacity: catalogue.items.emails.count)
        for position in catalogue.items.rows.indices
        where catalogue.fixedObstacles[position].isEmpty {
            let row = catalogue.items.rows[position]
            let hash = catalogue.items.texts.withBytes(row.customer) { ByteHash.hash($0) }
            byCustomer.insert(hash, UInt32(position))
            catalogue.forEachEmail(of: row) { byEmail.insert(EmailForm.hash($0), UInt32(position)) }
        }
        self.byEmail = byEmail
    }
}
