public import DomainModel

/// What a list of payments is asked for (API reference, 1); nil asks nothing.
public struct PaymentSearch: Sendable, Equatable {
    /// Whether the money was paid out.
    public enum PaidOut: String, Sendable, Equatable {
        /// CCV paid it out.
        case yes
        /// CCV will pay it out.
        case no
        /// Another party pays it out, or it is no money.
        case never
    }

    /// Only those before this one in the list.
    public var referenceBefore: String?
    /// Only those behind this one in the list.
    public var referenceAfter: String?
    /// Only these.
    public var references: [String]?
    /// Only what acts on one of these.
    public var originalReferences: [String]?
    /// Exactly this order number.
    public var merchantOrderReference: String?
    /// Created later than this, not at it.
    public var createdAfter: Instant?
    /// Created earlier than this, not at it.
    public var createdBefore: Instant?
    /// This amount or more, in hundredths of a unit.
    public var amountMinimum: Int64?
    /// This amount or less, in hundredths of a unit.
    public var amountMaximum: Int64?
    /// This type.
    public var type: PaymentType?
    /// This method.
    public var method: String?
    /// This status.
    public var status: PaymentStatus?
    /// Paid out, not yet, or never.
    public var paidOut: PaidOut?
    /// Paid out later than this, not at it.
    public var paidOutAfter: Instant?
    /// Paid out earlier than this, not at it; a guess, as the known filters end before it.
    public var paidOutBefore: Instant?
    /// Of this payout; a guess, as the known filters end before it.
    public var paidOutReference: String?

    /// Asks for everything.
    public init() {}
}

/// How a list is cut and ordered, which CCV does not document.
public struct PaymentListing: Sendable, Equatable, Codable {
    /// The order of a list.
    public enum Order: String, Sendable, Equatable, Codable, CaseIterable {
        /// By creation, the latest first.
        case newestFirst
        /// By creation, the earliest first.
        case oldestFirst
        /// By nothing a client can know, but always the same.
        case shuffled
    }

    /// At most so many in one answer; what is more is left out without a word.
    public var pageSize: Int
    /// Which come first, and so which are left out.
    public var order: Order
    /// Whether payments made through a landing page are only found by their reference.
    public var hidesChildren: Bool
    /// Whether what no shop asked for, such as a chargeback, is only found by its reference.
    public var hidesAcquirerTypes: Bool

    /// Takes the settings.
    public init(
        pageSize: Int = 100, order: Order = .newestFirst, hidesChildren: Bool = false,
        hidesAcquirerTypes: Bool = false
    ) {
        self.pageSize = pageSize
        self.order = order
        self.hidesChildren = hidesChildren
        self.hidesAcquirerTypes = hidesAcquirerTypes
    }
}
