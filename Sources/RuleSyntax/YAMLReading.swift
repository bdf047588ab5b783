public import SourceDiagnostics

/// What was read from a YAML file, and what was wrong with it.
public struct YAMLReading: Sendable {
    /// The whole file as a tree; nil when there is none or the file broke off.
    ///
    /// A tree beside diagnostics is good enough to look for more mistakes, never to be used.
    public var root: YAMLNode?
    /// What was wrong, in the order of the file.
    public var diagnostics: [Diagnostic]

    /// Joins a tree and its diagnostics.
    public init(root: YAMLNode?, diagnostics: [Diagnostic]) {
        self.root = root
        self.diagnostics = diagnostics
    }
}

extension YAMLReading {
    /// The diagnostics of the text and those of the keys in it, without echoes of the former.
    ///
    /// What an alias, a merge key, a refused key or a second document would have brought is not
    /// there, and what lies too deep was left out: none of these is another mistake.
    package func joined(with further: [Diagnostic]) -> [Diagnostic] {
        let lacksKeys = diagnostics.contains {
            [.secondDocument, .mergeKey, .keyNotText].contains($0.code)
        }
        return diagnostics
            + further.filter { later in
                if lacksKeys, later.code == .missingKey { return false }
                return !diagnostics.contains { first in
                    first.range == later.range
                        || first.code == .tooDeep && later.range.lower <= first.range.lower
                            && later.range.upper >= first.range.upper
                }
            }
    }
}
