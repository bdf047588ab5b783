public import DomainModel

/// How an entry of ours stood in the books when it was read back.
public struct ReadBack: Sendable, Hashable {
    /// Provisional or final; nil when it was not there.
    public var isFinal: Bool?
    /// The numbers of the matches of its customer's line, as far as they are known.
    public var matches: [String]
    /// A digest of what the lists of the books showed of it: as long as they show the same, it is
    /// not judged again.
    public var shown: Int64
    /// What is not as it was posted, in words; nil when everything is.
    public var drift: String?

    /// Makes a finding.
    public init(isFinal: Bool?, matches: [String] = [], shown: Int64, drift: String? = nil) {
        self.isFinal = isFinal
        self.matches = matches
        self.shown = shown
        self.drift = drift
    }
}

/// An entry of ours that can be read back, in as few words as a night with many of them needs.
public struct BookedMark: Sendable, Hashable {
    /// The entry.
    public var entry: EntryKey
    /// When the payment was created at CCV: it was not put into the books before.
    public var created: Instant
    /// When its intent was written, by the clock of this machine.
    public var intended: Instant
    /// What the lists of the books showed when it was judged last; nil when it is to be judged.
    public var shown: Int64?

    /// Makes a mark.
    public init(entry: EntryKey, created: Instant, intended: Instant, shown: Int64?) {
        self.entry = entry
        self.created = created
        self.intended = intended
        self.shown = shown
    }
}

/// A posting whose entry is in the books, and what was read of it before.
public struct BookedPosting: Sendable, Equatable {
    /// The posting.
    public var posting: Posting
    /// What was read back last; nil before the first night.
    public var readBack: ReadBack?
    /// The number of the match that Twinfield gave when it was reconciled; nil when unknown.
    public var matchNumber: String?
    /// Whether its payment is `drifted`.
    public var isDrifted: Bool

    /// Makes a posting.
    public init(
        posting: Posting, readBack: ReadBack? = nil, matchNumber: String? = nil,
        isDrifted: Bool = false
    ) {
        self.posting = posting
        self.readBack = readBack
        self.matchNumber = matchNumber
        self.isDrifted = isDrifted
    }
}

/// A payment whose entry is not in the books any more as it was posted.
public struct DriftedPayment: Sendable, Hashable {
    /// CCV's reference.
    public var reference: String
    /// What happened, in words.
    public var text: String
    /// The amount of the entry, in minor units.
    public var amount: Int64

    /// Makes an alarm.
    public init(reference: String, text: String, amount: Int64) {
        self.reference = reference
        self.text = text
        self.amount = amount
    }
}

/// What a night read back, as a whole.
public struct NightRead: Sendable, Hashable {
    /// The entries of payments created or reconciled since this moment were compared.
    public var since: Instant
    /// How many were compared.
    public var entries: Int
    /// How many of them were read one by one.
    public var readAlone: Int
    /// How many were found drifted that were not before.
    public var drifted: Int

    /// Makes a summary.
    public init(since: Instant, entries: Int = 0, readAlone: Int = 0, drifted: Int = 0) {
        self.since = since
        self.entries = entries
        self.readAlone = readAlone
        self.drifted = drifted
    }
}
