public import DomainModel

/// How many payments looked for a sale and found one at a moment.
public struct SaleShare: Sendable, Hashable {
    /// When, by the clock of this machine.
    public var at: Instant
    /// How many looked for the first time.
    public var looked: Int
    /// How many found one for the first time, whenever they looked first.
    public var found: Int

    /// Makes a count.
    public init(at: Instant, looked: Int, found: Int) {
        self.at = at
        self.looked = looked
        self.found = found
    }

    /// Counts a decision after the one before it, by how they came to look for a sale.
    public mutating func count(_ search: SaleSearch?, after before: SaleSearch?) {
        guard let search else { return }
        if before == nil { looked += 1 }
        if search == .found, before != .found { found += 1 }
    }
}
