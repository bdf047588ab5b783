import Crypto
import FoundationEssentials
import RuleCompilation
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// Finds and reads the files of a rule set, and compiles them.
struct RuleSetLoader {
    /// A compiled rule set or what is wrong with it, with the texts for the messages.
    struct Loading {
        var ruleSet: CompiledRuleSet?
        var diagnostics: [Diagnostic]
        var sources: [SourceText]
        var revision: String
        /// The methods that the rules say the shop uses; nil for every method.
        var methods: [String]?
        /// How many of the sources are rules; those behind them are templates.
        var ruleCount = 0
    }

    /// The path that `--rules` names: a rules file, or a folder with one that has `office:`.
    let path: String
    /// What is read in the place of files, by their paths: changes that are not saved yet.
    var replacing: [String: [UInt8]] = [:]
    /// No more of a file is read; the compiler refuses it from the first byte too many on.
    private static let bytesMaximum = YAMLLimits().bytes + 1

    /// Reads and compiles; what is wrong with the files themselves has a place as well.
    func load() throws -> Loading {
        do {
            return try compile(try rootFile())
        } catch let refusal as Refusal {
            return Loading(
                ruleSet: nil, diagnostics: refusal.diagnostics, sources: refusal.sources,
                revision: "")
        }
    }

    /// Files that cannot be a rule set, whatever stands in them.
    private struct Refusal: Error {
        var diagnostics: [Diagnostic]
        var sources: [SourceText] = []
    }

    private func compile(_ root: SourceText) throws -> Loading {
        let templates = try templateFiles(besides: root.path)
        return Self.compile(root: root, included: includedFiles(by: root), templates: templates)
    }

    /// Compiles files that are read.
    static func compile(
        root: SourceText, included: [SourceText], templates: [(name: String, source: SourceText)]
    ) -> Loading {
        let revision = revision(root: root, included: included, templates: templates)
        let result = RuleSetCompiler.compile(
            RuleSetSources(
                root: root, included: included, templates: templates, revision: revision,
                timeZone: SystemTimeZone.rules))
        return Loading(
            ruleSet: result.ruleSet, diagnostics: result.diagnostics,
            sources: [root] + included + templates.map(\.source), revision: revision,
            methods: result.methods, ruleCount: 1 + included.count)
    }

    /// Reads and compiles; diagnostics go to stderr, and errors end the command with exit 2.
    func loadOrExplain() throws -> CompiledRuleSet { try loadOrExplainWithTexts().rules }

    /// The same, with the files that the rules were compiled from.
    func loadOrExplainWithTexts() throws -> (rules: CompiledRuleSet, texts: [SourceText]) {
        let loading = try load()
        if !loading.diagnostics.isEmpty {
            Console.error(
                DiagnosticRenderer.text(
                    loading.diagnostics, sources: loading.sources, colour: Console.hasColour))
        }
        if let ruleSet = loading.ruleSet { return (ruleSet, loading.sources) }
        throw CommandFault.usage(
            "the rules do not compile, so nothing was decided",
            help: "mend what is reported above, and check with  ccvmap rules check \(path)")
    }

    /// SHA-256 over kind, length and bytes of every file: the rules, what they include in the order
    /// in which it is named, then the templates by name.
    private static func revision(
        root: SourceText, included: [SourceText], templates: [(name: String, source: SourceText)]
    ) -> String {
        var hash = SHA256()
        let files =
            [("rules", root)] + included.map { ("included", $0) }
            + templates.map { ("template " + $0, $1) }
        for (name, source) in files {
            hash.update(data: Data("\(name) \(source.bytes.count)\n".utf8))
            hash.update(data: Data(source.bytes))
        }
        let digits = hash.finalize().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return "sha256:" + digits.joined()
    }

    private func rootFile() throws -> SourceText {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFault.usage(
                "\(path): there are no rules here",
                help: "name a rules file or its folder, or make one with  ccvmap init DIR")
        }
        guard isFolder else { return try read(path) }
        let files = try yamlFiles(in: path)
        guard !files.isEmpty else {
            throw CommandFault.usage(
                "\(path): the folder has no file that ends in .yaml",
                help: "make rules to start from with  ccvmap init DIR")
        }
        let sources = try files.map(read)
        if sources.count == 1 { return sources[0] }
        let roots = sources.filter(RuleFileReader.isRoot)
        if roots.count == 1 { return roots[0] }
        let names = (roots.isEmpty ? sources : roots).map(\.path)
        let places = (roots.isEmpty ? sources : roots).map { source in
            RuleFileReader.rootMark(of: source)
                ?? SourceRange(path: source.path, lower: 0, upper: 0)
        }
        let other = roots.isEmpty ? Phrase.noOfficeHere : .officeHere
        throw Refusal(
            diagnostics: [
                Diagnostic(
                    roots.isEmpty ? .noRoot(names) : .severalRoots(names), at: places[0],
                    notes: places.dropFirst().map { Diagnostic.Note(other, at: $0) })
            ],
            sources: sources)
    }

    /// The files that a file includes, and those that they include; what cannot be read is left
    /// out, and the compiler says so at its place.
    private func includedFiles(by root: SourceText) -> [SourceText] {
        var found: [SourceText] = []
        var waiting = RuleFileMerger.paths(in: root)
        while let path = waiting.first, found.count < 100 {
            waiting.removeFirst()
            guard path != root.path, !found.contains(where: { $0.path == path }),
                let source = try? read(path)
            else { continue }
            found.append(source)
            waiting += RuleFileMerger.paths(in: source)
        }
        return found
    }

    private func templateFiles(
        besides root: String
    ) throws -> [(name: String, source: SourceText)] {
        let folder = FilePlace.folder(of: root)
        let found = [Self.templates(besides: folder), Self.join(folder, "templates")]
            .first { FileManager.default.fileExists(atPath: $0) }
        guard let found else { return [] }
        return try yamlFiles(in: found).map { file in
            (FilePlace.stem(of: file), try read(file))
        }
    }

    /// `books/rules` has its templates in `books/templates`.
    private static func templates(besides folder: String) -> String {
        let isNamed = !["", ".", "..", "/"].contains(FilePlace.name(of: folder))
        return isNamed
            ? join(FilePlace.folder(of: folder), "templates") : join(folder, "../templates")
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    private func yamlFiles(in folder: String) throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw CommandFault.usage("\(folder): the folder cannot be read")
        }
        let isYAML = { (name: String) in name.hasSuffix(".yaml") || name.hasSuffix(".yml") }
        return names.filter { isYAML($0) && !$0.hasPrefix(".") }
            .sorted()
            .map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
    }

    private func read(_ path: String) throws -> SourceText {
        if let bytes = replacing[path] { return SourceText(path: path, bytes: bytes) }
        do {
            let bytes = try InputFile(path: path).beginning(Self.bytesMaximum)
            return SourceText(path: path, bytes: bytes)
        } catch let fault as CommandFault {
            let reason = fault.message.split(separator: ": ").last ?? ""
            throw Refusal(diagnostics: [
                Diagnostic(
                    .unreadable(String(reason)), at: SourceRange(path: path, lower: 0, upper: 0))
            ])
        }
    }
}

extension InputFile {
    /// The first bytes of the file, and no more of it.
    fileprivate func beginning(_ count: Int) throws -> [UInt8] {
        struct Enough: Error {}
        var result: [UInt8] = []
        do {
            try forEachPiece { piece, _ in
                result.append(contentsOf: piece.prefix(count - result.count))
                if result.count == count { throw Enough() }
            }
        } catch is Enough {
            // The rest is not wanted.
        }
        return result
    }
}
