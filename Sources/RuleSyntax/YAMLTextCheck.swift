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
            report(.fileIsUTF16, 0..<min(2, bytes.count))
        } else if let index = bytes.firstIndex(of: 0) {
            isText = false
            report(.nul(at: index), index..<index + 1)
        } else {
            repair()
        }
    }

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
        if let (first, count) = malformed {
            report(.notUTF8(at: first, count: count), first..<first + 1)
        }
        if let (first, count) = forbidden { report(.controlCharacters(count), first) }
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

    private mutating func report(_ message: Message, _ range: Range<Int>) {
        let place = SourceRange(path: path, lower: range.lowerBound, upper: range.upperBound)
        diagnostics.append(Diagnostic(message, at: place))
    }
}
