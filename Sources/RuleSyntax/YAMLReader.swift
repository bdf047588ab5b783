public import SourceDiagnostics

/// Reads YAML into a tree whose every node knows its place.
public enum YAMLReader {
    /// Reads a file; all that is wrong with it is reported in one run.
    ///
    /// Refused constructs (aliases, tags, a second value for a key, …) are reported and left
    /// out, and reading goes on. Text that is no YAML ends it. Never fails on any bytes.
    public static func read(
        _ source: SourceText, limits: YAMLLimits = YAMLLimits()
    ) -> YAMLReading {
        guard source.bytes.count <= limits.bytes else {
            let message = Message.tooManyBytes(atMost: limits.bytes)
            return YAMLReading(
                root: nil, diagnostics: [Diagnostic(message, at: start(of: source))])
        }
        let check = YAMLTextCheck(source)
        guard check.isText else {
            return YAMLReading(root: nil, diagnostics: check.diagnostics)
        }
        let text = SourceText(path: source.path, bytes: check.bytes)
        var builder = YAMLTreeBuilder(text, limits: limits)
        parse(text, from: check.markLength, into: &builder)
        var diagnostics = check.diagnostics + builder.diagnostics
        if builder.isEmpty && diagnostics.isEmpty {
            diagnostics.append(Diagnostic(.emptyFile, at: start(of: source)))
        }
        return YAMLReading(
            root: builder.isEmpty ? nil : builder.root,
            diagnostics: DiagnosticList.sorted(diagnostics))
    }

    private static func parse(
        _ text: SourceText, from start: Int, into builder: inout YAMLTreeBuilder
    ) {
        let offsets = YAMLOffsetTable(text.bytes, start: start)
        text.bytes.withUnsafeBufferPointer { bytes in
            do throws(YAMLProblem) {
                let content = UnsafeBufferPointer(rebasing: bytes[start...])
                let events = try YAMLEventStream(content, offsets: offsets)
                repeat {
                    builder.take(try events.next())
                } while !builder.isFinished
            } catch {
                builder.fail(error)
            }
        }
    }

    private static func start(of source: SourceText) -> SourceRange {
        SourceRange(path: source.path, lower: 0, upper: 0)
    }
}
