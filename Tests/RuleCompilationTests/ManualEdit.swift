import RuleCompilation
import RuleEngine
import SourceDiagnostics
import Testing

/// One cell of the manual, or one key of the rules, set otherwise in YAML.
struct ManualEdit: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var rules: [BrokenRules.Edit] = []
    var template: [BrokenRules.Edit] = []
    /// What the result then holds, and did not hold before.
    var gains: String

    /// An edit of the rules, named by what it makes.
    static func rules(_ old: String, _ new: String, gains: String) -> ManualEdit {
        ManualEdit(
            testDescription: "rules: \(new)", rules: [BrokenRules.Edit(old: old, new: new)],
            gains: gains)
    }

    /// An edit of the template, named by what it makes.
    static func template(_ old: String, _ new: String, gains: String) -> ManualEdit {
        ManualEdit(
            testDescription: "template: \(new)", template: [BrokenRules.Edit(old: old, new: new)],
            gains: gains)
    }

    /// Compiles the edited files.
    func compile() throws -> CompiledRuleSet {
        let files = try BrokenRules(
            testDescription: testDescription, rules: rules, template: template, messages: []
        ).plant().files
        let result = files.compile()
        let said = result.diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(said.isEmpty)
        return try #require(result.ruleSet)
    }
}
