/// The matches that stand, in order of their making, and the last number of each customer.
struct MatchStore: Sendable {
    private struct Key: Hashable {
        let customer: String
        let number: Int
    }

    /// What was undone leaves its place empty.
    private var places: [Match?] = []
    private var placeOfKey: [Key: Int] = [:]
    /// The last number of each customer.
    private(set) var lastNumbers: [String: Int] = [:]

    init() {}

    /// Takes matches that were stored, and the last numbers.
    init(_ matches: [Match], lastNumbers: [String: Int]) {
        self.lastNumbers = lastNumbers
        for match in matches { append(match) }
    }

    /// The matches that stand, in order of their making.
    var all: [Match] { places.compactMap { $0 } }

    subscript(customer: String, number: Int) -> Match? {
        placeOfKey[Key(customer: customer, number: number)].flatMap { places[$0] }
    }

    /// The matches of a customer in order of their numbers.
    func matches(of customer: String) -> [Match] {
        guard let last = lastNumbers[customer] else { return [] }
        return (1...last).compactMap { self[customer, $0] }
    }

    /// Takes the next number of a customer.
    mutating func takeNumber(of customer: String) -> Int {
        lastNumbers[customer, default: 0] += 1
        return lastNumbers[customer, default: 0]
    }

    mutating func append(_ match: Match) {
        placeOfKey[Key(customer: match.customer, number: match.number)] = places.count
        places.append(match)
    }

    mutating func remove(_ match: Match) {
        let key = Key(customer: match.customer, number: match.number)
        guard let place = placeOfKey.removeValue(forKey: key) else { return }
        places[place] = nil
    }
}

extension MatchStore: Equatable {
    static func == (left: Self, right: Self) -> Bool {
        left.lastNumbers == right.lastNumbers && left.all == right.all
    }
}
