import RuleSyntax
public import SourceDiagnostics

/// Changes single values of a rules file and leaves every other byte as it is.
public enum RuleFileEditor {
    /// A piece of the file and what stands there instead.
    struct Splice {
        var range: Range<Int>
        var bytes: [UInt8]

        init(_ range: Range<Int>, _ text: String) {
            self.range = range
            bytes = Array(text.utf8)
        }
    }

    /// The file with edits made, one after the other.
    ///
    /// After each the file is read again: when it says anything but what it said with this value
    /// changed, the edit is refused.
    public static func applying(
        _ edits: [RuleEdit], to source: SourceText
    ) throws(RuleEditFault) -> SourceText {
        var result = source
        for edit in edits { result = try applying(edit, to: result) }
        return result
    }

    /// The file with an edit made.
    public static func applying(
        _ edit: RuleEdit, to source: SourceText
    ) throws(RuleEditFault) -> SourceText {
        try check(edit)
        let root = try tree(of: source)
        let before = PlainTree(root)
        guard let expected = before.applying(edit) else { throw .notThere }
        if expected == before { return source }
        let splices = try splices(edit, root, source.bytes)
        var bytes = source.bytes
        for splice in splices.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(splice.range, with: splice.bytes)
        }
        let result = SourceText(path: source.path, bytes: bytes)
        guard let after = try? tree(of: result), PlainTree(after) == expected else {
            throw .changesMore
        }
        return result
    }

    /// The tree of a file; only of one that is all read, so that nothing is left out of it.
    static func tree(of source: SourceText) throws(RuleEditFault) -> YAMLNode {
        let reading = YAMLReader.read(source)
        guard let root = reading.root, reading.diagnostics.isEmpty else { throw .unreadable }
        return root
    }

    private static func check(_ edit: RuleEdit) throws(RuleEditFault) {
        let texts =
            switch edit {
            case .set(_, let text): [text]
            case .setList(_, let texts): texts
            case .add(_, let key, let value): [key, value]
            case .remove: [""]
            }
        guard !texts.isEmpty else { throw .empty }
        for text in texts { try ScalarWriting.check(text) }
        if case .remove = edit { return }
        guard texts.allSatisfy({ !$0.isEmpty }) else { throw .empty }
    }

    private static func splices(
        _ edit: RuleEdit, _ root: YAMLNode, _ bytes: [UInt8]
    ) throws(RuleEditFault) -> [Splice] {
        switch edit {
        case .set(let path, let text):
            if let node = root[path] { return [try scalar(node, text, bytes)] }
            guard let (parent, key) = path.split, let node = root[parent] else { throw .notThere }
            return [try MappingRows(node, bytes).adding(key, text)]
        case .setList(let path, let texts):
            guard let node = root[path] else { throw .notThere }
            return try ListElements(node, bytes).splices(texts)
        case .add(let path, let key, let value):
            guard let node = root[path] else { throw .notThere }
            return [try MappingRows(node, bytes).adding(key, value)]
        case .remove(let path):
            guard let (parent, key) = path.split, let node = root[parent] else { throw .notThere }
            return [try MappingRows(node, bytes).removing(key)]
        }
    }

    /// Another text in the place of a scalar.
    static func scalar(
        _ node: YAMLNode, _ text: String, _ bytes: [UInt8]
    ) throws(RuleEditFault) -> Splice {
        guard case .scalar(let scalar) = node.content else { throw .notThere }
        let range = node.range.lower..<node.range.upper
        let written = ScalarWriting.text(text, like: scalar.style, before: scalar.text)
        // A key without a value: the space behind the colon is not there yet.
        let isTight = range.isEmpty && range.lowerBound > 0 && bytes[range.lowerBound - 1] != 0x20
        return Splice(range, isTight ? " " + written : written)
    }
}

extension YAMLNode {
    /// The node at the end of a path; nil when there is none.
    subscript(path: RulePath) -> YAMLNode? {
        var node = self
        for step in path.steps {
            switch (node.content, step) {
            case (.mapping(let pairs), .key(let key)):
                guard let pair = pairs.first(where: { $0.key == key }) else { return nil }
                node = pair.value
            case (.sequence(let nodes), .position(let index)):
                guard nodes.indices.contains(index) else { return nil }
                node = nodes[index]
            default: return nil
            }
        }
        return node
    }
}
