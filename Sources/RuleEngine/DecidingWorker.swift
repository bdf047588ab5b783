import ByteText
import DomainModel

/// Decides runs of payments ahead of their turn, as if no payment of the same block took a sale.
///
/// Whether that holds is known only when the turn comes; for that, it notes of which sales it was
/// asked whether they are taken. One thread at a time uses a worker.
final class DecidingWorker: @unchecked Sendable {
    /// What was decided about a run of payments.
    struct Run: Sendable {
        var verdicts: [Verdict] = []
        /// The sales asked about, of one payment behind those of another.
        var asked: [Int32] = []
        /// By payment: where its sales end in `asked`.
        var ends: [Int32] = []
        /// By payment: whether the index of pairs was missed.
        var missedIndex: [Bool] = []
    }

    private var decider: Decider

    init(_ engine: DecisionEngine) { decider = Decider(engine) }

    /// Decides the payments at some places of the order, all by the sales taken before.
    func decideAhead(_ order: ArraySlice<Int32>, usedAt: [Int32], pairs: PairIndex?) -> Run {
        decider.decideAhead(order, usedAt: usedAt, pairs: pairs)
    }

    /// Decides one payment when its turn has come.
    func decide(_ position: Int32, usedAt: [Int32], pairs: PairIndex?) -> Verdict {
        var trace = Trace(isOn: false)
        return decider.decide(Int(position), usedAt: usedAt, pairs: pairs, trace: &trace)
    }
}

extension Decider {
    /// Decides some payments, all by the sales taken before.
    fileprivate mutating func decideAhead(
        _ order: ArraySlice<Int32>, usedAt: [Int32], pairs: PairIndex?
    ) -> DecidingWorker.Run {
        var run = DecidingWorker.Run()
        run.verdicts.reserveCapacity(order.count)
        run.asked.reserveCapacity(order.count * 2)
        run.ends.reserveCapacity(order.count)
        run.missedIndex.reserveCapacity(order.count)
        var trace = Trace(isOn: false)
        for position in order {
            run.verdicts.append(
                decide(
                    Int(position), usedAt: usedAt, pairs: pairs, mayMissIndex: true,
                    trace: &trace))
            appendAsked(to: &run.asked)
            run.ends.append(Int32(run.asked.count))
            run.missedIndex.append(missedIndex)
        }
        return run
    }
}
