import Foundation
import Testing

/// A block of YAML in a page, with the comment before it that says what it is.
///
/// `<!-- rules -->`, `<!-- template -->` and `<!-- configuration -->` announce a whole file;
/// rules and template make a rule set together. With `replaces "A"` the block stands in place of
/// the line of the shipped file that begins with A; with `replaces "A" to "B"` in place of all
/// lines from that one to the next that begins with B. `as NAME` names a block, and `beside NAME`
/// says that the blocks of that name are changed too. `gives CM0202` says that the compiler
/// reports this code and no other; without it nothing may be reported.
/// `<!-- base "PATH" -->` announces a file that the rules of the page may include.
struct DocumentBlock: CustomTestStringConvertible, Sendable {
    /// Which file of a rule set the block is or changes.
    enum Target: String { case rules, template, configuration, base }

    let page: String
    /// The line of the comment, from 1.
    let line: Int
    let target: Target
    /// The lines of the shipped file that it replaces; nil for a whole file.
    let replaces: (from: String, to: String)?
    /// The name of the block, or the path of a base.
    let name: String?
    /// The name of blocks that are changed too.
    let beside: String?
    let codes: Set<String>
    let yaml: String

    var testDescription: String { "\(page):\(line)" }

    /// The announced blocks of a page; an error for an announcement that is not understood.
    static func all(in page: String) throws -> [DocumentBlock] {
        let lines = try lines(of: page)
        return try lines.indices.compactMap { index in
            let comment = lines[index]
            let isAnnouncement = [
                "<!-- rules", "<!-- template", "<!-- configuration", "<!-- base",
            ].contains {
                comment.hasPrefix($0)
            }
            guard isAnnouncement else { return nil }
            return try block(comment, at: index, of: lines, page)
        }
    }

    private static func lines(of path: String) throws -> [String] {
        try projectText(path).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    private static func block(
        _ comment: String, at index: Int, of lines: [String], _ page: String
    ) throws -> DocumentBlock {
        let form =
            #/
            <!--\ (?: (rules|template|configuration)
            (?:\ replaces\ "([^"]+)" (?:\ to\ "([^"]+)")? )?
            (?:\ beside\ ([a-z-]+))? (?:\ as\ ([a-z-]+))?
            (?:\ gives\ ([A-Z0-9\ ]+))? | base\ "([^"]+)" )
            \ -->
            /#
        guard let match = comment.wholeMatch(of: form),
            let target = match.1.map({ Target(rawValue: String($0)) }) ?? .base,
            index + 1 < lines.count, lines[index + 1] == "```yaml",
            let end = lines[(index + 2)...].firstIndex(of: "```")
        else { throw Malformed(place: "\(page):\(index + 1)") }
        let codes = match.6.map { $0.split(separator: " ").map(String.init) } ?? []
        return DocumentBlock(
            page: page, line: index + 1, target: target,
            replaces: match.2.map { (String($0), String(match.3 ?? $0)) },
            name: (match.5 ?? match.7).map(String.init), beside: match.4.map(String.init),
            codes: Set(codes), yaml: lines[(index + 2)..<end].joined(separator: "\n") + "\n")
    }

    /// The rules and the template that the blocks make of the shipped ones, one after the other.
    static func files(_ blocks: [DocumentBlock]) throws -> (rules: String, template: String) {
        var rules = try projectText("rules/ccv-twinfield.yaml")
        var template = try projectText("templates/memo-payment.yaml")
        for block in blocks {
            switch block.target {
            case .rules: rules = try block.applied(to: rules)
            case .template: template = try block.applied(to: template)
            case .configuration, .base: break
            }
        }
        return (rules, template)
    }

    /// The configuration that the block makes of the shipped one.
    func configuration() throws -> String { try applied(to: projectText("ccvmap.yaml")) }

    /// The blocks that make a rule set together: those beside it and itself.
    func together(of page: [DocumentBlock]) throws -> [DocumentBlock] {
        guard let beside else { return [self] }
        let others = page.filter { $0.name == beside && $0.target != .base }
        if others.isEmpty { throw Malformed(place: "\(self.page):\(line): beside \(beside)") }
        return others + [self]
    }

    /// The block itself, or the file with the lines replaced.
    private func applied(to file: String) throws -> String {
        guard let replaces else { return yaml }
        var lines = file.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func begins(_ index: Int, _ text: String) -> Bool {
            lines[index].drop { $0 == " " }.hasPrefix(text)
        }
        let starts = lines.indices.filter { begins($0, replaces.from) }
        guard starts.count == 1, let start = starts.first,
            let end = (start..<lines.count).first(where: { begins($0, replaces.to) })
        else { throw Malformed(place: "\(page):\(line): \"\(replaces.from)\" is not there once") }
        let indent = String(lines[start].prefix { $0 == " " })
        let block = yaml.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { $0.isEmpty ? "" : indent + $0 }
        lines.replaceSubrange(start...end, with: block)
        return lines.joined(separator: "\n")
    }

    /// An announcement that fits no form, or that names lines that are not there once.
    struct Malformed: Error {
        let place: String
    }
}
