import Foundation
import RuleSyntax

/// Turns the tree of our own YAML reader into values of JSON.
struct YAMLValues {
    /// Who reads the plain texts: the compiler takes them as text, an editor gives them a type.
    enum Reader { case compiler, editor }

    let reader: Reader

    func value(of node: YAMLNode) -> Any {
        switch node.content {
        case .mapping(let pairs):
            Dictionary(
                pairs.map { ($0.key, value(of: $0.value)) }, uniquingKeysWith: { first, _ in first }
            )
        case .sequence(let nodes): nodes.map(value)
        case .scalar(let scalar): scalar.style == .plain ? typed(scalar.text) : scalar.text
        }
    }

    /// By the core schema of YAML 1.2: numbers, true and false, null.
    private func typed(_ text: String) -> Any {
        guard reader == .editor else { return text }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        case "", "~", "null", "Null", "NULL": return NSNull()
        default: break
        }
        if text.wholeMatch(of: #/[-+]?[0-9]+/#) != nil, let number = Int(text) { return number }
        let isDecimal = text.wholeMatch(of: #/[-+]?([0-9]+[.][0-9]*|[.][0-9]+)/#) != nil
        guard isDecimal, let number = Double(text) else { return text }
        return number
    }
}
