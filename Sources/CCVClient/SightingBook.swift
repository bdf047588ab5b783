/// The payments that a walk has seen, each with a number.
struct SightingBook: Sendable {
    private var numbers: [String: Int] = [:]
    /// The transaction ids by number.
    private(set) var references: [String] = []
    /// The ticks by number.
    private(set) var ticks: [Int64] = []

    /// The number of a payment that was seen.
    func number(of reference: String) -> Int? { numbers[reference] }

    /// Whether a tick lies in a window, or just beside it.
    ///
    /// A service may take its bounds as included, or compare in seconds.
    static func isNear(_ tick: Int64, _ window: ClosedRange<Int64>) -> Bool {
        (window.lowerBound - 1...window.upperBound + 1).contains(tick)
    }

    /// Notes an answer; a payment more than one tick beside the window is a fault.
    mutating func note(
        _ sightings: [Sighting], answering question: WalkQuestion, expected: Set<Int>?
    ) throws(WalkFault) -> WindowNode {
        let window = question.window
        var node = WindowNode(window: window, expected: expected)
        node.rawCount = sightings.count
        node.order = Self.order(of: sightings)
        var listed: Set<Int> = []
        for sighting in sightings {
            guard Self.isNear(sighting.tick, window) else { throw .outside(sighting, question) }
            let knownBefore = references.count
            let number = try identify(sighting)
            if listed.insert(number).inserted { node.sequence.append(number) }
            if number == knownBefore { node.freshCount += 1 }
            if window.contains(sighting.tick) {
                node.answer.insert(number)
            } else {
                node.besideCount += 1
            }
        }
        return node
    }

    private mutating func identify(_ sighting: Sighting) throws(WalkFault) -> Int {
        if let known = numbers[sighting.reference] {
            guard ticks[known] == sighting.tick else { throw .twoMoments(sighting.reference) }
            return known
        }
        let number = references.count
        numbers[sighting.reference] = number
        references.append(sighting.reference)
        ticks.append(sighting.tick)
        return number
    }

    private static func order(of sightings: [Sighting]) -> WindowNode.Order {
        let pairs = zip(sightings, sightings.dropFirst())
        if pairs.allSatisfy({ $0.tick <= $1.tick }) { return .ascending }
        return pairs.allSatisfy { $0.tick >= $1.tick } ? .descending : .mixed
    }
}
