import LedgerStore
import RuleCompilation
import RuleEngine
import RuleSyntax
import RunnerCore
import SourceDiagnostics

extension RuleSetLoader {
    /// The rules of a revision; nil when the ledger does not have them, or when they do not compile
    /// with this program any more.
    static func compiled(_ revision: String, in ledger: LedgerStore) throws -> CompiledRuleSet? {
        let texts = try ledger.ruleTexts(of: revision)
        guard !texts.isEmpty else { return nil }
        let loading = try compile(stored: texts)
        return loading.revision == revision ? loading.ruleSet : nil
    }

    /// Compiles the files of an earlier revision, as the ledger keeps them: the rules first, then
    /// what they include, then the templates.
    static func compile(stored texts: [RunStart.RuleText]) throws -> Loading {
        let sources = texts.map { SourceText(path: $0.path, bytes: $0.bytes) }
        guard let root = sources.first else {
            throw CommandFault.failed("the ledger has no files of these rules")
        }
        var included: [SourceText] = []
        var waiting = RuleFileMerger.paths(in: root)
        while let path = waiting.first {
            waiting.removeFirst()
            guard path != root.path, !included.contains(where: { $0.path == path }),
                let source = sources.first(where: { $0.path == path })
            else { continue }
            included.append(source)
            waiting += RuleFileMerger.paths(in: source)
        }
        let others = Set(included.map(\.path) + [root.path])
        let templates = sources.filter { !others.contains($0.path) }
        return compile(
            root: root, included: included,
            templates: templates.map { (FilePlace.stem(of: $0.path), $0) })
    }
}
