/// Records in order of their making, found by their code in one step.
struct Catalogue<Code: Hashable & Sendable, Record: Hashable & Sendable>: Sendable {
    /// The records, in order of their making.
    private(set) var records: [Record] = []
    private var places: [Code: Int] = [:]

    /// Takes records; of several with one code the last counts.
    init(_ records: [Record], code: (Record) -> Code) {
        for record in records { save(record, code: code(record)) }
    }

    /// The record with this code.
    subscript(code: Code) -> Record? { places[code].map { records[$0] } }

    /// Adds a record, or replaces the one with its code.
    mutating func save(_ record: Record, code: Code) {
        if let place = places[code] {
            records[place] = record
        } else {
            places[code] = records.count
            records.append(record)
        }
    }
}

extension Catalogue: Equatable {
    static func == (left: Self, right: Self) -> Bool { left.records == right.records }
}
