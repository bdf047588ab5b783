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
    func sorted(_ candidates: [Candidate]) -> [Candidate] {
        if candidates.count < 2 { return candidates }
        return candidates.map { (grade($0), key($0), $0) }
            .sorted { left, right in
                left.0 == right.0
                    ? left.1.lexicographicallyPrecedes(right.1)
                    : left.0.lexicographicallyPrecedes(right.0)
            }
            .map(\.2)
    }

    private func grade(_ candidate: Candidate) -> [Int] {
        let then = candidate.then(rules)
        return [
            then == .book ? 0 : then == .review ? 1 : candidate.row != nil ? 2 : 3,
            NumberResult.allCases.firstIndex(of: candidate.number) ?? 9,
            candidate.amount == .equalsOpen ? 0 : 1, candidate.obstacles.words.count,
            EmailResult.allCases.firstIndex(of: candidate.email) ?? 9,
        ]
    }

    private func key(_ candidate: Candidate) -> [String] {
        let row = items.rows[candidate.item]
        return [row.daybook, row.number, row.line, row.office, row.customer].map(items.text)
    }
}
