internal import RuleSyntax
public import SourceDiagnostics

/// Reads `ccvmap.yaml` with what the environment and flags put over it.
///
/// A flag comes before the environment, the environment before the file, the file before the
/// default.
public enum ConfigurationReader {
    /// A configuration, and what was wrong on the way.
    public struct Reading: Sendable {
        /// Nil when anything is wrong.
        public var configuration: Configuration?
        /// Every value and where it came from; empty when anything is wrong.
        public var entries: [ConfigurationEntry]
        /// In no particular order.
        public var diagnostics: [Diagnostic]
        /// The texts for showing diagnostics, with secrets masked.
        public var sources: [SourceText]
    }

    /// Reads the bytes of the file.
    ///
    /// `environment` is the whole environment; only what begins with `CCVMAP_` counts. `settings`
    /// are flags such as `connections.webshop.rules=rules`; of two for one path the later holds.
    /// `isTimeZone` says whether the system knows a time zone.
    public static func read(
        _ source: SourceText, environment: [String: String] = [:], settings: [String] = [],
        isTimeZone: (String) -> Bool
    ) -> Reading {
        let yaml = YAMLReader.read(source)
        var secrets: [YAMLPair] = []
        let tree = yaml.root.map { SecretWords.removed(from: $0, &secrets) }
        var found = secrets.map { Diagnostic(.secretInConfiguration, at: $0.keyRange) }
        var sources = [source]
        var hidden = secrets.map(\.value.range)
        var entries: [ConfigurationEntry] = []
        var configuration: Configuration?
        if let tree {
            let overrides = overrides(environment, settings, &found)
            sources += overrides.map(\.source)
            var applier = OverrideApplier(root: tree)
            for override in overrides { applier.apply(override) }
            hidden += applier.hidden
            var checker = SchemaChecker()
            checker.check(applier.root, against: ConfigurationKeys.root)
            found += yaml.joined(with: checker.diagnostics) + applier.diagnostics
            entries = EntryTable.entries(of: applier.root, in: source, overrides: overrides)
            found += ConfigurationChecker.diagnostics(
                entries, names: names(in: applier.root), isTimeZone: isTimeZone)
            configuration = found.isEmpty ? EntryTable(entries).configuration : nil
        } else {
            found += yaml.diagnostics
        }
        var seen: Set<String> = []
        return Reading(
            configuration: configuration, entries: found.isEmpty ? entries : [],
            diagnostics: found,
            // Of two flags for one path, the later holds and is shown.
            sources: sources.reversed().filter { seen.insert($0.path).inserted }.reversed()
                .map { SecretWords.masked($0, hiding: hidden) })
    }

    private static func overrides(
        _ environment: [String: String], _ settings: [String], _ found: inout [Diagnostic]
    ) -> [ConfigurationOverride] {
        var overrides = ConfigurationOverride.all(in: environment)
        for setting in settings {
            if let override = ConfigurationOverride(flag: setting) {
                overrides.append(override)
            } else {
                let place = SourceRange(path: "--set", lower: 0, upper: 0)
                found.append(Diagnostic(.flagWithoutValue, at: place))
            }
        }
        return overrides
    }

    private static func names(in root: YAMLNode) -> [Located<String>] {
        NodeView(node: root).sections("connections").compactMap { $0.text("name") }
    }
}
