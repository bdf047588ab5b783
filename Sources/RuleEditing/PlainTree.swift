import RuleSyntax

/// What a YAML file says, without where and how it is written.
indirect enum PlainTree: Equatable {
    struct Pair: Equatable {
        var key: String
        var value: PlainTree
    }

    case text(String)
    case list([PlainTree])
    case mapping([Pair])

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let scalar): self = .text(scalar.text)
        case .sequence(let nodes): self = .list(nodes.map(PlainTree.init))
        case .mapping(let pairs):
            self = .mapping(pairs.map { Pair(key: $0.key, value: PlainTree($0.value)) })
        }
    }

    /// The tree as it is to be after an edit; nil when the edit fits nothing here.
    func applying(_ edit: RuleEdit) -> PlainTree? {
        switch edit {
        case .set(let path, let text):
            if let changed = changing(path.steps[...], { _ in .text(text) }) { return changed }
            guard let (parent, key) = path.split else { return nil }
            return applying(.add(parent, key: key, value: text))
        case .setList(let path, let texts):
            return changing(path.steps[...]) { old in
                if case .list = old { return .list(texts.map(PlainTree.text)) }
                return texts.count == 1
                    ? .text(texts[0]) : .list(texts.map(PlainTree.text))
            }
        case .add(let path, let key, let value):
            return changing(path.steps[...]) { old in
                guard case .mapping(let pairs) = old, !pairs.contains(where: { $0.key == key })
                else { return nil }
                return .mapping(pairs + [Pair(key: key, value: .text(value))])
            }
        case .remove(let path):
            guard let (parent, key) = path.split else { return nil }
            return changing(parent.steps[...]) { old in
                guard case .mapping(let pairs) = old, pairs.contains(where: { $0.key == key })
                else { return nil }
                return .mapping(pairs.filter { $0.key != key })
            }
        }
    }

    private func changing(
        _ steps: ArraySlice<RulePath.Step>, _ change: (PlainTree) -> PlainTree?
    ) -> PlainTree? {
        guard let step = steps.first else { return change(self) }
        switch (self, step) {
        case (.mapping(var pairs), .key(let key)):
            guard let index = pairs.firstIndex(where: { $0.key == key }),
                let changed = pairs[index].value.changing(steps.dropFirst(), change)
            else { return nil }
            pairs[index].value = changed
            return .mapping(pairs)
        case (.list(var elements), .position(let index)):
            guard elements.indices.contains(index),
                let changed = elements[index].changing(steps.dropFirst(), change)
            else { return nil }
            elements[index] = changed
            return .list(elements)
        default: return nil
        }
    }
}
