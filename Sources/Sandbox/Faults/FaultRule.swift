/// One fault: where, when, and what.
struct FaultRule: Sendable, Hashable {
    /// Which requests it is meant for.
    var place = FaultPlace()
    /// Which of them it meets.
    var moment = FaultMoment()
    /// What it does to them.
    var effect: FaultEffect
    /// The effect in the words in which it was given, such as `soap(100)`.
    var word: String
}
