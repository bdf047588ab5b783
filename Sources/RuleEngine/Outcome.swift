/// What the rules say about one payment.
public enum Outcome: UInt8, Sendable, CaseIterable {
    /// A memo is made and posted.
    case book
    /// There is something to decide for a person.
    case review
    /// Time may solve it.
    case wait
    /// There is nothing to book.
    case skip
    /// A person must act.
    case error

    /// The word in files and on pages.
    public var word: String {
        switch self {
        case .book: "book"
        case .review: "review"
        case .wait: "wait"
        case .skip: "skip"
        case .error: "error"
        }
    }
}
