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

    /// Makes room for the whole file, of which `read` bytes were taken and `total` are there.
    mutating func reserve(read: Int, of total: Int)
}

extension RecordSink {
    mutating func reserve(read: Int, of total: Int) {}
}
