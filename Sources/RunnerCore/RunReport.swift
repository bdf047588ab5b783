/// What a run did, for people and programs.
public struct RunReport: Sendable, Equatable {
    /// How many payments are in a state, and how much money.
    public struct Tally: Sendable, Hashable {
        /// How many.
        public var count: Int
        /// In minor units, of euro.
        public var amount: Int64

        /// Makes a tally.
        public init(count: Int = 0, amount: Int64 = 0) {
            self.count = count
            self.amount = amount
        }
    }

    /// Something that a person must know.
    public struct Problem: Sendable, Hashable {
        /// CCV's reference; nil when it is not about one payment.
        public var reference: String?
        /// The state of the payment.
        public var state: PaymentState?
        /// The reason code, or the kind of the fault.
        public var code: String
        /// What happened, in a sentence.
        public var text: String

        /// Makes a problem.
        public init(
            reference: String? = nil, state: PaymentState? = nil, code: String, text: String
        ) {
            self.reference = reference
            self.state = state
            self.code = code
            self.text = text
        }
    }

    /// The connection.
    public var connection: String
    /// The run.
    public var run: RunID
    /// What this run brought into each state.
    public var states: [PaymentState: Tally] = [:]
    /// What a person must know.
    public var problems: [Problem] = []
    /// Whether a service or the disk failed, so that not everything was done.
    public var isIncomplete = false
    /// How many payments CCV gave.
    public var fetched = 0

    /// Makes an empty report.
    public init(connection: String, run: RunID) {
        self.connection = connection
        self.run = run
    }

    /// Counts a payment.
    mutating func count(_ state: PaymentState, _ amount: Int64) {
        states[state, default: Tally()].count += 1
        states[state, default: Tally()].amount &+= amount
    }
}
