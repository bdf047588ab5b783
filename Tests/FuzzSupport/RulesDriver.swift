import DomainModel
import RuleCompilation
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// Runs rules and templates through the compiler.
struct RulesDriver: Sendable {
    private let rules: [[UInt8]]
    private let template: [UInt8]
    private let including: [UInt8]
    private let base: [UInt8]
    private let worlds: [FuzzWorld]
    private static let baseName = "basis.yaml"
    private static let rootPath = "klant/rules/winkel.yaml"

    init(corpus: FuzzCorpus, worlds: [FuzzWorld]) {
        rules = corpus.files[.rules, default: []]
        // The files that are shipped are the longest ones.
        let templates = corpus.files[.template, default: []]
        template = templates.max { $0.count < $1.count } ?? []
        let hasInclude = { (bytes: [UInt8]) in
            bytes.split(separator: 0x0A).contains { $0.starts(with: "include: ../../kan".utf8) }
        }
        including = rules.first(where: hasInclude) ?? []
        base = corpus.files[.include, default: [[]]][0]
        self.worlds = worlds
    }

    /// The files of the corpus that are rules without a fault.
    func ruleSets() -> [CompiledRuleSet] {
        rules.compactMap { RuleSetCompiler.compile(sources(root: $0)).ruleSet }
            + [RuleSetCompiler.compile(sources(root: including)).ruleSet].compactMap(\.self)
    }

    /// Compiles an input in its place, and decides by it when it is taken.
    func run(_ input: FuzzInput, _ random: inout SeededGenerator) throws(FuzzFinding) -> FuzzOutcome
    {
        let sources =
            switch input.target {
            case .template: sources(root: random.pick(rules), template: input.bytes)
            case .include where random.once(in: 2): sources(root: including, base: input.bytes)
            default: sources(root: input.bytes)
            }
        let result = RuleSetCompiler.compile(sources)
        let files = [sources.root] + sources.included + sources.templates.map(\.source)
        try DiagnosticChecks(files: files).check(result.diagnostics)
        _ = RuleFileReader.isRoot(sources.root)
        let isRefused = result.diagnostics.contains { $0.severity == .error }
        try promise(
            isRefused == (result.ruleSet == nil), "rules compile unless there is an error",
            "\(result.diagnostics.map(\.message))")
        if random.once(in: 16) {
            let again = RuleSetCompiler.compile(sources).diagnostics
            try promise(again == result.diagnostics, "the same rules get the same messages")
        }
        guard let ruleSet = result.ruleSet else { return .refused }
        for language in [OutputLanguage.english, .dutch] {
            let text = RuleSentences(ruleSet, methods: result.methods).text(in: language)
            try promise(!text.isEmpty, "rules can be said in sentences")
            try DiagnosticChecks.checkPrinted(text)
        }
        var booked = 0
        for _ in 0..<2 {
            booked += try DecisionChecks(rules: ruleSet, world: random.pick(worlds)).check()
        }
        return booked > 0 ? .booked : .accepted
    }

    /// Gathers the files as the loader of the program does.
    private func sources(
        root: [UInt8], base: [UInt8]? = nil, template: [UInt8]? = nil
    ) -> RuleSetSources {
        let top = SourceText(path: Self.rootPath, bytes: root)
        var included: [SourceText] = []
        var waiting = RuleFileMerger.paths(in: top)
        while let path = waiting.first, included.count < 100 {
            waiting.removeFirst()
            guard path != top.path, !included.contains(where: { $0.path == path }),
                path.hasSuffix(Self.baseName)
            else { continue }
            let source = SourceText(path: path, bytes: base ?? self.base)
            included.append(source)
            waiting += RuleFileMerger.paths(in: source)
        }
        let file = SourceText(path: "klant/templates/memo.yaml", bytes: template ?? self.template)
        return RuleSetSources(
            root: top, included: included, templates: [("memo-payment", file)],
            revision: "sha256:fuzz", timeZone: Self.timeZone)
    }

    private static func timeZone(_ name: String) -> TimeZoneRules? {
        switch name {
        case "Europe/Amsterdam":
            TimeZoneRules(
                name: name, firstOffsetSeconds: 3600,
                transitions: [
                    TimeZoneRules.Transition(start: 1_774_746_000, offsetSeconds: 7200),
                    TimeZoneRules.Transition(start: 1_792_890_000, offsetSeconds: 3600),
                ])
        case "UTC": .utc
        default: nil
        }
    }
}
