@testable import RuleSyntax

extension YAMLNode {
    /// The node in one line, texts between `'`.
    var outline: String {
        switch content {
        case .scalar(let scalar): "'\(scalar.text)'"
        case .sequence(let items): "[" + items.map(\.outline).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "\($0.key): \($0.value.outline)" }.joined(separator: ", ") + "}"
        }
    }

    /// All nodes of the tree, keys left out, each before its children.
    var all: [YAMLNode] {
        switch content {
        case .scalar: [self]
        case .sequence(let items): [self] + items.flatMap(\.all)
        case .mapping(let pairs): [self] + pairs.flatMap(\.value.all)
        }
    }
}
