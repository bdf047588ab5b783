public import DomainModel

/// An account at CCV Online Payments: its payments and what will happen to them.
///
/// A value: it has no clock. Every change says when it happens, and the same changes at the same
/// moments make the same account, references included.
public struct PaymentAccount: Sendable, Equatable {
    /// What a shop logs in with; `l_` is live and `t_` is test (API reference, 2).
    public var apiKey: String
    /// The ways to pay it offers.
    public var methods: [OfferedMethod]
    /// Whether a refund of a method that CCV pays out needs money of that method that is not paid
    /// out yet (API reference, 4.4).
    public var refundsNeedBalance = true
    /// Every payment, in the order in which they came into the account.
    public internal(set) var payments: [Payment]
    /// What will happen, the latest first; of one moment, what was planned first comes last.
    var planned: [PlannedChange] = []
    /// How many references the account made.
    var referencesMade = 0
    /// The payment that each idempotency reference made, by what was asked for.
    var made: [String: String] = [:]
    /// Finds payments; follows from them.
    var index: PaymentIndex

    /// Takes payments that are there already, and plans what is still expected of them.
    public init(apiKey: String, methods: [OfferedMethod], payments: [Payment] = []) {
        self.apiKey = apiKey
        self.methods = methods
        self.payments = payments
        index = PaymentIndex(payments)
        planned = payments.compactMap(Self.payoutPlan)
        sortPlanned()
    }

    /// The currency of balances.
    static let balanceCurrency = "eur"

    /// The payment of a reference.
    public subscript(reference: String) -> Payment? {
        index.position(of: reference).map { payments[$0] }
    }

    /// What will happen, the soonest first.
    public var plannedChanges: [PlannedChange] { planned.reversed() }

    /// The payments as they will be at a moment when nothing else happens.
    public func payments(asOf moment: Instant) -> [Payment] {
        guard isDue(at: moment) else { return payments }
        var later = self
        later.advance(to: moment)
        return later.payments
    }

    /// What is not paid out yet by method, and of cards by brand (API reference, 3).
    ///
    /// Methods that another party pays out are not in it, and neither are other currencies than
    /// the euro, as nothing in CCV's answer names one (a guess). In order of method and brand.
    public func balances() -> [MethodBalance] {
        var found: [[String]: MethodBalance] = [:]
        for payment in payments
        where payment.status == .success && payment.currency == Self.balanceCurrency {
            guard case .expected = payment.payout else { continue }
            let key = [payment.method, payment.brand ?? ""]
            var balance =
                found[key] ?? MethodBalance(method: payment.method, brand: payment.brand)
            if payment.type.takesMoney { balance.credit += payment.amount }
            if payment.type.bringsMoney { balance.debit += payment.amount }
            found[key] = balance
        }
        return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
}

extension PaymentAccount: Codable {
    private enum CodingKeys: String, CodingKey {
        case apiKey, methods, refundsNeedBalance, payments, planned, referencesMade, made
    }

    /// Reads what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        apiKey = try values.decode(String.self, forKey: .apiKey)
        methods = try values.decode([OfferedMethod].self, forKey: .methods)
        refundsNeedBalance = try values.decode(Bool.self, forKey: .refundsNeedBalance)
        payments = try values.decode([Payment].self, forKey: .payments)
        planned = try values.decode([PlannedChange].self, forKey: .planned)
        referencesMade = try values.decode(Int.self, forKey: .referencesMade)
        made = try values.decode([String: String].self, forKey: .made)
        index = PaymentIndex(payments)
    }

    /// Writes everything but what follows from the payments.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(apiKey, forKey: .apiKey)
        try values.encode(methods, forKey: .methods)
        try values.encode(refundsNeedBalance, forKey: .refundsNeedBalance)
        try values.encode(payments, forKey: .payments)
        try values.encode(planned, forKey: .planned)
        try values.encode(referencesMade, forKey: .referencesMade)
        try values.encode(made, forKey: .made)
    }
}
