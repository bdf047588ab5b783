/// What all faults together do to one request.
///
/// Delays add up and moods come on top of each other; of two that end the request in another way
/// the first counts.
struct FaultOrders: Sendable {
    /// Milliseconds before the request is handled.
    private(set) var delayBefore = 0
    /// Milliseconds after it was handled.
    private(set) var delayAfter = 0
    /// Milliseconds over which the answer is sent.
    private(set) var drip = 0
    /// Fields of the moods for this request.
    private(set) var moods: [MoodChange] = []
    /// How the request ends, when not as it should.
    private(set) var ending: FaultEffect?
    /// The words of the faults that were met, for the log.
    private(set) var words: [String] = []

    /// Whether the service sees the request at all.
    var isHandled: Bool {
        switch ending {
        case .cutBefore: false
        case .answer(_, let handled): handled
        default: true
        }
    }

    /// Adds what one more fault does.
    mutating func take(_ effect: FaultEffect, word: String) {
        words.append(word)
        switch effect {
        case .slow(let milliseconds, let handled):
            if handled { delayAfter += milliseconds } else { delayBefore += milliseconds }
        case .drip(let milliseconds): drip += milliseconds
        case .mood(let change): moods.append(change)
        default: if ending == nil { ending = effect }
        }
    }
}
