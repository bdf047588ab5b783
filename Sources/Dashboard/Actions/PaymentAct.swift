public import DomainModel
public import RunnerCore
public import Wording

/// What a person does to payments.
public enum PaymentAct: Sendable, Hashable {
    /// By which rules a payment is decided again.
    public enum Rules: String, Sendable, Hashable, CaseIterable {
        /// By those that hold now.
        case now
        /// By those that decided it first, when it came in.
        case then
    }

    /// Says which sale it pays; with a proposal to note the payer's address with the customer.
    case choose(SaleKey, proposesAddress: Bool)
    /// Says that none of the sales is the one; nothing is booked until a person says otherwise.
    case chooseNone
    /// Looked at, not decided yet.
    case later
    /// Decides and sends it again.
    case retry(Rules)
    /// Says that it is not to be booked.
    case ignore
    /// Names the entry in the books that settles it.
    case resolve(EntryKey)
}

extension PaymentAct {
    /// The code of the act in the audit log.
    var deed: String {
        switch self {
        case .choose: "payment.chosen"
        case .chooseNone: "payment.none_chosen"
        case .later: "payment.later"
        case .retry: "payment.processed"
        case .ignore: "payment.ignored"
        case .resolve: "payment.resolved"
        }
    }
}

/// Who acts, why and when.
public struct ActNote: Sendable, Hashable {
    /// A name.
    public var who: String
    /// In words of that person.
    public var reason: String
    /// When.
    public var at: Instant

    /// Makes a note.
    public init(who: String, reason: String, at: Instant) {
        self.who = who
        self.reason = reason
        self.at = at
    }
}

/// What became of an act.
public enum ActOutcome: Sendable, Hashable {
    /// It was done to so many payments; a sentence when there is more to say.
    case done(Int, Phrase? = nil)
    /// Nothing was done, and why.
    case refused(Phrase)
}
