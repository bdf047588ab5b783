/// The answer to a question: what was asked for, or why Twinfield does not give it.
public enum ReadAnswer<Value: Sendable>: Sendable {
    /// What was asked for.
    case found(Value)
    /// Twinfield does not give it, for these reasons; there may be none.
    case refused([TwinfieldMessage])
}

extension ReadAnswer: Equatable where Value: Equatable {}
