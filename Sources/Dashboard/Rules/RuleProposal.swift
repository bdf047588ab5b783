public import DomainModel
public import RunnerCore
public import Wording

/// What a change of rules would do; nothing of it is saved.
public struct RuleProposal: Sendable, Hashable {
    /// How it stands with the change.
    public enum State: Sendable, Hashable {
        /// It can be saved.
        case ready
        /// The rules would not compile.
        case faulty
        /// It changes nothing.
        case unchanged
        /// A file changed on the disk since the page was made.
        case stale
        /// It names a file that the rules did not name before, which is done on the server.
        case foreignFile
        /// A value cannot be written; `refusals` says which.
        case refused
    }

    /// A file that changes.
    public struct File: Sendable, Hashable {
        /// Its position.
        public var position: Int
        /// The text that it would have.
        public var text: String
        /// How it differs.
        public var difference: RuleFileDifference

        /// Makes a file.
        public init(position: Int, text: String, difference: RuleFileDifference) {
            self.position = position
            self.text = text
            self.difference = difference
        }
    }

    /// How it stands with the change.
    public var state: State
    /// The stand of the files that the change was made on.
    public var stand: String
    /// The revision that the rules would have; empty when they do not compile.
    public var revision = ""
    /// The files that change.
    public var files: [File] = []
    /// What the compiler says.
    public var problems: [RuleProblem] = []
    /// Why values cannot be written, by the identifiers of their fields; `nieuw` for a new row.
    public var refusals: [String: Phrase] = [:]
    /// The version that it goes back to.
    public var version: Int64?
    /// What becomes of the payments of the last days; nil when the rules do not compile.
    public var trial: RuleTryout?

    /// Makes a proposal.
    public init(_ state: State, stand: String) {
        self.state = state
        self.stand = stand
    }
}

/// How two texts of a file differ.
public struct RuleFileDifference: Sendable, Hashable {
    /// A line of one of them or of both.
    public enum Line: Sendable, Hashable {
        /// It stands in both: its numbers, from 1.
        case same(Int, Int, String)
        /// It stood in the old text.
        case removed(Int, String)
        /// It stands in the new text.
        case added(Int, String)
        /// So many equal lines are left out.
        case gap(Int)
    }

    /// The name of the file.
    public var name: String
    /// The lines that differ, with some around them.
    public var lines: [Line]

    /// Makes a difference.
    public init(name: String, lines: [Line]) {
        self.name = name
        self.lines = lines
    }
}

/// The payments of the last days, decided with the rules of now and with others.
public struct RuleTryout: Sendable, Hashable {
    /// An outcome: `book`, `review`, `wait`, `skip` or `error`.
    public struct Count: Sendable, Hashable {
        /// The word.
        public var outcome: String
        /// How many payments have it by the rules of now; nil when these do not compile.
        public var now: Int?
        /// How many would have it.
        public var then: Int

        /// Makes a count.
        public init(outcome: String, now: Int?, then: Int) {
            self.outcome = outcome
            self.now = now
            self.then = then
        }
    }

    /// What rules say about a payment.
    public struct Verdict: Sendable, Hashable {
        /// The outcome.
        public var outcome: String
        /// The first reason code; empty when it is booked.
        public var reason: String
        /// The sale: daybook and number; empty without one.
        public var sale: String

        /// Makes a verdict.
        public init(outcome: String, reason: String, sale: String) {
            self.outcome = outcome
            self.reason = reason
            self.sale = sale
        }
    }

    /// A payment about which the new rules say something else.
    public struct Change: Sendable, Hashable {
        /// CCV's reference.
        public var reference: String
        /// In minor units.
        public var amount: Int64
        /// Upper case.
        public var currency: String
        /// When it was created.
        public var created: Instant
        /// Its state in the ledger; nil when nothing was decided about it.
        public var state: PaymentState?
        /// What the rules of now say; nil when they do not compile.
        public var now: Verdict?
        /// What the new ones would say.
        public var then: Verdict
        /// How its entry would differ: a sentence a field.
        public var entry: [Phrase]

        /// Makes a change.
        public init(
            reference: String, amount: Int64, currency: String, created: Instant,
            state: PaymentState?, now: Verdict?, then: Verdict, entry: [Phrase]
        ) {
            self.reference = reference
            self.amount = amount
            self.currency = currency
            self.created = created
            self.state = state
            self.now = now
            self.then = then
            self.entry = entry
        }
    }

    /// How many days back.
    public var days: Int
    /// How many payments these days have.
    public var total = 0
    /// How many of them were decided: the newest.
    public var decided = 0
    /// Whether the books had more lines than were held against them.
    public var lacksSales = false
    /// When a run read the books last; nil when none did.
    public var booksRead: Instant?
    /// The outcomes.
    public var counts: [Count] = []
    /// The payments that change, newest first; not all of them when there are many.
    public var changes: [Change] = []
    /// How many change.
    public var changed = 0
    /// Why nothing was tried; nil when it was.
    public var fault: Phrase?

    /// Makes a trial.
    public init(days: Int) { self.days = days }
}
