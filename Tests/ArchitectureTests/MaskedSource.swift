/// The lines of a Swift file with blanks where its comments and texts stand.
///
/// A word such as `import` counts in code only, not in a comment or between quotes. What stands in
/// `\(…)` is code again. Regular expression literals are not known: the house does not use them.
struct MaskedSource {
    /// The lines as they were read.
    let lines: [String]
    /// The lines without comments and without the contents of string literals.
    let code: [String]
    /// The lines without the contents of string literals.
    let codeAndComments: [String]

    init(_ text: String) {
        var masker = Masker(Array(text.utf8))
        masker.readCode(untilParenthesis: false)
        lines = MaskedSource.lines(of: masker.bytes)
        code = MaskedSource.lines(of: masker.code)
        codeAndComments = MaskedSource.lines(of: masker.codeAndComments)
    }

    /// Splits at line feeds only; a carriage return stays, to be found as trailing white space.
    private static func lines(of bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Walks over the bytes of a Swift file and blanks what is not code.
private struct Masker {
    let bytes: [UInt8]
    var code: [UInt8]
    var codeAndComments: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        code = bytes
        codeAndComments = bytes
    }

    /// Reads code up to the end of the file, or up to the `)` that ends an interpolation.
    mutating func readCode(untilParenthesis: Bool) {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "/") where sees("//"):
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
                    blank(inComment: true)
                }
            case UInt8(ascii: "/") where sees("/*"):
                readBlockComment()
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                readTextOrNumberSigns()
            case UInt8(ascii: ")") where untilParenthesis && depth == 0:
                return
            case UInt8(ascii: "("):
                depth += 1
                position += 1
            case UInt8(ascii: ")"):
                depth -= 1
                position += 1
            default:
                position += 1
            }
        }
    }

    private func sees(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            let isEdge = sees("/*") || sees("*/")
            if isEdge { depth += bytes[position] == UInt8(ascii: "/") ? 1 : -1 }
            blank(inComment: true)
            if isEdge { blank(inComment: true) }
        } while depth > 0 && position < bytes.count
    }

    /// Reads `"…"`, `"""…"""` or one of them between number signs; `#if` is no text.
    private mutating func readTextOrNumberSigns() {
        let numberSigns = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        position += numberSigns
        guard sees("\"") else { return }
        let quote = sees("\"\"\"") ? "\"\"\"" : "\""
        let tail = String(repeating: "#", count: numberSigns)
        position += quote.utf8.count
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\""), sees(quote + tail) {
                position += quote.utf8.count + numberSigns
                return
            }
            let isEscape = bytes[position] == UInt8(ascii: "\\") && sees("\\" + tail)
            if isEscape, sees("\\" + tail + "(") {
                position += numberSigns + 2
                readCode(untilParenthesis: true)
                position += 1
            } else {
                for _ in 0..<(isEscape ? numberSigns + 1 : 0) { blank(inComment: false) }
                blank(inComment: false)
            }
        }
    }

    /// Steps over one byte of a comment or a text and blanks it; line ends stay.
    private mutating func blank(inComment: Bool) {
        guard position < bytes.count else { return }
        if bytes[position] != UInt8(ascii: "\n") {
            code[position] = UInt8(ascii: " ")
            if !inComment { codeAndComments[position] = UInt8(ascii: " ") }
        }
        position += 1
    }
}
