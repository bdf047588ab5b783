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
        // In full width, so that no percentage and no amount is too large.
        let bound = open.magnitude.multipliedFullWidth(by: basisPoints.magnitude)
        let wanted = difference.magnitude.multipliedFullWidth(by: 10_000)
        return (wanted.high, wanted.low) <= (bound.high, bound.low)
    }
}
