public import SourceDiagnostics

/// Puts a rules file on top of the files that it includes: what stands nearer to the root wins.
///
/// Mappings are joined key by key, at every depth. Rules of `select` are joined by their `id`: one
/// with the same id takes the place of the other, new ones come before the base's. Any other
/// list, and any single value, is replaced whole. Every node keeps the place where it was written.
public struct RuleFileMerger: Sendable {
    /// How deep files may include files.
    static let depthMaximum = 8

    private let files: [String: SourceText]
    /// What was wrong with the files and with the keys `include` themselves.
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether a file is not there or does not parse, so that its keys are not in the tree.
    private(set) var isIncomplete = false

    /// Takes the included files, by the paths that `paths(in:)` gives.
    init(files: [SourceText]) {
        self.files = Dictionary(
            files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The paths of the files that a file includes, resolved from its own folder.
    public static func paths(in source: SourceText) -> [String] {
        guard let root = YAMLReader.read(source).root else { return [] }
        return NodeView(node: root).texts("include").map { resolve($0.value, from: source.path) }
    }

    /// The tree of a file with everything that it includes below it.
    mutating func tree(of source: SourceText) -> YAMLReading {
        let yaml = YAMLReader.read(source)
        guard let root = yaml.root else { return yaml }
        return YAMLReading(
            root: merged(root, of: source, below: [Self.plain(source.path)]),
            diagnostics: yaml.diagnostics)
    }

    private mutating func merged(
        _ root: YAMLNode, of source: SourceText, below: [String]
    ) -> YAMLNode {
        guard case .mapping = root.content else { return root }
        var result: YAMLNode?
        for include in NodeView(node: root).texts("include") {
            let path = Self.resolve(include.value, from: source.path)
            guard let base = base(path, include, below: below) else {
                isIncomplete = true
                continue
            }
            result = result.map { Self.join($0, under: base, key: "") } ?? base
        }
        return result.map { Self.join($0, under: root, key: "") } ?? root
    }

    private mutating func base(
        _ path: String, _ include: Located<String>, below: [String]
    ) -> YAMLNode? {
        let isCircle = below.contains(Self.plain(path))
        guard !isCircle, below.count < Self.depthMaximum else {
            let message: Message =
                isCircle
                ? .includesItself(include.value) : .includesTooDeep(atMost: Self.depthMaximum)
            diagnostics.append(Diagnostic(message, at: include.range))
            return nil
        }
        guard let source = files[path] else {
            diagnostics.append(Diagnostic(.cannotBeRead(path), at: include.range))
            return nil
        }
        let yaml = YAMLReader.read(source)
        diagnostics += yaml.diagnostics
        if let root = yaml.root, case .scalar = root.content {
            diagnostics.append(Diagnostic(.noRulesFile(path), at: root.range))
            return nil
        }
        if let root = yaml.root, case .sequence = root.content {
            diagnostics.append(Diagnostic(.noRulesFile(path), at: root.range))
            return nil
        }
        return yaml.root.map { merged($0, of: source, below: below + [Self.plain(path)]) }
    }

    /// The path of a file as seen from another one.
    private static func resolve(_ path: String, from file: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return file[...slash] + path
    }

    /// A path without `.` and without steps back, by which a circle is seen.
    private static func plain(_ path: String) -> String {
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." {
                steps.removeLast()
            } else {
                steps.append(step)
            }
        }
        return (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
    }

    /// Joins two trees; `key` is the key at which they stand.
    private static func join(_ base: YAMLNode, under top: YAMLNode, key: String) -> YAMLNode {
        switch (base.content, top.content) {
        case (.mapping(let low), .mapping(let high)):
            var pairs = high
            for pair in low where pair.key != "include" {
                if let index = high.firstIndex(where: { $0.key == pair.key }) {
                    pairs[index].value = join(pair.value, under: high[index].value, key: pair.key)
                } else {
                    pairs.append(pair)
                }
            }
            return YAMLNode(content: .mapping(pairs), range: top.range)
        case (.sequence(let low), .sequence(let high)) where key == "select":
            return YAMLNode(content: .sequence(joinByID(low, under: high)), range: top.range)
        default: return top
        }
    }

    private static func joinByID(_ low: [YAMLNode], under high: [YAMLNode]) -> [YAMLNode] {
        func id(_ node: YAMLNode) -> String? { NodeView(node: node).text("id")?.value }
        let replaced = low.map { node in
            high.first { id($0) != nil && id($0) == id(node) } ?? node
        }
        let known = Set(low.compactMap(id))
        return high.filter { id($0).map { !known.contains($0) } ?? true } + replaced
    }
}
