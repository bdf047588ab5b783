internal import DomainModel

/// Reads an answer that is held whole, which only an answer of bounded size is.
///
/// An entry has at most 1,000 lines (API reference, 3.8): what is larger than any such answer is
/// refused, so that memory stays bounded whatever comes.
struct AnswerDocument: ~Copyable {
    private let sink: AnswerDocumentSink
    private let parser: XMLDocumentParser

    /// Begins to read a document.
    init() {
        let sink = AnswerDocumentSink()
        self.sink = sink
        parser = XMLDocumentParser(sink: sink)
    }

    /// Reads the next bytes, cut anywhere.
    func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) { try parser.feed(bytes) }

    /// Says that there is no more, and gives the root element.
    consuming func finish() throws(RecordFault) -> AnswerElement {
        try parser.finish()
        guard let root = sink.root else { throw RecordFault("the document has no root", line: 1) }
        return root
    }
}

/// Keeps the elements of a document.
private final class AnswerDocumentSink: XMLSink {
    private static let maximumElements = 300_000
    private static let maximumBytes = 16 << 20

    private(set) var root: AnswerElement?
    /// The elements that are open, the root first.
    private var open: [AnswerElement] = []
    private var elementCount = 0
    private var byteCount = 0

    func start(_ element: XMLElement) throws(RecordFault) -> Bool {
        elementCount += 1
        var opened = AnswerElement(name: String(cString: element.name), line: element.line)
        byteCount += opened.name.utf8.count
        for index in 0..<element.attributeCount {
            let value = element.attributeValue(index)
            byteCount += value.count
            opened.attributes.append(
                (element.attributeName(index), String(decoding: value, as: UTF8.self)))
        }
        try check(line: element.line)
        open.append(opened)
        return true
    }

    func end(depth: Int, line: Int, text: UnsafeBufferPointer<UInt8>?) throws(RecordFault) {
        guard var ended = open.popLast() else { return }
        if let text, !text.isEmpty {
            byteCount += text.count
            try check(line: line)
            ended.text = String(decoding: text, as: UTF8.self)
        }
        if open.isEmpty {
            root = ended
        } else {
            open[open.count - 1].children.append(ended)
        }
    }

    private func check(line: Int) throws(RecordFault) {
        guard elementCount <= Self.maximumElements, byteCount <= Self.maximumBytes else {
            throw RecordFault(
                "the answer is larger than any answer to this question can be", line: line)
        }
    }
}
