internal import SourceDiagnostics

/// Makes sure that bytes are text that libyaml can read, and reports what is not.
///
/// A foreign byte is replaced by `_`, so that the rest of the file can be checked in the same
/// run and every offset stays what it was.
struct YAMLTextCheck {
    /// The bytes, repaired.
    private(set) var bytes: [UInt8]
    /// The bytes of a byte-order mark at the start: 0 or 3.
    let markLength: Int
    /// Whether there is any sense in reading on.
    private(set) var isText = true
    /// What was wrong.
    private(set) var diagnostics: [Diagnostic] = []
    private let path: String

    /// Checks a file.
    init(_ source: SourceText) {
        bytes = source.bytes
        path = source.path
        markLength = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if Self.looksLikeUTF16(bytes) {
            isText = false
            report(
                .notUTF8, 0..<min(2, bytes.count), "the file is UTF-16, and rules must be UTF-8",
                help: Self.saveAsUTF8)
        } else if let index = bytes.firstIndex(of: 0) {
            isText = false
            report(
                .forbiddenCharacter, index..<index + 1,
                "a NUL stands here (byte \(index) of the file), so this is no text file",
                help: Self.saveAsUTF8)
        } else {
            repair()
        }
    }

    private static let saveAsUTF8 = "save the file as plain text with the encoding UTF-8"

    /// Whether a byte-order mark, or a zero beside the first character, tells UTF-16.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2 else { return false }
        let first = bytes[0]
        let second = bytes[1]
        return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)
            || (first == 0) != (second == 0)
    }

    private mutating func repair() {
        var malformed: (first: Int, count: Int)?
        var forbidden: (first: Range<Int>, count: Int)?
        var index = markLength
        while index < bytes.count {
            let length = YAMLUTF8Sequence.length(in: bytes, at: index)
            if length == 0 {
                malformed = (malformed?.first ?? index, (malformed?.count ?? 0) + 1)
                bytes[index] = UInt8(ascii: "_")
                index += 1
                continue
            }
            if isForbidden(at: index, length: length) {
                let range = index..<index + length
                forbidden = (forbidden?.first ?? range, (forbidden?.count ?? 0) + 1)
                bytes.replaceSubrange(range, with: repeatElement(UInt8(ascii: "_"), count: length))
            }
            index += length
        }
        if let malformed { reportMalformed(at: malformed.first, count: malformed.count) }
        if let forbidden { reportForbidden(at: forbidden.first, count: forbidden.count) }
    }

    /// Whether YAML forbids the character: a control character other than tab and line ends.
    private func isForbidden(at index: Int, length: Int) -> Bool {
        let byte = bytes[index]
        switch length {
        case 1: return byte < 0x20 ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0x7F
        case 2: return byte == 0xC2 && bytes[index + 1] < 0xA0 && bytes[index + 1] != 0x85
        case 3: return byte == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
        default: return false
        }
    }

    private mutating func reportMalformed(at index: Int, count: Int) {
        report(
            .notUTF8, index..<index + 1,
            "byte \(index) of the file is not UTF-8\(more(count, "such byte"))",
            help: Self.saveAsUTF8 + "; letters with accents are often the ones that differ")
    }

    private mutating func reportForbidden(at range: Range<Int>, count: Int) {
        report(
            .forbiddenCharacter, range,
            "a control character stands here, which YAML does not allow"
                + more(count, "such character"),
            help: "delete it; in double quotes it can be written as an escape such as \"\\x1B\"")
    }

    private func more(_ count: Int, _ what: String) -> String {
        switch count {
        case 1: ""
        case 2: ", and one more \(what) follows"
        default: ", and \(count - 1) more \(what)s follow"
        }
    }

    private mutating func report(
        _ code: DiagnosticCode, _ range: Range<Int>, _ message: String, help: String
    ) {
        let place = SourceRange(path: path, lower: range.lowerBound, upper: range.upperBound)
        diagnostics.append(Diagnostic(code, at: place, message, help: help))
    }
}
