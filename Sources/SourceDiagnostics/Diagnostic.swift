/// One message to the writer of rules: what was found, where, what was expected, what to type.
public struct Diagnostic: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable {
        /// The rules do not compile.
        case error
        /// The rules compile, but a person should look.
        case warning
    }

    /// Another place that matters to the message.
    public struct Note: Sendable, Hashable {
        /// What is to be seen there.
        public var message: String
        /// Where.
        public var range: SourceRange

        /// Points at another place.
        public init(_ message: String, at range: SourceRange) {
            self.message = message
            self.range = range
        }
    }

    /// The code, for life.
    public var code: DiagnosticCode
    /// Error or warning.
    public var severity: Severity
    /// Where it stands.
    public var range: SourceRange
    /// What was found and what was expected; one sentence without a full stop at its end.
    public var message: String
    /// What to type; nil when the message says it already.
    public var help: String?
    /// Other places.
    public var notes: [Note]

    /// States a diagnostic; its severity is that of its code.
    public init(
        _ code: DiagnosticCode, at range: SourceRange, _ message: String, help: String? = nil,
        notes: [Note] = []
    ) {
        self.code = code
        self.severity = code.severity
        self.range = range
        self.message = message
        self.help = help
        self.notes = notes
    }
}
