import ByteText
import DomainModel

/// The order of the candidates of one payment: best first, and never by the order of the input.
struct CandidateOrder {
    private let rules: MatchRule
    private let items: OpenItemTable

    init(_ rules: MatchRule, _ items: OpenItemTable) {
        self.rules = rules
        self.items = items
    }

    /// By what it leads to, then by the strength of the evidence, then by the key of the sale.
    ///
    /// The key only orders sales that are equal in all else; who writes no sentence can spare it.
    func sorted(_ candidates: [Candidate], byKey: Bool = true) -> [Candidate] {
        if candidates.count < 2 { return candidates }
        return candidates.map { (grade($0), $0) }
            .sorted { left, right in
                if left.0 != right.0 || !byKey { return left.0 < right.0 }
                return precedes(items.rows[left.1.item], items.rows[right.1.item])
            }
            .map(\.1)
    }

    private func grade(_ candidate: Candidate) -> Int {
        let then = candidate.then(rules)
        let parts = [
            then == .book ? 0 : then == .review ? 1 : candidate.row != nil ? 2 : 3,
            NumberResult.allCases.firstIndex(of: candidate.number) ?? 9,
            candidate.amount == .equalsOpen ? 0 : 1, candidate.obstacles.rawValue.nonzeroBitCount,
            EmailResult.allCases.firstIndex(of: candidate.email) ?? 9,
        ]
        return parts.reduce(0) { $0 << 5 | $1 }
    }

    private func precedes(_ left: OpenItemRow, _ right: OpenItemRow) -> Bool {
        let keys: [KeyPath<OpenItemRow, TextSlice>] = [
            \.daybook, \.number, \.line, \.office, \.customer,
        ]
        for key in keys {
            let (a, b) = (items.texts[left[keyPath: key]], items.texts[right[keyPath: key]])
            if !a.elementsEqual(b) { return a.lexicographicallyPrecedes(b) }
        }
        return false
    }
}
