import Foundation
import SourceDiagnostics
import Testing

/// A mistake planted in the shipped files, and all that must be said about it.
///
/// In the text that is planted, `⟦` and `⟧` mark a place that a message must point at; they are
/// taken out before compiling. The marks, in order of the files, belong to `messages`.
struct BrokenRules: CustomTestStringConvertible, Sendable {
    /// Replaces the only occurrence of a text.
    struct Edit: Sendable {
        var old: String
        var new: String
    }

    /// A code, and words that its message or help must hold.
    struct Message: Sendable {
        var code: DiagnosticCode
        var words: String
    }

    /// A place as the renderer prints it: both from 1, columns in Unicode scalars.
    struct Place: Equatable {
        var path: String
        var line: Int
        var column: Int
        /// The bytes of the place, without what stands around it.
        var text: String
    }

    var testDescription: String
    var rules: [Edit] = []
    var template: [Edit] = []
    /// A whole file in place of the shipped rules.
    var wholeRules: String?
    /// A whole file in place of the shipped template.
    var wholeTemplate: String?
    /// A file that the rules can include as `base.yaml`.
    var base: String?
    var messages: [Message]

    /// Stands for a byte that is no UTF-8.
    static let strayByte: Character = "\u{E0FF}"

    /// The files with the mistake in them, and the places that are marked.
    func plant() throws -> (files: RuleFiles, places: [Place]) {
        let shipped = try RuleFiles.shipped()
        let rules = try marked(
            wholeRules, String(decoding: shipped.rules, as: UTF8.self), self.rules)
        let template = try marked(
            wholeTemplate, String(decoding: shipped.template, as: UTF8.self), self.template)
        let files = RuleFiles(
            rules: Self.bytes(rules.filter { !"⟦⟧".contains($0) }),
            template: Self.bytes(template.filter { !"⟦⟧".contains($0) }),
            base: base.map { Self.bytes($0.filter { !"⟦⟧".contains($0) }) })
        return (
            files,
            Self.places(in: base ?? "", path: RuleFiles.basePath)
                + Self.places(in: rules, path: RuleFiles.rulesPath)
                + Self.places(in: template, path: RuleFiles.templatePath)
        )
    }

    private func marked(_ whole: String?, _ shipped: String, _ edits: [Edit]) throws -> String {
        if let whole { return whole }
        return try edits.reduce(shipped) { text, edit in
            let parts = text.components(separatedBy: edit.old)
            try #require(parts.count == 2, "\(edit.old) stands \(parts.count - 1) times")
            return parts[0] + edit.new + parts[1]
        }
    }

    private static func bytes(_ text: String) -> [UInt8] {
        text.flatMap { $0 == strayByte ? [0xFF] : Array(String($0).utf8) }
    }

    /// Walks over the text character by character; knows nothing of the index that is tested.
    private static func places(in text: String, path: String) -> [Place] {
        var found: [Place] = []
        var open: [Int] = []
        var line = 1
        var column = 1
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟦":
                open.append(found.count)
                found.append(Place(path: path, line: line, column: column, text: ""))
            case "⟧": open.removeLast()
            case "\u{FEFF}": break
            default:
                let shown = scalar == strayByte.unicodeScalars.first ? "\u{FFFD}" : scalar
                for index in open { found[index].text.unicodeScalars.append(shown) }
                column += 1
                if scalar == "\n" { (line, column) = (line + 1, 1) }
            }
        }
        return found
    }
}
