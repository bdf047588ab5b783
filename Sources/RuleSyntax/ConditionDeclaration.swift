public import SourceDiagnostics

/// A condition of `select` as it was written.
public struct ConditionDeclaration: Sendable {
    /// A test of one text field.
    public struct TextTest: Sendable {
        /// The field, by its key.
        public var field: String
        /// The mapping behind the key.
        public var range: SourceRange
        /// The key `given`.
        public var isGiven: Located<Bool>?
        /// The key `is`.
        public var equalsAny: [Located<String>]
        /// The key `starts_with`.
        public var startsWithAny: [Located<String>]
        /// The key `ends_with`.
        public var endsWithAny: [Located<String>]
        /// The key `contains`.
        public var containsAny: [Located<String>]
    }

    /// The mapping behind `when`.
    public var range: SourceRange
    /// The word tests: the field, and the words one of which it must be.
    public var words: [(field: Located<String>, anyOf: [Located<String>])]
    /// The tests of texts.
    public var texts: [TextTest]
    /// The key `landing_page_parent`.
    public var isLandingPageParent: Located<Bool>?
    /// The key `email_given`.
    public var hasEmail: Located<Bool>?
    /// The key `amount.at_least`.
    public var amountAtLeast: Located<String>?
    /// The key `amount.at_most`.
    public var amountAtMost: Located<String>?
}
