internal import DomainModel
internal import RecordReading

/// Payments by reference, each in its newest form.
struct NewestRecords: Sendable {
    private var places: [String: Int] = [:]
    private(set) var records: [PaymentRecord] = []

    /// Takes a payment; of two with one reference the one with the newest `lastUpdate` stays, and
    /// of two with the same the one that was read last.
    mutating func take(_ record: PaymentRecord) {
        guard let place = places[record.reference] else {
            places[record.reference] = records.count
            records.append(record)
            return
        }
        if record.lastUpdate >= records[place].lastUpdate { records[place] = record }
    }

    subscript(reference: String) -> PaymentRecord? {
        places[reference].map { records[$0] }
    }

    /// The payments in order of (created, reference).
    var sorted: [PaymentRecord] {
        records.sorted { ($0.created, $0.reference) < ($1.created, $1.reference) }
    }
}
