internal import BooksModel
internal import DomainModel

/// Answers `processxml.asmx`: takes the document out of the call, and its answer back into one.
enum ProcessXmlService {
    /// What became of a document.
    enum Result {
        /// A small document.
        case node(XMLNode)
        /// A document that was written already.
        case bytes([UInt8])
        /// 400 without a body.
        case badRequest
    }

    /// Answers a call of one of its operations.
    static func answer(
        _ call: SoapCall, world: inout World, now: Instant
    ) throws(ServiceError) -> WireAnswer {
        let parts = call.operation.children
        guard parts.count <= 1, parts.allSatisfy({ $0.name == "xmlRequest" }) else {
            return WireAnswer(status: 400)
        }
        let document: XMLNode?
        switch call.operation.name {
        case "ProcessXmlString":
            // Literal XML where a text belongs (API reference, 2.2).
            guard parts.allSatisfy(\.children.isEmpty) else { return WireAnswer(status: 400) }
            document = XMLTree.read((parts.first?.trimmedText ?? "").utf8)
        case "ProcessXmlDocument":
            document = parts.first?.children.first
            guard parts.first?.children.count == 1, document?.namespace == nil else {
                throw .invalidXML
            }
        default: throw .compressedData
        }
        guard let document else { throw .invalidXML }
        let desk = try DocumentDesk(call.header, document: document, world: world, now: now)
        return wrap(try desk.answer(document, world: &world), call, mood: world.twinfieldMood)
    }

    private static func wrap(
        _ result: Result, _ call: SoapCall, mood: TwinfieldMood
    ) -> WireAnswer {
        let isString = call.operation.name == "ProcessXmlString"
        let bytes: [UInt8]
        switch result {
        case .badRequest: return WireAnswer(status: 400)
        case .bytes(let written): bytes = written
        case .node(let node):
            bytes = XMLTree.write(
                node, declaration: false, isPretty: mood.prettyAnswers,
                hasComments: mood.commentsInAnswers)
        }
        guard isString else {
            return SoapAnswer.document(bytes, of: call.operation.name, call.version)
        }
        let head = mood.declarationInAnswers ? Array("<?xml version=\"1.0\"?>".utf8) : []
        return SoapAnswer.text(head + bytes, of: call.operation.name, call.version)
    }
}
