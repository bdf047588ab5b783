/// Decides where a window is cut, so that both sides hold payments that are known.
struct WindowCutter {
    private let node: WindowNode
    private let mayPeel: Bool
    /// The moments of the known payments, in order.
    private let moments: [Int64]

    /// Looks at a window of which at least one payment is known.
    init(_ node: WindowNode, _ ticks: [Int64], _ view: Set<Int>, mayPeel: Bool) {
        self.node = node
        self.mayPeel = mayPeel && node.freshCount * 2 >= node.rawCount
        moments = view.map { ticks[$0] }.sorted()
    }

    /// The parts.
    var cut: WindowComparison {
        let window = node.window
        guard let first = moments.first, let last = moments.last, first < last else {
            return aroundOnlyTick
        }
        let end = boundary(first, last)
        return WindowComparison(
            node: node, parts: [window.lowerBound...end, end + 1...window.upperBound])
    }

    /// The last tick of the first part.
    ///
    /// Pages in order are taken off one by one, all but the last payment of each; otherwise the
    /// window is cut in the middle of what is known.
    private func boundary(_ first: Int64, _ last: Int64) -> Int64 {
        if mayPeel, node.order == .ascending { return last - 1 }
        if mayPeel, node.order == .descending { return first }
        let middle = moments[(moments.count - 1) / 2]
        if middle < last { return middle }
        return moments.last { $0 < last } ?? first
    }

    /// The window before and behind the only tick that holds payments.
    private var aroundOnlyTick: WindowComparison {
        var comparison = WindowComparison(node: node, parts: [])
        guard let tick = moments.first else { return comparison }
        comparison.onlyTick = tick
        if tick > node.window.lowerBound {
            comparison.parts.append(node.window.lowerBound...tick - 1)
        }
        if tick < node.window.upperBound {
            comparison.parts.append(tick + 1...node.window.upperBound)
        }
        return comparison
    }
}
