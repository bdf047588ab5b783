public import DomainModel
public import RecordReading

/// What a discovery found: every payment that was created between two moments.
public struct Discovery: Sendable {
    /// The payments in order of (created, reference), each once, in its newest form.
    public var records: [PaymentRecord]
    /// The earliest `created`; nil when nothing was found.
    ///
    /// How far CCV looks back is not known.
    public var oldestCreated: Instant?
    /// How many requests were answered.
    public var requestCount: Int
    /// How many windows were asked for; of those that held payments, each was compared with its
    /// parts.
    public var windowsChecked: Int
    /// What could not be proved, each in a sentence.
    public var doubts: [String]
    /// Whether nothing speaks against having everything.
    public var isComplete: Bool { doubts.isEmpty }

    /// Makes a discovery.
    public init(
        records: [PaymentRecord] = [], oldestCreated: Instant? = nil, requestCount: Int = 0,
        windowsChecked: Int = 0, doubts: [String] = []
    ) {
        self.records = records
        self.oldestCreated = oldestCreated
        self.requestCount = requestCount
        self.windowsChecked = windowsChecked
        self.doubts = doubts
    }
}

/// What became of references that were asked for again.
public struct Reread: Sendable {
    /// The payments that CCV gave, in the order of the references.
    public var records: [PaymentRecord]
    /// The references that CCV does not know, in their order; that does not mean failed.
    public var missing: [String]

    /// Makes an answer.
    public init(records: [PaymentRecord] = [], missing: [String] = []) {
        self.records = records
        self.missing = missing
    }
}
