public import TwinfieldXML

/// What became of an entry that was sent (design, section 7): nothing else is possible.
public enum PostResult: Sendable, Equatable {
    /// It is in the books, as the answer says; warnings are for people.
    case booked(EntryAnswer, warnings: [String])
    /// It is not in the books, for these reasons; at least one.
    case refused([TwinfieldMessage])
    /// Nobody knows whether it is in the books, and why; it was sent, and is never sent again here.
    case unknown(String)
}

/// What became of lines that were to be reconciled.
public enum MatchResult: Sendable, Equatable {
    /// They are reconciled.
    case matched(MatchedSet)
    /// None of them is reconciled by this request, for these reasons; at least one.
    case refused([TwinfieldMessage])
    /// Nobody knows, and why: read the open amounts.
    case unknown(String)
}

/// What became of a match that was to be undone.
public enum UndoResult: Sendable, Equatable {
    /// It is undone.
    case undone
    /// It is not undone, for these reasons; at least one.
    case refused([TwinfieldMessage])
    /// Nobody knows, and why.
    case unknown(String)
}
