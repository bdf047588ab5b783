import RuleSyntax
import SourceDiagnostics

/// The texts of a list in the bytes of its file, and how others are written.
struct ListElements {
    private let node: YAMLNode
    private let elements: [YAMLNode]
    private let texts: [String]
    private let style: YAMLScalar.Style
    private let bytes: [UInt8]
    private var lines: FileLines { FileLines(bytes: bytes) }

    init(_ node: YAMLNode, _ bytes: [UInt8]) throws(RuleEditFault) {
        self.node = node
        self.bytes = bytes
        if case .sequence(let nodes) = node.content { elements = nodes } else { elements = [node] }
        var texts: [String] = []
        var style = YAMLScalar.Style.plain
        for (index, element) in elements.enumerated() {
            guard case .scalar(let scalar) = element.content else { throw .notThere }
            texts.append(scalar.text)
            if index == 0 { style = scalar.style }
        }
        self.texts = texts
        self.style = style
    }

    /// The changes that make the list these texts: what is alike at its ends stays untouched.
    func splices(_ new: [String]) throws(RuleEditFault) -> [RuleFileEditor.Splice] {
        guard case .sequence = node.content else {
            if new.count == 1 { return [try RuleFileEditor.scalar(node, new[0], bytes)] }
            let list = "[" + new.map(written).joined(separator: ", ") + "]"
            return [RuleFileEditor.Splice(node.range.lower..<node.range.upper, list)]
        }
        let shorter = min(new.count, texts.count)
        var head = 0
        while head < shorter, new[head] == texts[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, new[new.count - 1 - tail] == texts[texts.count - 1 - tail] {
            tail += 1
        }
        let old = head..<texts.count - tail
        let others = new[head..<new.count - tail]
        let changed = min(old.count, others.count)
        var splices: [RuleFileEditor.Splice] = []
        for index in head..<head + changed {
            splices.append(try RuleFileEditor.scalar(elements[index], new[index], bytes))
        }
        if others.count > changed {
            splices += inserted(Array(others.dropFirst(changed)), at: head + changed)
        } else if old.count > changed {
            splices.append(removed(head + changed..<old.upperBound))
        }
        return splices
    }

    private var isFlow: Bool { bytes[node.range.lower] == UInt8(ascii: "[") }

    private func written(_ text: String) -> String { ScalarWriting.text(text, like: style) }

    private func inserted(_ new: [String], at index: Int) -> [RuleFileEditor.Splice] {
        if isFlow {
            let list = new.map(written).joined(separator: ", ")
            if index > 0 {
                let place = elements[index - 1].range.upper
                return [RuleFileEditor.Splice(place..<place, ", " + list)]
            }
            let place = elements.first?.range.lower ?? node.range.lower + 1
            return [
                RuleFileEditor.Splice(place..<place, list + (elements.isEmpty ? "" : ", "))
            ]
        }
        let model = elements[max(0, index - 1)].range
        let start = lines.start(around: model.lower)
        let mark = String(decoding: bytes[start..<model.lower], as: UTF8.self)
        let end = lines.lineEnd(near: model.upper)
        if index == 0 {
            let text = new.map { mark + written($0) + end }.joined()
            return [RuleFileEditor.Splice(start..<start, text)]
        }
        let place = lines.end(around: model.upper)
        return [
            RuleFileEditor.Splice(place..<place, new.map { end + mark + written($0) }.joined())
        ]
    }

    private func removed(_ range: Range<Int>) -> RuleFileEditor.Splice {
        let last = elements[range.upperBound - 1].range
        let first = elements[range.lowerBound].range
        if isFlow {
            return range.lowerBound > 0
                ? RuleFileEditor.Splice(elements[range.lowerBound - 1].range.upper..<last.upper, "")
                : RuleFileEditor.Splice(first.lower..<elements[range.upperBound].range.lower, "")
        }
        if range.lowerBound > 0 {
            let start = lines.end(around: elements[range.lowerBound - 1].range.upper)
            return RuleFileEditor.Splice(start..<lines.end(around: last.upper), "")
        }
        let end = lines.end(around: last.upper)
        return RuleFileEditor.Splice(
            lines.start(around: first.lower)..<end + lines.breakLength(at: end), "")
    }
}
