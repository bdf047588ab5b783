import ByteText
public import DomainModel

/// Decides a batch of payments against a batch of open items, at a given moment.
///
/// Pure: the same rules, tables and moment give the same verdicts, whatever the order of the input.
/// Payments are taken one by one in order of (created, reference); an item is used at most once.
public struct DecisionEngine: Sendable {
    /// The rules.
    public let rules: CompiledRuleSet
    /// The payments, in order of the input.
    public let payments: PaymentTable
    /// The open items, in order of the input.
    public let items: OpenItemTable
    /// The moment of deciding.
    public let asOf: Instant
    /// The connection over which the payments were fetched; nil when they came from a file.
    public let connection: String?
    /// What stands in the books already.
    public let forwarded: ForwardedPayments
    /// By position of an item: the reference of the payment whose entry claims it, though the item
    /// is still open in the books (sent, but not reconciled or not known to be booked).
    public let claimed: [Int32: String]
    /// The positions of payments that are there for others, which borrow from them: they take no
    /// sale.
    public let bystanders: Set<Int32>
    /// The verdicts, in order of the input; empty before `run`.
    public private(set) var verdicts: [Verdict] = []
    /// The positions of the payments in order of (created, reference).
    public let order: [Int32]

    /// What is prepared at once.
    private enum Preparation {
        case items(ItemCatalogue)
        case payments(PaymentLinks, [Int32])
    }

    let catalogue: ItemCatalogue
    let links: PaymentLinks
    let reader: NumberReader
    /// By payment: its place in `order`.
    let rank: [Int32]
    /// By item: the rank of the payment that took it, -1 when an entry claims it, or `Int32.max`.
    private(set) var usedAt: [Int32] = []
    /// Made when a payment asked for it.
    private(set) var pairs: PairIndex?
    private let crew: Crew

    /// Prepares the indexes.
    public init(
        rules: CompiledRuleSet, payments: PaymentTable, items: OpenItemTable,
        customers: CustomerTable, asOf: Instant, connection: String? = nil,
        forwarded: ForwardedPayments = .unknown, claimed: [Int32: String] = [:],
        bystanders: Set<Int32> = [], crew: Crew = .alone
    ) {
        self.rules = rules
        self.payments = payments
        self.items = items
        self.asOf = asOf
        self.connection = connection
        self.forwarded = forwarded
        self.claimed = claimed
        self.bystanders = bystanders
        self.crew = crew
        let reader = NumberReader(rules.orderNumber)
        self.reader = reader
        let parts = crew.map(tasks: 2) { _, part in
            part == 0
                ? Preparation.items(
                    ItemCatalogue(items, customers: customers, rules: rules, reader: reader))
                : Preparation.payments(PaymentLinks(payments), Self.ordered(payments))
        }
        guard case .items(let catalogue) = parts[0], case .payments(let links, let order) = parts[1]
        else { preconditionFailure("both parts were made, in their order") }
        self.catalogue = catalogue
        self.links = links
        self.order = order
        var rank = [Int32](repeating: 0, count: order.count)
        for (place, position) in order.enumerated() { rank[Int(position)] = Int32(place) }
        self.rank = rank
    }

    /// By item, before anything is decided: -1 when an entry claims it, or `Int32.max`.
    var usedAtStart: [Int32] {
        var usedAt = [Int32](repeating: .max, count: items.rows.count)
        for item in claimed.keys { usedAt[Int(item)] = -1 }
        return usedAt
    }

    /// The reference of the payment that took an item; empty when nobody did.
    func taker(of item: Int, usedAt: [Int32]) -> String {
        let rank = usedAt[item]
        if rank < 0 { return claimed[Int32(item)] ?? "" }
        guard Int(rank) < order.count else { return "" }
        return payments.text(payments.rows[Int(order[Int(rank)])].reference)
    }

    /// Decides every payment.
    ///
    /// `progress` hears how many are done, every few ten thousand.
    public mutating func run(progress: (Int) -> Void = { _ in }) {
        var batch = BatchDecision(self, crew: crew)
        batch.run(progress: progress)
        verdicts = batch.verdicts
        usedAt = batch.usedAt
        pairs = batch.pairs
    }

    /// Decides again with everything that explains it, as things stood when it was decided.
    ///
    /// `forCards`: with the index that match cards need, so that copies for other workers share it.
    public func explainer(forCards: Bool = false) -> Explainer {
        Explainer(self, forCards: forCards)
    }

    private static func ordered(_ table: PaymentTable) -> [Int32] {
        var order = table.rows.indices.map { Int32($0) }
        func precedes(_ left: Int32, _ right: Int32) -> Bool {
            let (a, b) = (table.rows[Int(left)], table.rows[Int(right)])
            if a.created != b.created { return a.created < b.created }
            let comparison = table.texts.withBytes(a.reference) { left in
                table.texts.withBytes(b.reference) { compare(left, $0) }
            }
            return comparison == 0 ? left < right : comparison < 0
        }
        let isOrdered = zip(order, order.dropFirst()).allSatisfy { !precedes($1, $0) }
        if !isOrdered { order.sort(by: precedes) }
        return order
    }

    private static func compare(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
    ) -> Int {
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return Int(left[index]) - Int(right[index])
        }
        return left.count - right.count
    }
}
