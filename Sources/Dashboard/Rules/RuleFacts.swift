public import DomainModel
public import Wording

/// The rules of a connection as they stand on the disk.
public struct RuleFacts: Sendable, Hashable {
    /// A file of the rule set.
    public struct File: Sendable, Hashable {
        /// Its name within the rule set, such as `rules/shop.yaml`.
        public var name: String
        /// Its text.
        public var text: String
        /// Why it cannot be changed here; nil when it can.
        public var fault: Phrase?

        /// Makes a file.
        public init(name: String, text: String, fault: Phrase?) {
            self.name = name
            self.text = text
            self.fault = fault
        }
    }

    /// A digest of all files: a change is taken only while it is the same.
    public var stand = ""
    /// The revision, as decisions name it; empty when the files cannot be read.
    public var revision = ""
    /// The rules as sentences; empty when they do not compile.
    public var sentences = ""
    /// Why the files cannot be read; nil when they can.
    public var fault: Phrase?
    /// What the compiler says.
    public var problems: [RuleProblem] = []
    /// The files: the rules, what they include, the templates.
    public var files: [File] = []
    /// The common values.
    public var fields: [RuleField] = []
    /// Whether a suspense account can be added.
    public var takesAccounts = false
    /// The other connections with the same rules.
    public var alsoOf: [String] = []

    /// Makes facts of rules that cannot be read.
    public init(fault: Phrase? = nil) { self.fault = fault }
}

/// A common value with the form in which it is typed.
public struct RuleField: Sendable, Hashable {
    /// How it is typed.
    public enum Form: Sendable, Hashable {
        /// As a text.
        case text
        /// As a day: `2026-11-23`.
        case day
        /// As a whole number, with the words of the rules behind it: `days before payment`.
        case number(String)
        /// As texts with commas between them.
        case list
        /// As one of these words.
        case choice([String])
    }

    /// What names it in a form, as long as the files stay as they are.
    public var identifier: String
    /// What it says, as a word: `office`, `suspense`.
    public var key: String
    /// What it says it about: a method, a template; empty for the whole rules.
    public var subject: String
    /// How it is typed.
    public var form: Form
    /// What stands there now.
    public var text: String
    /// The name of its file.
    public var file: String
    /// Whether its row can be removed.
    public var isRemovable: Bool

    /// Makes a field.
    public init(
        identifier: String, key: String, subject: String, form: Form, text: String, file: String,
        isRemovable: Bool
    ) {
        self.identifier = identifier
        self.key = key
        self.subject = subject
        self.form = form
        self.text = text
        self.file = file
        self.isRemovable = isRemovable
    }
}

/// A message of the compiler at its place.
public struct RuleProblem: Sendable, Hashable {
    /// The name of the file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int
    /// Whether the rules do not compile because of it.
    public var isError: Bool
    /// The code, such as `CM0203`.
    public var code: String
    /// What was found and what was expected.
    public var text: Phrase
    /// What to type; nil when the text says it.
    public var help: Phrase?
    /// The line of the file; nil when it is not known.
    public var excerpt: String?
    /// Spaces and carets that stand below the line.
    public var carets: String

    /// Makes a problem.
    public init(
        file: String, line: Int, column: Int, isError: Bool, code: String, text: Phrase,
        help: Phrase?, excerpt: String?, carets: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.isError = isError
        self.code = code
        self.text = text
        self.help = help
        self.excerpt = excerpt
        self.carets = carets
    }
}

/// A version of the rules of a connection.
public struct RuleVersionFacts: Sendable, Hashable {
    /// Its number.
    public var number: Int64
    /// What is known of it.
    public var facts: Facts
    /// How its files differ from those of the version before.
    public var files: [RuleFileDifference]

    /// What is known of a version.
    public struct Facts: Sendable, Hashable {
        /// When.
        public var at: Instant
        /// Who; empty for one that was found on the disk.
        public var who: String
        /// Why.
        public var why: String
        /// A word: `saved`, `restored`, `found`.
        public var kind: String
        /// The revision.
        public var revision: String
        /// Whether its files were written.
        public var isWritten: Bool
        /// Whether its files are those of now.
        public var isCurrent: Bool

        /// Makes facts.
        public init(
            at: Instant, who: String, why: String, kind: String, revision: String,
            isWritten: Bool, isCurrent: Bool
        ) {
            self.at = at
            self.who = who
            self.why = why
            self.kind = kind
            self.revision = revision
            self.isWritten = isWritten
            self.isCurrent = isCurrent
        }
    }

    /// Makes a version.
    public init(number: Int64, facts: Facts, files: [RuleFileDifference]) {
        self.number = number
        self.facts = facts
        self.files = files
    }
}
