/// The faults that stand, and how often each was met: decides what happens to each request.
struct FaultPlan: Sendable {
    /// A fault with its name at the admin address and its counts.
    struct Standing: Sendable {
        /// Its number, from 1, never used twice.
        let id: Int
        /// The fault.
        let rule: FaultRule
        /// How many requests fitted its place.
        var seen = 0
        /// How many of them it met.
        var met = 0
    }

    /// The faults in the order they were set.
    private(set) var standing: [Standing] = []
    private var lastID = 0
    private var random: SeededNumbers

    /// Takes the faults, and the seed for those that happen by chance.
    init(_ rules: [FaultRule] = [], seed: UInt64) {
        random = SeededNumbers(seed: seed ^ 0xFA17)
        for rule in rules { add(rule) }
    }

    /// Sets one more fault; gives its number.
    @discardableResult
    mutating func add(_ rule: FaultRule) -> Int {
        lastID += 1
        standing.append(Standing(id: lastID, rule: rule))
        return lastID
    }

    /// Takes a fault away; false when there is none of this number.
    mutating func remove(_ id: Int) -> Bool {
        let count = standing.count
        standing.removeAll { $0.id == id }
        return standing.count < count
    }

    /// Takes all faults away.
    mutating func removeAll() { standing = [] }

    /// What happens to a request; the counts go up.
    mutating func effects(on request: WireRequest, _ kind: RequestKind) -> FaultOrders {
        var orders = FaultOrders()
        for index in standing.indices where standing[index].rule.place.fits(request, kind) {
            standing[index].seen += 1
            let now = standing[index]
            let isMet = now.rule.moment.isMet(count: now.seen, met: now.met, random: &random)
            guard isMet else { continue }
            standing[index].met += 1
            orders.take(now.rule.effect, word: now.rule.word)
        }
        return orders
    }
}
