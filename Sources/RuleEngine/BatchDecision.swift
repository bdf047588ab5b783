import DomainModel

/// Decides all payments of a batch: ahead of their turn on several cores, then in turn on one.
///
/// A payment may depend on an earlier one in one way only: a sale is taken. So a block of payments
/// is decided at once by the sales taken before it. Then each gets its turn, in order: when a sale
/// that its decision asked about was taken meanwhile, it is decided again, else the decision
/// stands. The result is that of deciding one by one, whatever the number of workers.
struct BatchDecision {
    private static let runCount = 1 << 10
    private static let blockCount = 1 << 16

    private let order: [Int32]
    private let catalogue: ItemCatalogue
    private let crew: Crew
    private let bystanders: Set<Int32>
    private let workers: [DecidingWorker]
    private(set) var verdicts: [Verdict]
    private(set) var usedAt: [Int32]
    private(set) var pairs: PairIndex?

    init(_ engine: DecisionEngine, crew: Crew) {
        order = engine.order
        catalogue = engine.catalogue
        self.crew = crew
        bystanders = engine.bystanders
        workers = (0..<crew.count).map { _ in DecidingWorker(engine) }
        verdicts = [Verdict](repeating: Verdict(outcome: .error), count: order.count)
        usedAt = engine.usedAtStart
    }

    /// Decides every payment; `progress` hears how many are done.
    mutating func run(progress: (Int) -> Void) {
        var start = 0
        while start < order.count {
            // Few at first, in case the index of pairs is missed.
            let size = start == 0 ? Self.runCount : Self.blockCount
            let block = start..<min(order.count, start + size)
            let runs = decideAhead(block)
            for (index, run) in runs.enumerated() {
                settle(run, from: start + index * Self.runCount, blockStart: start)
            }
            start = block.upperBound
            progress(start)
        }
    }

    /// The runs of a block, each decided by whoever is free.
    private func decideAhead(_ block: Range<Int>) -> [DecidingWorker.Run] {
        let count = (block.count + Self.runCount - 1) / Self.runCount
        let (order, workers, usedAt, pairs) = (order, workers, usedAt, pairs)
        return crew.map(tasks: count) { worker, run in
            let first = block.lowerBound + run * Self.runCount
            let places = first..<min(block.upperBound, first + Self.runCount)
            return workers[worker].decideAhead(order[places], usedAt: usedAt, pairs: pairs)
        }
    }

    /// Takes over the decisions that stand, and decides the others again, in turn.
    private mutating func settle(_ run: DecidingWorker.Run, from start: Int, blockStart: Int) {
        var asked = 0
        for index in run.verdicts.indices {
            let place = start + index
            let position = order[place]
            let end = Int(run.ends[index])
            var stands = true
            while asked < end {
                let taken = usedAt[Int(run.asked[asked])]
                if taken != .max, taken >= blockStart { stands = false }
                asked += 1
            }
            var verdict = run.verdicts[index]
            if run.missedIndex[index], pairs == nil { pairs = PairIndex(catalogue) }
            if !stands || run.missedIndex[index] {
                verdict = workers[0].decide(position, usedAt: usedAt, pairs: pairs)
            }
            if let item = verdict.item, bystanders.isEmpty || !bystanders.contains(position) {
                usedAt[Int(item)] = Int32(place)
            }
            verdicts[Int(position)] = verdict
        }
    }
}
