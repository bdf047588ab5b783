import RuleSyntax
import SourceDiagnostics

/// The rows of a mapping in the bytes of its file, and how one is added or taken away.
struct MappingRows {
    private let node: YAMLNode
    private let pairs: [YAMLPair]
    private let bytes: [UInt8]
    private var lines: FileLines { FileLines(bytes: bytes) }

    init(_ node: YAMLNode, _ bytes: [UInt8]) throws(RuleEditFault) {
        guard case .mapping(let pairs) = node.content else { throw .notThere }
        self.node = node
        self.pairs = pairs
        self.bytes = bytes
    }

    /// A new row behind the last one, written as the rows before it are.
    func adding(_ key: String, _ value: String) throws(RuleEditFault) -> RuleFileEditor.Splice {
        if pairs.contains(where: { $0.key == key }) { throw .twice(key) }
        let style = pairs.reversed().lazy.compactMap(Self.style).first ?? .plain
        let row =
            ScalarWriting.text(key, like: .plain) + ": " + ScalarWriting.text(value, like: style)
        guard let last = pairs.last else {
            let place = node.range.lower + 1
            return RuleFileEditor.Splice(place..<place, row)
        }
        let end = last.value.range.upper
        if isFlow { return RuleFileEditor.Splice(end..<end, ", " + row) }
        let place = lines.end(around: end)
        return RuleFileEditor.Splice(
            place..<place, lines.lineEnd(near: end) + (try indent(of: last)) + row)
    }

    /// A row with its comment taken away.
    func removing(_ key: String) throws(RuleEditFault) -> RuleFileEditor.Splice {
        guard let index = pairs.firstIndex(where: { $0.key == key }) else { throw .notThere }
        guard pairs.count > 1 else { throw .lastRow }
        let pair = pairs[index]
        if isFlow {
            return index > 0
                ? RuleFileEditor.Splice(
                    pairs[index - 1].value.range.upper..<pair.value.range.upper, "")
                : RuleFileEditor.Splice(pair.keyRange.lower..<pairs[1].keyRange.lower, "")
        }
        _ = try indent(of: pair)
        var start = lines.start(around: pair.keyRange.lower)
        var end = lines.end(around: pair.value.range.upper)
        let breakLength = lines.breakLength(at: end)
        if breakLength == 0, index > 0 {
            // The last line of a file without a line end: the one before it goes instead.
            start = lines.end(around: lines.start(around: start) - 1)
            if start > 0, bytes[start] == 0x0A, bytes[start - 1] == 0x0D { start -= 1 }
        }
        end += breakLength
        return RuleFileEditor.Splice(start..<end, "")
    }

    private var isFlow: Bool { bytes[node.range.lower] == UInt8(ascii: "{") }

    /// What stands before the key in its line: only spaces, or the row shares its line.
    private func indent(of pair: YAMLPair) throws(RuleEditFault) -> String {
        let start = lines.start(around: pair.keyRange.lower)
        let before = bytes[start..<pair.keyRange.lower]
        guard before.allSatisfy({ $0 == 0x20 }) else { throw .notThere }
        return String(decoding: before, as: UTF8.self)
    }

    private static func style(_ pair: YAMLPair) -> YAMLScalar.Style? {
        guard case .scalar(let scalar) = pair.value.content, !scalar.text.isEmpty else {
            return nil
        }
        return scalar.style
    }
}
