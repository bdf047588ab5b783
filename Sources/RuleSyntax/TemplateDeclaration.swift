public import SourceDiagnostics

/// A template file as it was written: located values, not yet checked against one another.
public struct TemplateDeclaration: Sendable {
    /// A text of a line and its cut.
    public struct Text: Sendable {
        /// The text, taken apart.
        public var pattern: TextPattern
        /// The key `keep`.
        public var keep: Located<TextCutDeclaration>?
        /// The key `letters`.
        public var letters: Located<RuleChoices.Letters>?
        /// The key `trim`.
        public var trim: Located<Bool>?
        /// `dates`: the form as it was written.
        public var dates: Located<String>?
    }

    /// A line of the entry.
    public struct Line: Sendable {
        /// The whole line.
        public var range: SourceRange
        /// The key `id`.
        public var id: Located<String>?
        /// The key `when`.
        public var when: ConditionDeclaration?
        /// The key `dim1`.
        public var dim1: Text?
        /// The key `dim2`.
        public var dim2: Text?
        /// The key `side`.
        public var side: Located<RuleChoices.Side>?
        /// The key `description`.
        public var description: Text?
        /// The key `invoicenumber`.
        public var invoiceNumber: Text?
        /// The key `amount`.
        public var amount: AmountExpression?
        /// Where the amount stands.
        public var amountRange: SourceRange?
    }

    /// The section `reconcile`.
    public struct Reconcile: Sendable {
        /// The whole section.
        public var range: SourceRange
        /// The key `line`.
        public var line: Located<String>?
        /// The key `dated`.
        public var dated: Located<RuleChoices.ReconcileDate>?
    }

    /// The name of the file without its ending; `find_sale_then` names it.
    public var name: String
    /// The whole file.
    public var range: SourceRange
    /// The key `journal`.
    public var journal: Located<String>?
    /// The key `post_as`.
    public var postAs: Located<RuleChoices.Status>?
    /// The key `date`.
    public var date: Located<RuleChoices.EntryDate>?
    /// Where the key `lines` stands.
    public var linesRange: SourceRange?
    /// `lines`, in order.
    public var lines: [Line]
    /// The key `reconcile`.
    public var reconcile: Reconcile?
}
