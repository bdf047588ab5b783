import DomainModel
import Foundation
import RuleCompilation
import RuleEngine
import SourceDiagnostics
import Testing

/// The rules of the repository, compiled as they are or with some texts replaced.
enum ShippedRules {
    /// A text of the rules or of the template, and what stands in its place.
    typealias Edit = (old: String, new: String)

    /// Compiles; an edit that changes nothing and a rule set that is refused fail the test.
    static func compile(
        _ edits: [Edit] = [], template templateEdits: [Edit] = [],
        zone: TimeZoneRules = AmsterdamTime.zone,
        _ location: SourceLocation = #_sourceLocation
    ) throws -> CompiledRuleSet {
        let rules = try read("rules/ccv-twinfield.yaml", edits, location)
        let template = try read("templates/memo-payment.yaml", templateEdits, location)
        let result = RuleSetCompiler.compile(
            RuleSetSources(
                root: rules, templates: [("memo-payment", template)], revision: "sha256:test",
                timeZone: { _ in zone }))
        let why = DiagnosticRenderer.text(
            result.diagnostics, sources: [rules, template], colour: false)
        return try #require(result.ruleSet, "\(why)", sourceLocation: location)
    }

    private static func read(
        _ path: String, _ edits: [Edit], _ location: SourceLocation
    ) throws -> SourceText {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        var text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        for edit in edits {
            try #require(
                text.contains(edit.old), "not in \(path): \(edit.old)", sourceLocation: location)
            text = text.replacing(edit.old, with: edit.new)
        }
        return SourceText(path: path, bytes: Array(text.utf8))
    }
}
