/// Which of the requests that fit a fault meets: all, unless something is said.
struct FaultMoment: Sendable, Hashable {
    /// The first of them, counted from 1 since the fault was set.
    var from = 1
    /// The last of them; nil is no end.
    var through: Int?
    /// Every so many of them.
    var every = 1
    /// How many of a hundred, by the seed.
    var percent = 100
    /// How often at most; nil is without end.
    var times: Int?

    /// Whether this moment is met: the count of requests that fit, this one included, and how often
    /// the fault was met before.
    func isMet(count: Int, met: Int, random: inout SeededNumbers) -> Bool {
        guard count >= from, count <= through ?? .max, met < times ?? .max else { return false }
        // "Every fifth" is the fifth, the tenth, …; after "from 3" the seventh, the twelfth, ….
        guard (count - from + 1) % every == 0 else { return false }
        return percent >= 100 || random.next(below: 100) < percent
    }
}
