/// What became of a change.
public enum BooksOutcome: Sendable, Hashable {
    /// The entry as it stands in the books now; posted, changed or made final.
    case saved(Entry)
    /// The entry is gone.
    case deleted(DeletedEntry)
    /// The lines were matched.
    case matched(MatchOutcome)
    /// The lines were not matched; nothing changed.
    case matchRefused(MatchOutcome)
    /// The match was undone.
    case undone(Match)
    /// Something else was changed.
    case changed
    /// Nothing changed; never empty.
    case refused([Refusal])

    /// Every reason why nothing changed; empty when something did.
    public var refusals: [Refusal] {
        switch self {
        case .refused(let refusals): refusals
        case .matchRefused(let outcome): outcome.refusals + outcome.lines.flatMap(\.refusals)
        default: []
        }
    }

    /// Whether nothing changed.
    public var isRefused: Bool {
        switch self {
        case .refused, .matchRefused: true
        default: false
        }
    }
}
