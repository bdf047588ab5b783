import RuleSyntax
import SourceDiagnostics

/// Puts the values of the environment and of flags into the tree of the file.
struct OverrideApplier {
    /// The tree, as far as it is now.
    private(set) var root: YAMLNode
    private(set) var diagnostics: [Diagnostic] = []
    /// Values that are not shown: what was meant by them is not known.
    private(set) var hidden: [SourceRange] = []

    init(root: YAMLNode) { self.root = root }

    mutating func apply(_ override: ConfigurationOverride) {
        do throws(Refusal) {
            if SecretWords.isSecretValue(String(decoding: override.source.bytes, as: UTF8.self)) {
                throw Refusal(message: .secretInConfiguration)
            }
            root = try setting(
                override.steps[...], in: ConfigurationKeys.root, of: root, override)
        } catch {
            let place = SourceRange(path: override.source.path, lower: 0, upper: 0)
            diagnostics.append(Diagnostic(error.message, at: place))
            hidden.append(override.range)
        }
    }

    /// A path that leads to no value that can be set.
    private struct Refusal: Error {
        let message: Message
    }

    /// The mapping with the value in it; one that is not there yet is made.
    private func setting(
        _ steps: ArraySlice<String>, in section: Section, of node: YAMLNode?,
        _ override: ConfigurationOverride
    ) throws(Refusal) -> YAMLNode {
        guard let key = section.keys.first(where: { override.spelling(of: $0.name) == steps.first })
        else {
            throw unknown(steps.first ?? "", among: section.keys.map(\.name), section, override)
        }
        let rest = steps.dropFirst()
        var pairs: [YAMLPair] = []
        if let node {
            // A text where a mapping belongs is reported by the checker.
            guard case .mapping(let found) = node.content else { return node }
            pairs = found
        }
        let index = pairs.firstIndex { $0.key == key.name }
        let old = index.map { pairs[$0].value }
        let value: YAMLNode
        switch key.kind {
        case .section(let inner):
            value = try setting(rest, in: inner, of: old, override)
        case .list(.section(let inner)):
            guard let old else { throw noConnection(rest.first ?? "", among: [], override) }
            value = try element(rest, in: inner, of: old, override)
        default:
            guard rest.isEmpty else {
                throw unknown(rest.first ?? "", among: [], section, override)
            }
            value = override.node
        }
        if let index {
            pairs[index].value = value
        } else {
            pairs.append(YAMLPair(key: key.name, keyRange: override.range, value: value))
        }
        return YAMLNode(content: .mapping(pairs), range: node?.range ?? override.range)
    }

    /// The list with the value in the connection that the first step names.
    private func element(
        _ steps: ArraySlice<String>, in section: Section, of node: YAMLNode,
        _ override: ConfigurationOverride
    ) throws(Refusal) -> YAMLNode {
        guard case .sequence(var elements) = node.content else { return node }
        let names = elements.map { NodeView(node: $0).text("name")?.value }
        let wanted = steps.first ?? ""
        guard let index = names.firstIndex(where: { $0.map(override.spelling(of:)) == wanted })
        else { throw noConnection(wanted, among: names.compactMap(\.self), override) }
        guard steps.dropFirst().first != override.spelling(of: "name") else {
            throw Refusal(message: .nameIsFixed)
        }
        elements[index] = try setting(steps.dropFirst(), in: section, of: elements[index], override)
        return YAMLNode(content: .sequence(elements), range: node.range)
    }

    private func unknown(
        _ step: String, among names: [String], _ section: Section,
        _ override: ConfigurationOverride
    ) -> Refusal {
        let known = names.map(override.spelling(of:))
        let before = override.steps.joined(separator: ".").lowercased()
        if SecretWords.isSecret(before.split(separator: ".").last.map(String.init) ?? "") {
            return Refusal(message: .secretInConfiguration)
        }
        return Refusal(message: .unknownSetting(step, in: section.title, among: known))
    }

    private func noConnection(
        _ step: String, among names: [String], _ override: ConfigurationOverride
    ) -> Refusal {
        Refusal(message: .unknownConnection(step, among: names.map(override.spelling(of:))))
    }
}
