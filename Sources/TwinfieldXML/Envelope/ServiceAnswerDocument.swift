internal import DomainModel

/// The answer of a service that answers in elements, not in a text: the finder and others.
struct ServiceAnswerDocument: ~Copyable {
    private let document = AnswerDocument()

    /// Reads the next bytes, cut anywhere.
    func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) { try document.feed(bytes) }

    /// Says that there is no more, and gives the element of the answer, or Twinfield's fault.
    ///
    /// Shape: `Envelope/Body/` and then an element of one of these names, or `Fault`.
    consuming func finish(_ names: String...) throws(RecordFault) -> SOAPOutcome<AnswerElement> {
        let root = try document.finish()
        guard root.name == "Envelope" else {
            throw RecordFault(
                "the root element is <\(root.shownName)>; expected <Envelope>", line: root.line)
        }
        let content = root.children("Body").flatMap(\.children)
        guard let element = content.first, content.count == 1 else {
            throw RecordFault("the SOAP message has no answer, or several", line: root.line)
        }
        if element.name == "Fault" { return .fault(Self.fault(element)) }
        guard names.contains(element.name) else {
            throw RecordFault(
                "the SOAP message has <\(element.shownName)>; expected <\(names[0])>",
                line: element.line)
        }
        return .answer(element)
    }

    private static func fault(_ element: AnswerElement) -> SOAPFault {
        var fields = SOAPFaultFields()
        fields.add(element, isInDetail: false)
        return fields.fault
    }
}
