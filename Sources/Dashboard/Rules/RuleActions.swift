public import Wording

/// What the pages of the rules read and do; the composition root answers it.
///
/// Nothing here throws: what went wrong is said in the outcome. Which files can be written follows
/// from the connection alone; a page names them by their position.
public protocol RuleActions: Sendable {
    /// The connections of the configuration, in its order.
    var connections: [String] { get }

    /// The rules of a connection as they stand now; nil when there is no such connection.
    func rules(of connection: String, in language: OutputLanguage) async -> RuleFacts?
    /// What a change would do; nothing is saved. Nil when there is no such connection or version.
    ///
    /// The payments of the last `days` are decided anew, so this may take seconds.
    func proposal(
        _ change: RuleChange, to connection: String, days: Int
    ) async -> RuleProposal?
    /// Saves texts of files, all of them or none.
    func save(_ order: RuleOrder, to connection: String, _ note: ActNote) async -> RuleSaveOutcome
    /// The versions before a number (nil for the newest), newest first.
    func versions(
        of connection: String, before number: Int64?, count: Int
    ) async -> [RuleVersionFacts]
}

/// A change that somebody wants to look at.
public struct RuleChange: Sendable, Hashable {
    /// What is changed.
    public enum Content: Sendable, Hashable {
        /// Values by the identifiers of their fields, and rows that go or come.
        case values([String: String], removed: Set<String>, added: [RuleAccount])
        /// Whole files by their positions.
        case texts([Int: String])
        /// All files as a version had them.
        case version(Int64)
    }

    /// The stand of the files that the change was made on; empty for a version.
    public var stand: String
    /// What is changed.
    public var content: Content

    /// Makes a change.
    public init(stand: String, content: Content) {
        self.stand = stand
        self.content = content
    }
}

/// A suspense account that is to be added.
public struct RuleAccount: Sendable, Hashable {
    /// The method as the rules write it.
    public var method: String
    /// The account.
    public var account: String

    /// Makes a row.
    public init(method: String, account: String) {
        self.method = method
        self.account = account
    }
}

/// What is to be saved.
public struct RuleOrder: Sendable, Hashable {
    /// The stand of the files that it was made on.
    public var stand: String
    /// The texts of the files that change, by their positions.
    public var texts: [Int: String]
    /// The version that it goes back to; nil for a change.
    public var version: Int64?

    /// Makes an order.
    public init(stand: String, texts: [Int: String], version: Int64?) {
        self.stand = stand
        self.texts = texts
        self.version = version
    }
}

/// What became of saving.
public enum RuleSaveOutcome: Sendable, Hashable {
    /// It is saved, as the version of this number.
    case saved(Int64)
    /// A file changed on the disk since the page was made; nothing was saved.
    case stale
    /// The rules would not compile; nothing was saved.
    case faulty
    /// Nothing was saved, and why.
    case refused(Phrase)
}
