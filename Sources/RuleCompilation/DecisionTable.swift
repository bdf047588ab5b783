import DomainModel
import RuleEngine

/// All that can be told apart by the rows of `match.decide`, and the row that each case gets.
///
/// The cases are samples: where a row has a bound, one case lies on either side of it.
struct DecisionTable {
    /// What a row can ask a sale for.
    enum Column: CaseIterable {
        case amount, orderNumber, email, daysApart, saleIs, customer
    }

    /// One sale beside one payment; the values are positions in the lists of samples.
    private struct Case {
        var amount: Int
        var number: NumberResult
        var email: EmailResult
        var days: Int32
        var status: OpenItemRow.Status
        var customer: Int

        subscript(column: Column) -> Int {
            switch column {
            case .amount: amount
            case .orderNumber: NumberResult.allCases.firstIndex(of: number) ?? 0
            case .email: EmailResult.allCases.firstIndex(of: email) ?? 0
            case .daysApart: Int(days)
            case .saleIs: status == .provisional ? 0 : 1
            case .customer: customer
            }
        }
    }

    /// The borders within which `match` lets sales in.
    struct Borders {
        var statuses: Set<OpenItemRow.Status>
        /// The fewest and the most days that a sale may lie from the booking date.
        var days: ClosedRange<Int32>
        var hasAliases: Bool
        var collectiveCustomers: [String]
    }

    private let rows: [MatchRule.Row]
    private let amounts: [(paid: Int64, open: Int64)]
    /// A debtor code for each set of rows that name it; nil for those that none names.
    private let customers: [String?]
    private let cases: [Case]
    /// The first row that each case fits.
    private var first: [Int?] = []
    /// More comparisons than this are not made; the table then counts as sound.
    private static let workMaximum = 5_000_000

    /// Nil when the table is too large to look at every case.
    init?(_ rows: [MatchRule.Row], within borders: Borders) {
        self.rows = rows
        amounts = Self.amounts(rows)
        let customers = Self.customers(rows, borders)
        self.customers = customers
        let numbers = NumberResult.allCases.filter { $0 != .alias || borders.hasAliases }
        let days = Self.days(rows, borders.days)
        let count = amounts.count * numbers.count * 3 * days.count * 2 * customers.count
        guard count * rows.count <= Self.workMaximum else { return nil }
        var cases: [Case] = []
        cases.reserveCapacity(count)
        for (index, customer) in customers.enumerated() {
            let isCollective = customer.map(borders.collectiveCustomers.contains) ?? false
            let emails = isCollective ? [.notGiven] : EmailResult.allCases
            for status in borders.statuses {
                for day in days {
                    for email in emails {
                        for number in numbers {
                            for amount in amounts.indices {
                                cases.append(
                                    Case(
                                        amount: amount, number: number, email: email, days: day,
                                        status: status, customer: index))
                            }
                        }
                    }
                }
            }
        }
        self.cases = cases
        first = cases.map { self.row(of: $0) }
    }

    private func row(of sale: Case) -> Int? {
        rows.firstIndex { fits($0, sale) }
    }

    private func fits(_ row: MatchRule.Row, _ sale: Case) -> Bool {
        let (paid, open) = amounts[sale.amount]
        return row.fits(Self.result(paid, open), paid: paid, open: open)
            && row.orderNumber.contains(sale.number) && row.email.contains(sale.email)
            && row.daysApart.map { sale.days <= $0 } ?? true
            && row.statuses?.contains(sale.status) ?? true
            && row.customers.map { names in
                customers[sale.customer].map(names.contains) ?? false
            } ?? true
    }

    private static func result(_ paid: Int64, _ open: Int64) -> AmountResult {
        paid == open ? .equalsOpen : paid < open ? .less : .more
    }
}

extension DecisionTable {
    /// Whether the row fits any sale at all that `match` lets in.
    func fitsAnything(_ row: Int) -> Bool {
        cases.contains { fits(rows[row], $0) }
    }

    /// Whether some sale gets the row.
    func isReached(_ row: Int) -> Bool { first.contains(row) }

    /// The earlier row that takes most of what this one fits, of those cases that `includes` names.
    func taker(of row: Int, where includes: (AmountResult, NumberResult, EmailResult) -> Bool)
        -> Int?
    {
        var counts: [Int: Int] = [:]
        for (index, sale) in cases.enumerated() where fits(rows[row], sale) {
            let (paid, open) = amounts[sale.amount]
            guard includes(Self.result(paid, open), sale.number, sale.email) else { continue }
            if let taker = first[index], taker < row { counts[taker, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Whether some sale of those that `includes` names gets the row.
    func isReached(
        _ row: Int, where includes: (AmountResult, NumberResult, EmailResult) -> Bool
    ) -> Bool {
        cases.indices.contains { index in
            guard first[index] == row else { return false }
            let (paid, open) = amounts[cases[index].amount]
            return includes(Self.result(paid, open), cases[index].number, cases[index].email)
        }
    }

    /// Whether a row takes sales that a later one fits, and is no exception to that one.
    ///
    /// It is an exception when all that it takes fits the later one too.
    func overlaps(_ row: Int, with later: Int) -> Bool {
        var isShared = false
        var isException = true
        for (index, sale) in cases.enumerated() where first[index] == row {
            if fits(rows[later], sale) { isShared = true } else { isException = false }
        }
        return isShared && !isException
    }

    /// Whether a column never changes what becomes of a sale.
    func isIdle(_ column: Column) -> Bool {
        var outcomes: [[Int]: Outcome?] = [:]
        for (index, sale) in cases.enumerated() {
            let key = Column.allCases.filter { $0 != column }.map { sale[$0] }
            let outcome = first[index].map { rows[$0].then }
            if let other = outcomes[key] {
                if other != outcome { return false }
            } else {
                outcomes[key] = .some(outcome)
            }
        }
        return true
    }
}

extension DecisionTable {
    /// Pairs of paid and open amounts that tell all rows apart: equal, a cent off, and at and
    /// behind the edge of every tolerance.
    private static func amounts(_ rows: [MatchRule.Row]) -> [(paid: Int64, open: Int64)] {
        let open: Int64 = 1_000_000
        var differences: Set<Int64> = [0, 1, 900_000]
        for tolerance in rows.compactMap(\.tolerance) {
            for edge in [tolerance.minorUnits, open / 10_000 * tolerance.basisPoints] {
                differences.formUnion([edge, edge + 1])
            }
        }
        return differences.sorted().filter { $0 < open }.flatMap { difference in
            difference == 0
                ? [(open, open)] : [(open + difference, open), (open - difference, open)]
        }
    }

    private static func days(_ rows: [MatchRule.Row], _ allowed: ClosedRange<Int32>) -> [Int32] {
        let edges = rows.compactMap(\.daysApart).flatMap { [$0, $0 + 1] }
        return Set(edges + [allowed.lowerBound, allowed.upperBound]).filter(allowed.contains)
            .sorted()
    }

    /// Customers that the same rows name are alike.
    private static func customers(_ rows: [MatchRule.Row], _ borders: Borders) -> [String?] {
        var seen: Set<[Bool]> = []
        var result: [String?] = [nil]
        for name in rows.flatMap({ $0.customers ?? [] }) {
            let mark =
                rows.map { $0.customers?.contains(name) ?? false }
                + [borders.collectiveCustomers.contains(name)]
            if seen.insert(mark).inserted { result.append(name) }
        }
        return result
    }
}
