public import SourceDiagnostics

/// A template file as it was written: located values, not yet checked against one another.
public struct TemplateDeclaration: Sendable {
    /// A text of a line and its cut.
    public struct Text: Sendable {
        public var pattern: TextPattern
        public var keep: Located<TextCutDeclaration>?
    }

    /// A line of the entry.
    public struct Line: Sendable {
        public var range: SourceRange
        public var id: Located<String>?
        public var dim1: Text?
        public var dim2: Text?
        public var side: Located<RuleChoices.Side>?
        public var description: Text?
        public var invoiceNumber: Text?
        public var amount: AmountExpression?
        /// Where the amount stands.
        public var amountRange: SourceRange?
    }

    /// The section `reconcile`.
    public struct Reconcile: Sendable {
        public var range: SourceRange
        public var line: Located<String>?
        public var dated: Located<RuleChoices.ReconcileDate>?
    }

    /// The name of the file without its ending; `find_sale_then` names it.
    public var name: String
    public var range: SourceRange
    public var journal: Located<String>?
    public var postAs: Located<RuleChoices.Status>?
    public var date: Located<RuleChoices.EntryDate>?
    /// Where the `lines` key stands.
    public var linesRange: SourceRange?
    public var lines: [Line]
    public var reconcile: Reconcile?
}
