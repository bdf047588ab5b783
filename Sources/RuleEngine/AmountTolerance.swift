/// How far a payment may lie from the open amount of a sale, either way.
public struct AmountTolerance: Sendable, Equatable {
    /// Minor units.
    public var minorUnits: Int64
    /// Hundredths of a percent of the open amount.
    public var basisPoints: Int64

    /// Takes bounds; the wider one counts, zero for none.
    public init(minorUnits: Int64 = 0, basisPoints: Int64 = 0) {
        self.minorUnits = minorUnits
        self.basisPoints = basisPoints
    }

    /// Whether a payment lies within the tolerance.
    public func admits(paid: Int64, open: Int64) -> Bool {
        let (difference, overflow) = paid.subtractingReportingOverflow(open)
        guard !overflow, open > 0 else { return false }
        if difference.magnitude <= minorUnits.magnitude { return true }
        let (part, isLarge) = open.multipliedReportingOverflow(by: basisPoints)
        let bound = isLarge ? open / 10_000 * basisPoints : part / 10_000
        return difference.magnitude <= bound.magnitude
    }
}
