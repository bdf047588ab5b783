public import DomainModel

/// Something that happened to a posting; the ledger keeps each, one behind the other.
public enum PostingEvent: Sendable, Equatable {
    /// The answer was clear: it is in the books.
    case booked(EntryKey)
    /// The answer was clear: it is not.
    case refused([String])
    /// It surely never left, and why: nothing is in the books.
    case unsent(String)
    /// No clear answer.
    case parked(String)
    /// A search did not find it; what was searched, and what that proves.
    case notFound(ProbeProof)
    /// A search found it.
    case adopted(EntryKey, ProbeProof)
    /// Two searches far enough apart did not find it: it may be sent again.
    case provedAbsent(ProbeProof)
    /// A search found what a person must look at.
    case unclear(String, ProbeProof)
    /// It is reconciled; the number of the match where it is known.
    case reconciled(String?)
    /// It cannot be reconciled any more, and why.
    case unreconcilable(String)
    /// Reconciling had no clear answer, or was refused; it is looked at again.
    case reconcileFailed(String)
    /// A person says that nothing of ours is in the books, or settled it there, and why.
    case withdrawn(String)
    /// A person made reconciling possible again, and what they did.
    case reconcileAgain(String)
}

/// What a search for an entry looked at, and how far.
public struct ProbeProof: Sendable, Hashable, Codable {
    /// The first moment of the search, in milliseconds by the books' clock.
    public var from: Instant
    /// The last moment of the search.
    public var to: Instant
    /// The moment of the search by the books' clock.
    public var at: Instant
    /// How many lines were looked at.
    public var lines: Int
    /// Whether the deleted entries could be read.
    public var sawDeleted: Bool

    /// Makes a proof.
    public init(from: Instant, to: Instant, at: Instant, lines: Int, sawDeleted: Bool) {
        self.from = from
        self.to = to
        self.at = at
        self.lines = lines
        self.sawDeleted = sawDeleted
    }
}

extension Posting {
    /// A posting can never take this event: the ledger and the runner disagree.
    public struct Impossible: Error, Sendable {
        /// The posting as it was.
        public let posting: Posting
        /// What happened.
        public let event: PostingEvent
    }

    /// The posting after an event; throws for an event that cannot follow.
    public func after(_ event: PostingEvent) throws(Impossible) -> Posting {
        var next = self
        switch (state, event) {
        case (.intended, .booked(let key)): next.state = .posted(key)
        case (.intended, .refused(let reasons)):
            next.state = .ended(reasons.joined(separator: "; "))
        case (.intended, .unsent(let why)): next.state = .ended(why)
        case (.intended, .parked): next.state = .parked(absentSince: nil)
        case (.parked(let since), .notFound(let proof)):
            next.state = .parked(absentSince: since ?? proof.at)
        case (.parked, .adopted(let key, _)): next.state = .posted(key)
        case (.parked(.some), .provedAbsent): next.state = .ended("")
        case (.parked, .unclear(let why, _)): next.state = .unclear(why)
        case (.posted(let key), .reconciled), (.unreconcilable(let key, _), .reconciled):
            next.state = .reconciled(key)
        case (.posted(let key), .unreconcilable(let why)):
            next.state = .unreconcilable(key, why)
        case (.posted, .reconcileFailed): break
        case (.parked, .withdrawn(let why)), (.unclear, .withdrawn(let why)),
            (.unreconcilable, .withdrawn(let why)):
            next.state = .ended(why)
        case (.unreconcilable(let key, _), .reconcileAgain): next.state = .posted(key)
        default: throw Impossible(posting: self, event: event)
        }
        return next
    }
}
