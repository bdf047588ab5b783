import RuleSyntax
import SourceDiagnostics

/// A value that comes from the environment or from a flag.
struct ConfigurationOverride {
    /// Where it comes from.
    let origin: ConfigurationEntry.Origin
    /// The steps of its path, as they were written.
    let steps: [String]
    /// Its name and its value, for messages.
    let source: SourceText

    /// How keys and names of connections are spelt in the path.
    func spelling(of name: String) -> String {
        if case .environment = origin { Self.variable(name) } else { name }
    }

    /// The value as a node of the file would be.
    var node: YAMLNode {
        let text = String(decoding: source.bytes, as: UTF8.self)
        return YAMLNode(
            content: .scalar(YAMLScalar(plain: text, of: source)), range: range)
    }

    var range: SourceRange {
        SourceRange(path: source.path, lower: 0, upper: source.bytes.count)
    }

    /// What begins with this in the environment is a setting.
    static let prefix = "CCVMAP_"
    /// The variable that holds a key and is no setting.
    static let keyVariable = "CCVMAP_SECRET_KEY"

    /// A name in the environment: upper case, `_` for every other sign.
    static func variable(_ name: String) -> String {
        String(
            name.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// The settings among the variables of the environment, by name.
    static func all(in environment: [String: String]) -> [ConfigurationOverride] {
        environment.filter { $0.key.hasPrefix(prefix) && $0.key != keyVariable }
            .sorted { $0.key < $1.key }
            .map { name, value in
                ConfigurationOverride(
                    origin: .environment(name),
                    steps: String(name.dropFirst(prefix.count)).split(
                        separator: "__", omittingEmptySubsequences: false
                    ).map(String.init),
                    source: SourceText(path: name, bytes: Array(value.utf8)))
            }
    }

    /// A flag such as `connections.webshop.rules=rules`; nil without a `=`.
    init?(flag: String) {
        guard let sign = flag.firstIndex(of: "=") else { return nil }
        origin = .flag
        steps = flag[..<sign].split(separator: ".", omittingEmptySubsequences: false)
            .map(String.init)
        source = SourceText(
            path: "--set " + flag[..<sign], bytes: Array(flag[flag.index(after: sign)...].utf8))
    }

    private init(
        origin: ConfigurationEntry.Origin, steps: [String], source: SourceText
    ) {
        self.origin = origin
        self.steps = steps
        self.source = source
    }
}
