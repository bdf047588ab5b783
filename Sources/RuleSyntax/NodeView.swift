package import SourceDiagnostics

/// Reads values out of a mapping that `SchemaChecker` has walked; what it refused is absent here.
package struct NodeView {
    package let node: YAMLNode

    package init(node: YAMLNode) { self.node = node }

    package var range: SourceRange { node.range }

    private var pairs: [YAMLPair] {
        if case .mapping(let pairs) = node.content { pairs } else { [] }
    }

    package func keyRange(_ name: String) -> SourceRange? {
        pairs.first { $0.key == name }?.keyRange
    }

    package func value(_ name: String) -> YAMLNode? { pairs.first { $0.key == name }?.value }

    /// Whether an unknown key is near to the one of this name.
    package func hasMisspelt(_ name: String, in section: Section) -> Bool {
        let names = section.keys.map(\.name)
        return pairs.contains {
            section[$0.key] == nil && MeantValue.key($0.key, among: names) == name
        }
    }

    package func section(_ name: String) -> NodeView? { value(name).map(NodeView.init) }

    /// One view an element; an element that is no mapping has a view without keys.
    package func sections(_ name: String) -> [NodeView] {
        guard case .sequence(let nodes) = value(name)?.content else { return [] }
        return nodes.map(NodeView.init)
    }

    package func text(_ name: String) -> Located<String>? { value(name).flatMap(Self.text) }

    package func texts(_ name: String) -> [Located<String>] {
        guard let value = value(name) else { return [] }
        if case .sequence(let nodes) = value.content { return nodes.compactMap(Self.text) }
        return Self.text(value).map { [$0] } ?? []
    }

    package func choice<Word: RawRepresentable>(_ name: String, _: Word.Type) -> Located<Word>?
    where Word.RawValue == String {
        text(name).flatMap { located in
            Word(rawValue: located.value).map { Located($0, at: located.range) }
        }
    }

    package func choices<Word: RawRepresentable>(_ name: String, _: Word.Type) -> [Located<Word>]?
    where Word.RawValue == String {
        guard value(name) != nil else { return nil }
        return texts(name).compactMap { located in
            Word(rawValue: located.value).map { Located($0, at: located.range) }
        }
    }

    package func parsed<Value>(_ name: String, _ parse: (String) -> Value?) -> Located<Value>? {
        text(name).flatMap { located in
            parse(located.value).map { Located($0, at: located.range) }
        }
    }

    package func named(_ name: String) -> [(key: Located<String>, value: Located<String>)] {
        guard case .mapping(let pairs) = value(name)?.content else { return [] }
        return pairs.compactMap { pair in
            Self.text(pair.value).map { (Located(pair.key, at: pair.keyRange), $0) }
        }
    }

    package static func text(_ node: YAMLNode) -> Located<String>? {
        guard case .scalar(let scalar) = node.content, !scalar.text.isEmpty else { return nil }
        return Located(scalar.text, at: node.range)
    }
}
