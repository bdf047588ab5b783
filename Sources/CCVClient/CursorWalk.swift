/// Finds the payments of one tick when they fill a page: no window can be narrower.
///
/// What "after" and "before" a reference mean is not documented, so both are tried from both ends
/// of the page, and followed as long as they bring something new. A service that answers the same
/// question with other payments each time is asked until nothing new came for so long that a
/// missing payment is as good as impossible.
struct CursorWalk: Sendable {
    private enum Direction: CaseIterable {
        case afterLast, beforeLast, beforeFirst, afterFirst

        /// Whether the next page is looked for from the last payment of this one.
        var goesOnAtEnd: Bool { self == .afterLast || self == .beforeLast }
    }

    /// The window: one tick.
    let window: ClosedRange<Int64>
    /// The page that was the reason.
    let firstPage: [Int]
    private var directions = Direction.allCases[...]
    /// The payment at which the direction goes on.
    private var place: Int?
    private var found: Set<Int>
    private var repeats = 0
    private var quiet = 0
    private var isUnordered = false
    private var cursorsWork = false

    /// Starts from a full page.
    init(_ node: WindowNode) {
        window = node.window
        firstPage = node.sequence
        found = Set(node.sequence)
        place = firstPage.last
        if firstPage.count <= 1 { directions = [.afterLast, .beforeLast] }
        if firstPage.isEmpty { directions = [] }
    }

    /// Whether nothing shows that the page was not cut off.
    var isUnproven: Bool { !cursorsWork && !isUnordered && firstPage.count > 1 }

    /// The next question; nil when all is found.
    func question(_ references: [String]) -> WalkQuestion? {
        if let direction = directions.first, let place {
            switch direction {
            case .afterLast, .afterFirst:
                return WalkQuestion(window: window, cursor: .after(references[place]))
            case .beforeLast, .beforeFirst:
                return WalkQuestion(window: window, cursor: .before(references[place]))
            }
        }
        return wantsRepeat ? WalkQuestion(window: window) : nil
    }

    /// Takes the answer; `own` is the payment at the cursor.
    mutating func take(_ answer: WindowNode, own: Int?) {
        let isNew = !found.isSuperset(of: answer.sequence)
        found.formUnion(answer.sequence)
        guard let direction = directions.first else {
            takeRepeat(answer, isNew: isNew)
            return
        }
        if isNew || !answer.sequence.contains(own ?? -1) { cursorsWork = true }
        if isNew {
            place = direction.goesOnAtEnd ? answer.sequence.last : answer.sequence.first
        } else {
            directions.removeFirst()
            place = directions.first?.goesOnAtEnd == true ? firstPage.last : firstPage.first
        }
    }

    private var wantsRepeat: Bool {
        if isUnordered { return quiet < max(8, 20 * found.count / max(1, firstPage.count)) }
        let mayHoldMore = found.count > firstPage.count || isUnproven
        return mayHoldMore && repeats < (firstPage.count > 2 ? 2 : 8)
    }

    private mutating func takeRepeat(_ answer: WindowNode, isNew: Bool) {
        repeats += 1
        quiet = isNew ? 0 : quiet + 1
        if isNew || answer.sequence != firstPage { isUnordered = true }
    }
}
