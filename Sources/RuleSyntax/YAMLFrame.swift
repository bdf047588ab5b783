internal import SourceDiagnostics

/// A list or mapping that is being read.
struct YAMLFrame {
    /// The key whose value comes next.
    enum Key {
        /// No key was read yet.
        case none
        /// A key that counts.
        case text(String, SourceRange)
        /// A key that was reported; its value is left out.
        case refused
    }

    /// Whether it has keys.
    let isMapping: Bool
    /// Where it begins.
    let start: Int
    /// Where its last child ends.
    var end: Int
    /// The key whose value comes next.
    var key = Key.none
    /// Where each key stands first.
    var places: [String: SourceRange] = [:]
    private var items: [YAMLNode] = []
    private var pairs: [YAMLPair] = []

    /// Begins a list or mapping.
    init(isMapping: Bool, start: Int) {
        self.isMapping = isMapping
        self.start = start
        end = start
    }

    /// Whether the next node is a key.
    var awaitsKey: Bool {
        guard isMapping, case .none = key else { return false }
        return true
    }

    /// Adds an item, or the value of the key that was read.
    mutating func add(_ node: YAMLNode) {
        guard isMapping else {
            items.append(node)
            return
        }
        if case .text(let name, let range) = key {
            pairs.append(YAMLPair(key: name, keyRange: range, value: node))
        }
        key = .none
    }

    /// The complete node.
    func node(in range: SourceRange) -> YAMLNode {
        YAMLNode(content: isMapping ? .mapping(pairs) : .sequence(items), range: range)
    }
}
