/// What happens when the halves of a landing-page payment do not fit.
public struct LandingPageRule: Sendable {
    /// The outcome of a parent without its child; `wait` becomes the outcome after waiting.
    public var childMissing: Outcome
    /// The outcome of both when amounts or currencies differ.
    public var amountsDiffer: Outcome

    /// Takes the proved parts.
    public init(childMissing: Outcome, amountsDiffer: Outcome) {
        self.childMissing = childMissing
        self.amountsDiffer = amountsDiffer
    }
}
