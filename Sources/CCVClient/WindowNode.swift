/// A window with its answer, and what was known of it before.
struct WindowNode: Sendable {
    /// How the moments in an answer follow one another.
    enum Order: Sendable { case ascending, descending, mixed }

    /// The window, in ticks.
    var window: ClosedRange<Int64>
    /// The payments of the answer in its order, also those just beside the window.
    var sequence: [Int] = []
    /// Those inside the window.
    var answer: Set<Int> = []
    /// What an answer to a wider window showed of this one; nil when there was none.
    var expected: Set<Int>?
    /// How many payments the service sent, also repeated ones and those just beside the window.
    var rawCount = 0
    /// How many of them lie just beside the window.
    var besideCount = 0
    /// How many were never seen before.
    var freshCount = 0
    /// How the moments follow one another.
    var order = Order.mixed

    /// All that is known to be in the window.
    var view: Set<Int> { answer.union(expected ?? []) }
}

/// A window that was cut in parts, which are asked for one by one and then compared with it.
struct WindowComparison: Sendable {
    /// The whole.
    var node: WindowNode
    /// The parts that still have to be asked for.
    var parts: [ClosedRange<Int64>]
    /// The parts that were answered.
    var answered: [WindowNode] = []
    /// The tick of all payments of the whole, when it is only one; it is in no part.
    var onlyTick: Int64?
}
