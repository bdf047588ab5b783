import DomainModel

/// Makes rows of the objects in a file.
protocol RecordSink: Sendable {
    associatedtype Key: RecordKey

    /// What the file should hold, one and several: `a payment`, `payments`.
    static var noun: (one: String, several: String) { get }

    /// Takes one well-formed object.
    mutating func accept(
        _ object: borrowing ObjectScan<Key>, at place: RecordPlace
    ) throws(RecordFault)
}
