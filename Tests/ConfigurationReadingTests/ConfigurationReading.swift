import ConfigurationReading
import RuleSyntax
import SourceDiagnostics
import Wording

/// Reads a configuration from text; the time zones are two.
func reading(
    _ text: String, environment: [String: String] = [:], settings: [String] = [],
    path: String = "books/ccvmap.yaml"
) -> ConfigurationReader.Reading {
    ConfigurationReader.read(
        SourceText(path: path, bytes: Array(text.utf8)), environment: environment,
        settings: settings, isTimeZone: { ["Europe/Amsterdam", "UTC"].contains($0) })
}

/// The smallest configuration, with more lines of its connection.
func shop(_ lines: String = "") -> String { "connections:\n  - name: shop\n" + lines }

extension ConfigurationReader.Reading {
    /// The codes with their places, as `CM0701 books/ccvmap.yaml:4:17`.
    var places: [String] {
        DiagnosticList.sorted(diagnostics).map { diagnostic in
            let source = sources.first { $0.path == diagnostic.range.path }
            let place = LineIndex(source ?? SourceText(path: "", bytes: []))
                .position(of: diagnostic.range.lower)
            return
                "\(diagnostic.code.rawValue) \(diagnostic.range.path):\(place.line):\(place.column)"
        }
    }

    /// All that is printed about it, in both languages.
    var printed: String {
        DiagnosticRenderer.text(diagnostics, sources: sources, colour: false)
            + DiagnosticRenderer.text(
                diagnostics, sources: sources, colour: false, language: .dutch)
            + String(
                decoding: DiagnosticRenderer.json(diagnostics, sources: sources), as: UTF8.self)
    }

    func entry(_ path: String) -> ConfigurationEntry? { entries.first { $0.path == path } }
}
