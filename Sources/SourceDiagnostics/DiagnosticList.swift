/// Puts diagnostics in the order in which they are shown.
public enum DiagnosticList {
    /// No more are kept; a file with more is broken in one way, thousands of times.
    public static let mostKept = 1_000

    /// Sorted as `sorted` does; of too many the first errors, then the first warnings.
    public static func bounded(
        _ diagnostics: [Diagnostic], to most: Int = mostKept
    ) -> [Diagnostic] {
        let all = sorted(diagnostics)
        guard all.count > most else { return all }
        let errors = all.filter { $0.severity == .error }.prefix(most)
        let warnings = all.filter { $0.severity == .warning }.prefix(most - errors.count)
        return sorted(Array(errors) + Array(warnings))
    }

    /// Sorted by path, place, code and text; equal ones once.
    public static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.filter { seen.insert($0).inserted }.sorted { isBefore($0, $1) }
    }

    private static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        if left.range.path != right.range.path { return left.range.path < right.range.path }
        if left.range.lower != right.range.lower { return left.range.lower < right.range.lower }
        if left.code != right.code { return left.code.rawValue < right.code.rawValue }
        if left.range.upper != right.range.upper { return left.range.upper < right.range.upper }
        return left.message < right.message
    }
}
