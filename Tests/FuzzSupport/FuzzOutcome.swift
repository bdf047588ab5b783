/// What a reader or the compiler said about an input.
package enum FuzzOutcome: Int, Sendable, CaseIterable {
    /// It was taken, and nothing was booked by it.
    case accepted
    /// It was taken, and at least one entry was made.
    case booked
    /// It was refused, with a place.
    case refused

    /// The word in the table of a run.
    package var word: String { "\(self)" }
}
