public import Wording

/// The keys that a mapping may have.
///
/// One declaration feeds the checker, the docs and the editors.
public struct Section: Sendable {
    /// One key.
    public struct Key: Sendable {
        /// The word in the file.
        public var name: String
        /// What may stand behind it.
        public var kind: ValueKind
        /// Whether it must be there.
        public var isRequired: Bool
        /// What holds when it is absent, as a reader would say it; nil when it must be there.
        public var otherwise: String?
        /// What the key means: one sentence.
        public var summary: String
        /// The key with a value, as one would type it.
        public var example: String

        /// How a message calls the key.
        var title: Phrase { Phrase(name) }

        /// The key of one entry of a mapping whose keys the writer chooses.
        func entry(_ pair: YAMLPair) -> Key {
            var entry = self
            entry.name = pair.key
            entry.example = "\(pair.key): \"…\""
            if case .sequence(let nodes) = pair.value.content, nodes.count == 1,
                let text = NodeView.text(nodes[0])
            {
                entry.example = "\(pair.key): \"\(text.value)\""
            }
            return entry
        }

        /// Declares a key that must be there.
        public static func required(
            _ name: String, _ kind: ValueKind, _ summary: String, example: String
        ) -> Key {
            Key(
                name: name, kind: kind, isRequired: true, otherwise: nil, summary: summary,
                example: example)
        }

        /// Declares a key that may be left out.
        public static func optional(
            _ name: String, _ kind: ValueKind, _ summary: String, otherwise: String,
            example: String
        ) -> Key {
            Key(
                name: name, kind: kind, isRequired: false, otherwise: otherwise,
                summary: summary, example: example)
        }
    }

    /// How messages and docs call the mapping: "`match`", "a rule of `select`".
    public var title: Phrase
    /// Its keys, in the order in which one writes them.
    public var keys: [Key]

    /// Declares a mapping.
    public init(_ title: Phrase, _ keys: [Key]) {
        self.title = title
        self.keys = keys
    }

    /// The key of this name.
    public subscript(name: String) -> Key? { keys.first { $0.name == name } }
}
