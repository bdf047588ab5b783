internal import DomainModel

/// Reads the elements of a SOAP envelope and keeps the newest text of its result.
///
/// Shape: `Envelope/Body/ProcessXmlStringResponse/ProcessXmlStringResult`, or `Envelope/Body/Fault`
/// (API reference, 2.3 and 2.4). Elements are told apart by their names without prefix.
final class EnvelopeSink: XMLSink {
    private enum Place { case elsewhere, body, response, result, fault }

    /// The text of the result that was not taken out yet, in UTF-8.
    var text: [UInt8] = []
    /// Whether the result has begun.
    private(set) var hasResult = false
    /// Whether the result holds anything at all.
    private(set) var hasText = false
    private var place = Place.elsewhere
    private var faultReader = SOAPFaultFields()
    private var hasFault = false

    /// Twinfield's fault; nil when the body has none.
    var fault: SOAPFault? { hasFault ? faultReader.fault : nil }

    var takesText: Bool { place == .result }

    func start(_ element: XMLElement) throws(RecordFault) -> Bool {
        if place == .fault { return faultReader.start(element) }
        switch element.depth {
        case 1: try Self.require(element, "Envelope")
        case 2: place = element.isNamed("Body") ? .body : .elsewhere
        case 3 where place == .body: try beginBody(element)
        case 4 where place == .response:
            try Self.require(element, "ProcessXmlStringResult")
            guard !hasResult else {
                throw RecordFault("the SOAP message has two results", line: element.line)
            }
            hasResult = true
            place = .result
        case _ where place == .result:
            throw RecordFault(
                "the result holds the element <\(element.nameText)>; expected a document as text",
                line: element.line)
        default: break
        }
        return false
    }

    func end(depth: Int, line: Int, text: UnsafeBufferPointer<UInt8>?) throws(RecordFault) {
        if place == .fault { faultReader.end(depth: depth, text: text) }
        switch depth {
        case 2: place = .elsewhere
        case 3 where place != .elsewhere: place = .body
        case 4 where place == .result: place = .response
        default: break
        }
    }

    func take(_ text: UnsafeBufferPointer<UInt8>) throws(RecordFault) {
        hasText = true
        self.text.append(contentsOf: text)
    }

    private func beginBody(_ element: XMLElement) throws(RecordFault) {
        if element.isNamed("Fault") {
            guard !hasResult, !hasFault else {
                throw RecordFault("the SOAP message has more than one answer", line: element.line)
            }
            hasFault = true
            place = .fault
        } else {
            try Self.require(element, "ProcessXmlStringResponse")
            guard !hasFault else {
                throw RecordFault("the SOAP message has more than one answer", line: element.line)
            }
            place = .response
        }
    }

    private static func require(
        _ element: XMLElement, _ name: StaticString
    ) throws(RecordFault) {
        guard !element.isNamed(name) else { return }
        throw RecordFault(
            "the SOAP message has <\(element.nameText)>; expected <\(name)>", line: element.line)
    }
}
