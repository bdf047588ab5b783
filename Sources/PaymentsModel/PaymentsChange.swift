public import DomainModel

/// Anything that can happen to an account at CCV: by a shop, a customer, a bank, CCV or time.
public enum PaymentsChange: Sendable, Equatable, Codable {
    /// A shop starts a payment; the account makes its reference.
    case start(PaymentOrder)
    /// A payment is there as it is, with its own reference.
    case record(Payment)
    /// A customer chooses on a landing page how to pay: its child starts.
    case attempt(PaymentAttempt)
    /// A pending payment succeeds.
    case settle(reference: String)
    /// A pending payment fails, such as `expired` or `cancelled`.
    case fail(reference: String, code: String)
    /// A payment that is still pending becomes too old; any other stays what it is.
    case expire(reference: String)
    /// A payment that failed succeeds after all, such as by a late bank transfer.
    ///
    /// Nobody says that this happens, or that it does not (API reference, 10, question 15).
    case succeedLate(reference: String)
    /// A pending payment needs the helpdesk of CCV.
    case needIntervention(reference: String)
    /// A shop gives money back.
    case refund(FollowUp)
    /// A shop takes money of an authorisation.
    case capture(FollowUp)
    /// A shop ends an authorisation, or undoes a sale at a terminal.
    case reverse(FollowUp)
    /// A bank takes money back; nil is all of it.
    case chargeBack(reference: String, amount: Int64?)
    /// A chargeback comes back.
    case reverseChargeback(reference: String)
    /// CCV gives money back by itself.
    case refundAutomatically(reference: String)
    /// CCV pays the money of these payments to the shop.
    case payOut(references: [String], PayoutRun)
    /// The amount of a payment becomes another one, which CCV does not promise never to do.
    case changeAmount(reference: String, amount: Int64)
    /// The order number and the description of a payment become other ones.
    case changeTexts(reference: String, merchantOrderReference: String?, description: String?)
    /// A later change, which happens by itself when its time comes.
    indirect case plan(PaymentsChange, at: Instant)
    /// Time passes: what is planned happens.
    case passTime
}

/// A change with the moment it will happen.
public struct PlannedChange: Sendable, Equatable, Codable {
    /// When.
    public var at: Instant
    /// What.
    public var change: PaymentsChange

    /// Takes both.
    public init(_ change: PaymentsChange, at: Instant) {
        self.at = at
        self.change = change
    }
}
