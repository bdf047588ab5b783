/// Writes figures in the text format of Prometheus, version 0.0.4.
///
/// <https://prometheus.io/docs/instrumenting/exposition_formats/>: families one after the other,
/// each with its help and its type; a label's value has `\`, `"` and line ends escaped.
public struct MetricsText: Sendable {
    /// What kind of figure a family is.
    public enum Kind: String, Sendable {
        /// Goes up and down.
        case gauge
        /// Only goes up, until the program begins anew.
        case counter
        /// A sum and a count.
        case summary
    }

    /// The type of the answer.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// What was written so far.
    public private(set) var text = ""

    /// Begins an empty page.
    public init() {}

    /// Begins a family; its samples follow.
    public mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(Self.escaped(help, quotes: false))\n"
        text += "# TYPE \(name) \(kind.rawValue)\n"
    }

    /// Writes a sample; the value is a number as text.
    public mutating func sample(
        _ name: String, _ labels: [(name: String, value: String)], _ value: String
    ) {
        let pairs = labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
        text += name + (pairs.isEmpty ? "" : "{" + pairs.joined(separator: ",") + "}")
        text += " \(value)\n"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
