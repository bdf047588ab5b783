import Dashboard
import RuleEditing
import RuleSyntax
import SourceDiagnostics
import Wording

/// The files of a rule set as they stand on the disk, in their order: the rules, what they include,
/// the templates.
struct RuleFolder {
    /// A larger file is left to an editor.
    static let largest = 256 << 10

    /// The path that the configuration names.
    let path: String
    let loading: RuleSetLoader.Loading
    /// The files; empty when it is not clear which they are.
    let sources: [SourceText]

    /// Reads and compiles the files; some of them in other words than they stand there.
    init(_ path: String, replacing: [String: [UInt8]] = [:]) throws {
        self.path = path
        var loader = RuleSetLoader(path: path)
        loader.replacing = replacing
        loading = try loader.load()
        // A loading without a revision found no rule set: what it read is named in the messages.
        sources = loading.revision.isEmpty ? [] : loading.sources
    }

    /// The digest by which a change of any file is seen.
    var stand: String { loading.revision }

    /// Where the file with `office:` stands: what names the rule set among others.
    var place: String { sources.first.map { FilePlace($0.path).resolvedPath } ?? "" }

    /// The name of a file within the rule set: its path from the folder that has the rules' folder.
    func name(of source: SourceText) -> String {
        let place = FilePlace(source.path).resolvedPath
        let top = FilePlace.folder(of: FilePlace.folder(of: self.place))
        guard !top.isEmpty, top != "/", place.hasPrefix(top + "/") else { return place }
        return String(place.dropFirst(top.utf8.count + 1))
    }

    /// The common values of the files.
    var values: CommonValues {
        CommonValues(
            rules: Array(sources.prefix(loading.ruleCount)),
            templates: sources.dropFirst(loading.ruleCount).map {
                (name: FilePlace.stem(of: $0.path), source: $0)
            })
    }

    /// Why a file cannot be changed on a page; nil when it can.
    func fault(of source: SourceText) -> Phrase? {
        if source.bytes.count > Self.largest {
            return Phrase(
                en: "This file is too large for a page; change it on the server.",
                nl: "Dit bestand is te groot voor een pagina; wijzig het op de server.")
        }
        let isText =
            !source.bytes.contains(0)
            && Array(String(decoding: source.bytes, as: UTF8.self).utf8) == source.bytes
        return isText
            ? nil
            : Phrase(
                en: "This file is no text in UTF-8; mend it on the server.",
                nl: "Dit bestand is geen tekst in UTF-8; herstel het op de server.")
    }

    /// The text of a file as a page shows it: without a byte-order mark, with one kind of line end.
    static func text(of bytes: [UInt8]) -> String {
        TextLines(bytes).contents.map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: "\n")
    }

    /// Whether texts name a file (`include`) that the rules did not name before.
    ///
    /// A page must not make the program read a file that somebody chose in a browser: what stands
    /// in it would be shown, and could be written.
    func namesOther(than texts: [Int: [UInt8]]) -> Bool {
        let rules = sources.prefix(loading.ruleCount)
        let known = Set(sources.map(\.path) + rules.flatMap(RuleFileMerger.paths))
        return rules.indices.contains { position in
            guard let bytes = texts[position] else { return false }
            let source = SourceText(path: sources[position].path, bytes: bytes)
            return !known.isSuperset(of: RuleFileMerger.paths(in: source))
        }
    }

    /// The messages of the compiler, by names of files.
    var problems: [RuleProblem] {
        let sources = self.sources.isEmpty ? loading.sources : self.sources
        return DiagnosticRenderer.shown(loading.diagnostics, sources: sources).map { shown in
            RuleProblem(
                file: name(of: SourceText(path: shown.path, bytes: [])), line: shown.line,
                column: shown.column, isError: shown.severity == .error,
                code: shown.code.rawValue, text: shown.sentence, help: shown.help,
                excerpt: shown.excerpt, carets: shown.carets)
        }
    }
}
