/// Which moment gives a payment its day.
public struct BookingDateRule: Sendable {
    /// A moment that CCV gives.
    public enum Moment: Sendable, Equatable {
        /// `statusFinalDate`.
        case statusFinal
        /// `lastUpdate`; only when the status is final.
        case lastUpdate
        /// `created`.
        case created
    }

    /// The first that is given counts.
    public var moments: [Moment]
    /// The outcome when the day came from `lastUpdate` in another month than `created`.
    ///
    /// Nil to accept it. CCV may move `lastUpdate` at a payout, and with it the month of the entry.
    public var lastUpdateInAnotherMonth: Outcome?

    /// Takes the proved parts.
    public init(moments: [Moment], lastUpdateInAnotherMonth: Outcome?) {
        self.moments = moments
        self.lastUpdateInAnotherMonth = lastUpdateInAnotherMonth
    }
}
