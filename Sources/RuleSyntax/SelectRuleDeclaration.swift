public import SourceDiagnostics

/// A rule of `select` as it was written.
public struct SelectRuleDeclaration: Sendable {
    /// The whole rule.
    public var range: SourceRange
    /// The key `id`.
    public var id: Located<String>?
    /// `when`; nil when the rule applies to every payment.
    public var when: ConditionDeclaration?
    /// The key `outcome`.
    public var outcome: Located<RuleChoices.Outcome>?
    /// The key `find_sale_then`.
    public var findSaleThen: Located<String>?
    /// The key `reason`.
    public var reason: Located<String>?
    /// The key `because`.
    public var because: Located<String>?
}
