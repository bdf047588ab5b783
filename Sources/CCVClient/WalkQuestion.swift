/// What the walk asks of the service next: a window, and at times a place inside its answer.
struct WalkQuestion: Sendable, Hashable {
    /// A place in the service's own order of payments, for a page that cannot be had by time.
    enum Cursor: Sendable, Hashable {
        /// `referenceAfter`: the next payments after this one.
        case after(String)
        /// `referenceBefore`: the previous payments before this one.
        case before(String)

        /// The transaction id at the place.
        var reference: String {
            switch self {
            case .after(let reference), .before(let reference): reference
            }
        }
    }

    /// The ticks of the window, both ends included.
    var window: ClosedRange<Int64>
    /// Where to go on inside it.
    var cursor: Cursor?
}

/// A payment in an answer, as far as the walk looks at it.
struct Sighting: Sendable, Hashable {
    /// The transaction id.
    var reference: String
    /// When it was created, in ticks: the smallest step that the service can be asked for.
    var tick: Int64
}

/// Why a walk cannot go on.
enum WalkFault: Error, Sendable, Equatable {
    /// A payment that was not asked for: the filter is ignored or misread.
    case outside(Sighting, WalkQuestion)
    /// One payment with two moments of creation.
    case twoMoments(String)
    /// Nothing at all where payments were seen before, more than once.
    case contradiction(WalkQuestion)
    /// The most requests that are allowed were made.
    case tooManyRequests(Int)
    /// An answer too long to be taken, though its window is as narrow as it gets.
    case tooLong(WalkQuestion)
}
