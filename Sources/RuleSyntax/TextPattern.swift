public import SourceDiagnostics

/// A text with placeholders, taken apart.
///
/// `{order_number|item.invoicenumber}` is one placeholder with a first choice and what stands in
/// for it; `{{` and `}}` stand for the braces themselves.
public struct TextPattern: Sendable, Equatable {
    /// A piece of the text.
    public enum Part: Sendable, Equatable {
        /// Text as it stands.
        case literal(String)
        /// Names of fields; the first that has a text is taken.
        case placeholder([Located<String>])
    }

    /// The pieces in order.
    public var parts: [Part]
    /// The whole text in the rules.
    public var range: SourceRange

    /// Takes a scalar apart; nil, with diagnostics, when its braces do not fit.
    ///
    /// `example` is a placeholder such as may stand there.
    static func parse(
        _ scalar: YAMLScalar, at range: SourceRange, example: String = "{order_number}",
        into diagnostics: inout [Diagnostic]
    ) -> TextPattern? {
        var parser = TextPatternParser(scalar: scalar, example: example)
        let parts = parser.parse()
        diagnostics += parser.diagnostics
        return parser.diagnostics.isEmpty ? TextPattern(parts: parts, range: range) : nil
    }
}

private struct TextPatternParser {
    let scalar: YAMLScalar
    let example: String
    var diagnostics: [Diagnostic] = []
    private let bytes: [UInt8]
    private var index = 0

    init(scalar: YAMLScalar, example: String) {
        self.scalar = scalar
        self.example = example
        bytes = Array(scalar.text.utf8)
    }

    mutating func parse() -> [TextPattern.Part] {
        var parts: [TextPattern.Part] = []
        var literal: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            let isBrace = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
            if isBrace, index + 1 < bytes.count, bytes[index + 1] == byte {
                literal.append(byte)
                index += 2
            } else if byte == UInt8(ascii: "{") {
                if !literal.isEmpty { parts.append(.literal(string(literal))) }
                literal = []
                if let placeholder = placeholder() { parts.append(placeholder) }
            } else if byte == UInt8(ascii: "}") {
                report(.braceClosesNothing(name(before: index)), index..<index + 1)
                index += 1
            } else {
                literal.append(byte)
                index += 1
            }
        }
        if !literal.isEmpty { parts.append(.literal(string(literal))) }
        return parts
    }

    private mutating func placeholder() -> TextPattern.Part? {
        let opening = index
        index += 1
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")),
            !bytes[index..<end].contains(UInt8(ascii: "{"))
        else {
            report(.braceNeverClosed(name(behind: opening)), opening..<opening + 1)
            index = bytes.count
            return nil
        }
        var names: [Located<String>] = []
        var start = index
        for position in index...end
        where position == end || bytes[position] == UInt8(ascii: "|") {
            var lower = start
            var upper = position
            while lower < upper, bytes[lower] == 0x20 { lower += 1 }
            while upper > lower, bytes[upper - 1] == 0x20 { upper -= 1 }
            if lower == upper {
                report(.placeholderWithoutName(example), opening..<end + 1)
            }
            names.append(
                Located(string(Array(bytes[lower..<upper])), at: scalar.range(of: lower..<upper)))
            start = position + 1
        }
        index = end + 1
        return .placeholder(names)
    }

    /// The name that stands behind an opening brace.
    private func name(behind brace: Int) -> String? {
        let name = bytes[(brace + 1)...].prefix { Self.isOfName($0) }
        return name.isEmpty ? nil : string(Array(name))
    }

    /// The name that stands before a closing brace; a plain word may be text as well.
    private func name(before brace: Int) -> String? {
        let start = bytes[..<brace].lastIndex { !Self.isOfName($0) }.map { $0 + 1 } ?? 0
        let name = bytes[start..<brace]
        let isField = name.contains(UInt8(ascii: ".")) || name.contains(UInt8(ascii: "_"))
        return isField ? string(Array(name)) : nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "|"):
            true
        default: false
        }
    }

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private mutating func report(_ message: Message, _ offsets: Range<Int>) {
        diagnostics.append(Diagnostic(message, at: scalar.range(of: offsets)))
    }
}
