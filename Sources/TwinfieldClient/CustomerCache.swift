public import DomainModel

/// The customers of one administration as they were read, to go on from next time.
public struct CustomerCache: Sendable {
    /// The administration.
    public var office: String
    /// The customers with their addresses.
    public var customers: CustomerTable
    /// Until when changes are in it, by Twinfield's clock.
    public var readUntil: Instant

    /// States what was read.
    public init(office: String, customers: CustomerTable, readUntil: Instant) {
        self.office = office
        self.customers = customers
        self.readUntil = readUntil
    }
}
