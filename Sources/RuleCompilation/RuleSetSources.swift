public import DomainModel
public import SourceDiagnostics

/// The files of a rule set as they were read, and what the core cannot know by itself.
public struct RuleSetSources: Sendable {
    /// The rules file with `office:`.
    public var root: SourceText
    /// The files that the rules include, in the order in which they were found.
    public var included: [SourceText]
    /// The templates by the names that `find_sale_then` uses, in order of name.
    public var templates: [(name: String, source: SourceText)]
    /// SHA-256 over the files, as `sha256:` and 64 hexadecimal digits.
    public var revision: String
    /// The rules of a time zone by its IANA name; nil when the system does not know it.
    public var timeZone: @Sendable (String) -> TimeZoneRules?

    /// Takes the files of a rule set.
    public init(
        root: SourceText, included: [SourceText] = [],
        templates: [(name: String, source: SourceText)], revision: String,
        timeZone: @escaping @Sendable (String) -> TimeZoneRules?
    ) {
        self.root = root
        self.included = included
        self.templates = templates
        self.revision = revision
        self.timeZone = timeZone
    }
}
