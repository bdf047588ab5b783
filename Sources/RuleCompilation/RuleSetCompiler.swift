public import RuleEngine
import RuleSyntax
public import SourceDiagnostics

/// Compiles the files of a rule set: declarations → checked, typed, complete rules.
///
/// The passes, in their order: read (keys and kinds), accounts, templates (names and balance),
/// select (needs the names of the templates), order numbers, match (needs to know whether the
/// templates book a difference). A pass skips what an earlier one refused, without an echo.
public enum RuleSetCompiler {
    /// A rule set, or what keeps it from being one.
    public struct Result: Sendable {
        /// Nil when there is any error.
        public var ruleSet: CompiledRuleSet?
        /// Errors and warnings, sorted by file and place; no more than `DiagnosticList.mostKept`.
        public var diagnostics: [Diagnostic]
        /// The methods that the rules say the shop uses; nil for every method.
        public var methods: [String]?
    }

    /// Compiles, and reports everything that is wrong in one run.
    public static func compile(_ sources: RuleSetSources) -> Result {
        let reading = RuleFileReader.read(sources.root, including: sources.included)
        var diagnostics = reading.diagnostics
        let templates = sources.templates.map { name, source in
            let template = TemplateFileReader.read(source, name: name)
            diagnostics += template.diagnostics
            return template.declaration
        }
        diagnostics += templatesTwice(sources)
        guard let declaration = reading.declaration else {
            return Result(ruleSet: nil, diagnostics: DiagnosticList.bounded(diagnostics))
        }
        var passes = CompilationPasses(declaration, of: sources, reading: diagnostics)
        let ruleSet = passes.compile(templates: templates.compactMap(\.self))
        let isRefused = passes.diagnostics.contains { $0.severity == .error }
        return Result(
            ruleSet: isRefused ? nil : ruleSet,
            diagnostics: DiagnosticList.bounded(passes.diagnostics),
            methods: declaration.methods?.map(\.value))
    }

    /// `memo.yaml` beside `memo.yml`: which of them a rule means is not for an order of files.
    private static func templatesTwice(_ sources: RuleSetSources) -> [Diagnostic] {
        var seen: [String: SourceRange] = [:]
        return sources.templates.compactMap { name, source in
            let place = SourceRange(path: source.path, lower: 0, upper: 0)
            guard let first = seen[name] else {
                seen[name] = place
                return nil
            }
            return Diagnostic(
                .templateTwice(name), at: place,
                notes: [Diagnostic.Note(.theFirstStandsHere, at: first)])
        }
    }
}
