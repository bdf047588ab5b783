import ByteText
import DomainModel

/// Finds two sales of one customer that a payment pays together; they are never booked.
struct PairFinder {
    /// Two sales, by their positions.
    struct Pair {
        var first: Int
        var second: Int
    }

    /// A customer with more open sales than this is not searched: among so many, some pair makes
    /// nearly every sum, and the work of one payment stays bounded.
    static let salesMaximum = 200

    private let rules: MatchRule
    private let catalogue: ItemCatalogue
    private let payments: PaymentTable
    /// Made when the first payment asks, or given by the engine, which makes it once for all.
    var index: PairIndex?
    /// Whether to go without the index when there is none, and only note that it was missed.
    var mayMissIndex = false
    /// Whether a payment asked for the index and there was none.
    var missedIndex = false
    /// The sales of which it was asked whether a payment took them.
    var asked: [Int32] = []
    private var sales: [Int] = []

    init(_ rules: MatchRule, _ catalogue: ItemCatalogue, _ payments: PaymentTable) {
        self.rules = rules
        self.catalogue = catalogue
        self.payments = payments
    }

    /// The only pair of a customer whose sum is the payment; nil when there is none or several.
    ///
    /// Searches the customers of the sales that share a number with the payment, and then one of
    /// these sales is in the pair; else those with the payer's address.
    mutating func find(
        _ subject: Matcher.Subject, _ candidates: [Candidate], usedAt: [Int32]
    ) -> Pair? {
        let named = candidates.filter {
            [.same, .alias, .contained].contains($0.number) && $0.obstacles.isEmpty
                && $0.amount == .more
        }
        if named.isEmpty, !subject.email.isPresent { return nil }
        if index == nil {
            if mayMissIndex {
                missedIndex = true
                return nil
            }
            index = PairIndex(catalogue)
        }
        var customers = named.prefix(20).map { catalogue.items.rows[$0.item].customer }
        if named.isEmpty { customers = customersWithAddress(subject) }
        var searched: [TextSlice] = []
        var found: [Pair] = []
        for customer in customers where !searched.contains(where: { isSame($0, customer) }) {
            searched.append(customer)
            guard collectSales(of: customer, subject, usedAt) else { continue }
            found += pairs(summingTo: subject.row.amount)
            if found.count > 1 { return nil }
        }
        guard let pair = found.first else { return nil }
        let isNamed = named.contains { $0.item == pair.first || $0.item == pair.second }
        return named.isEmpty || isNamed ? pair : nil
    }

    private func hash(_ customer: TextSlice) -> UInt64 {
        catalogue.items.texts.withBytes(customer) { ByteHash.hash($0) }
    }

    private func isSame(_ left: TextSlice, _ right: TextSlice) -> Bool {
        catalogue.items.texts[left].elementsEqual(catalogue.items.texts[right])
    }

    private func customersWithAddress(_ subject: Matcher.Subject) -> [TextSlice] {
        guard let index else { return [] }
        var rows: [OpenItemRow] = []
        let hash = payments.texts.withBytes(subject.email) { EmailForm.hash($0) }
        let overflow = index.byEmail.first(hash) { item in
            rows.append(catalogue.items.rows[Int(item)])
            return rows.count > Self.salesMaximum
        }
        if overflow != nil { return [] }
        return rows.filter { bears(subject.email, $0) }.map(\.customer)
    }

    private func bears(_ email: TextSlice, _ row: OpenItemRow) -> Bool {
        var isFound = false
        payments.texts.withBytes(email) { payer in
            catalogue.forEachEmail(of: row) { isFound = isFound || EmailForm.equal(payer, $0) }
        }
        return isFound
    }

    /// Fills `sales` with what the payment could pay; false when there are too many.
    private mutating func collectSales(
        of customer: TextSlice, _ subject: Matcher.Subject, _ usedAt: [Int32]
    ) -> Bool {
        sales.removeAll(keepingCapacity: true)
        guard let index else { return false }
        var seen = 0
        let overflow = index.byCustomer.first(hash(customer)) { item in
            seen += 1
            let row = catalogue.items.rows[Int(item)]
            let days = row.date.daysSinceEpoch &- subject.date.daysSinceEpoch
            if isSame(row.customer, customer), row.currency == subject.row.currency,
                days >= rules.windowFromDays, days <= rules.windowToDays,
                row.openValue < subject.row.amount
            {
                asked.append(Int32(item))
                if usedAt[Int(item)] >= subject.rank { sales.append(Int(item)) }
            }
            return seen > Self.salesMaximum
        }
        return overflow == nil
    }

    /// At most two of the pairs among `sales`: enough to know whether there is exactly one.
    private mutating func pairs(summingTo amount: Int64) -> [Pair] {
        let rows = catalogue.items.rows
        sales.sort { rows[$0].openValue < rows[$1].openValue }
        var found: [Pair] = []
        var low = 0
        var high = sales.count - 1
        while low < high {
            // Every sale is less than the payment, so this cannot overflow.
            let missing = amount - rows[sales[low]].openValue
            if rows[sales[high]].openValue < missing {
                low += 1
            } else if rows[sales[high]].openValue > missing {
                high -= 1
            } else {
                found.append(Pair(first: sales[low], second: sales[high]))
                // Another sale of the same amount makes another pair.
                let isAlone =
                    (low + 1 == high
                        || rows[sales[low + 1]].openValue != rows[sales[low]].openValue
                            && rows[sales[high - 1]].openValue != rows[sales[high]].openValue)
                if !isAlone { found.append(found[0]) }
                if found.count > 1 { return found }
                low += 1
                high -= 1
            }
        }
        return found
    }
}
