import DomainModel

/// The suspense account of a payment: a look-up by the numbers of its words.
struct AccountLookup {
    private struct Pair: Hashable {
        var method: WordID
        var brand: WordID
    }

    private let plan: AccountPlan
    private let words: WordTable
    private let known: [Pair: Int]

    /// Prepares the pairs of method and brand that the plan can fit.
    init(_ plan: AccountPlan, words: WordTable) {
        self.plan = plan
        self.words = words
        var known: [Pair: Int] = [:]
        for row in plan.suspense {
            guard let method = words.find(row.method) else { continue }
            let brand = words.find(row.brand) ?? .absent
            known[Pair(method: method, brand: brand)] = plan.position(
                method: row.method, brand: words.word(brand))
        }
        self.known = known
    }

    /// The position in `AccountPlan.suspense`; nil when the rules name no account.
    func position(_ row: PaymentRow) -> Int? {
        if let position = known[Pair(method: row.method, brand: row.brand)] { return position }
        return plan.position(method: words.word(row.method), brand: words.word(row.brand))
    }
}
