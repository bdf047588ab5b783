public import DomainModel

/// A set that was reconciled.
public struct MatchedSet: Sendable, Equatable {
    /// One line of the set.
    public struct Line: Sendable, Equatable {
        /// The daybook.
        public var code: String
        /// The number of the entry.
        public var number: String
        /// The id of the line.
        public var line: Int?
        /// What was open before, signed; nil when the answer does not say.
        public var openBefore: Int64?
        /// How much was reconciled, signed; nil when the answer does not say.
        public var matched: Int64?
        /// Provisional or final, as Twinfield says; `other` when it does not.
        public var status: OpenItemRow.Status
        /// The customer; empty when the answer does not say.
        public var customer: String
    }

    /// The number of the match, which counts per customer; an undo asks for it.
    public var matchNumber: String
    /// The customer whose match it is.
    public var customer: String
    /// The lines, in the order of the answer.
    public var lines: [Line]
    /// Warnings that did not keep it from being done.
    public var warnings: [TwinfieldMessage]
}
