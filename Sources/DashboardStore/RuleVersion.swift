public import DomainModel

/// The files of a rule set as they stood from some moment on; it is never changed.
public struct RuleVersion: Sendable, Hashable {
    /// How it came about.
    public enum Kind: String, Sendable, Hashable {
        /// A person changed it here.
        case saved
        /// A person went back to an earlier version.
        case restored
        /// It was found on the disk: somebody changed it there.
        case found
    }

    /// What became of writing it.
    public enum Ending: String, Sendable, Hashable {
        /// All of its files were written.
        case written
        /// None of them was, or they were put back.
        case failed
    }

    /// A file of the rule set.
    public struct File: Sendable, Hashable {
        /// Its name within the rule set, such as `rules/shop.yaml`.
        public var name: String
        /// Where it stands on this machine.
        public var path: String
        /// Its text.
        public var bytes: [UInt8]
        /// The text that it replaced; nil when it stayed as it was.
        public var replaced: [UInt8]?

        /// Makes a file.
        public init(name: String, path: String, bytes: [UInt8], replaced: [UInt8]? = nil) {
            self.name = name
            self.path = path
            self.bytes = bytes
            self.replaced = replaced
        }
    }

    /// Its number; 0 for one that is not kept yet.
    public var number: Int64 = 0
    /// When.
    public var at: Instant
    /// Who saved it; empty for one that was found.
    public var who: String
    /// Why, in words of that person.
    public var why: String
    /// How it came about.
    public var kind: Kind
    /// The connection on whose page it was saved.
    public var connection: String
    /// Where the file with `office:` stands on this machine.
    public var place: String
    /// SHA-256 over its files, as decisions name it.
    public var revision: String
    /// What became of writing it; nil while that is not known.
    public var ending: Ending?
    /// All files of the rule set; empty in a list.
    public var files: [File]

    /// Makes a version.
    public init(
        at: Instant, who: String, why: String, kind: Kind, connection: String, place: String,
        revision: String, files: [File]
    ) {
        self.at = at
        self.who = who
        self.why = why
        self.kind = kind
        self.connection = connection
        self.place = place
        self.revision = revision
        self.files = files
    }
}
