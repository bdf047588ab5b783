internal import CLibXML2
internal import DomainModel

/// Reads one XML document in pieces and tells a sink about its elements; it trusts nothing.
///
/// No document type declaration, no entities but the five of XML, no file, no network, and no
/// more of anything than its limits allow. Comments and processing instructions are ignored. After
/// the first fault nothing more is told.
final class XMLDocumentParser {
    /// So much is parsed at a time, however the document is cut: what is said of a fault, and
    /// where, depends on what the parser has in sight.
    private static let pieceSize = 1 << 15
    /// So much of a CDATA section is parsed at a time when it may be long: libxml2 hands out a
    /// little of one and then looks for its end again from the start.
    private static let sectionPieceSize = 1 << 11

    private static let isLibraryReady: Bool = {
        xmlInitParser()
        return true
    }()

    private let sink: any XMLSink
    private let limits: XMLLimits
    private var context: xmlParserCtxtPtr?
    private var fault: RecordFault?
    private var progress = XMLProgress()
    private var wantedDepth = 0
    private var text: [UInt8] = []
    /// The bytes that wait to be a whole piece.
    private var waiting: [UInt8] = []
    private var textByteCount = 0

    /// Begins a document.
    init(sink: any XMLSink, limits: XMLLimits = .document) {
        self.sink = sink
        self.limits = limits
        var handler = Self.handler()
        let user = Unmanaged.passUnretained(self).toOpaque()
        guard Self.isLibraryReady,
            let context = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil)
        else { return }
        self.context = context
        _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    }

    deinit { ccvmap_xml_parser_free(context) }

    /// Reads the next bytes of the document, cut anywhere.
    func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        if let fault { throw fault }
        var rest = bytes[...]
        if !waiting.isEmpty {
            let added = rest.prefix(Self.pieceSize - waiting.count)
            waiting.append(contentsOf: added)
            rest = rest.dropFirst(added.count)
            if waiting.count == Self.pieceSize { try parseWaiting() }
        }
        while rest.count >= Self.pieceSize {
            try parse(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceSize)))
            rest = rest.dropFirst(Self.pieceSize)
        }
        waiting.append(contentsOf: rest)
    }

    /// Says that there is no more; throws when the document is not whole.
    func finish() throws(RecordFault) {
        guard let context else { throw Self.outOfMemory }
        if let fault { throw fault }
        try parseWaiting()
        guard progress.byteCount > 0 else {
            throw RecordFault("the file is empty (0 bytes)", line: 1, byteOffset: 0)
        }
        progress.isFinishing = true
        noteResult(xmlParseChunk(context, nil, 0, 1))
        if let fault { throw fault }
        guard progress.isRootClosed else { throw placed(progress.fault(code: 0, message: "")) }
    }

    private func parseWaiting() throws(RecordFault) {
        // Taken out while it is read; its room serves the next bytes.
        var bytes: [UInt8] = []
        swap(&bytes, &waiting)
        let result = bytes.withUnsafeBytes { piece in
            Result { () throws(RecordFault) in try parse(piece) }
        }
        try result.get()
        bytes.removeAll(keepingCapacity: true)
        swap(&bytes, &waiting)
    }

    private func parse(_ piece: UnsafeRawBufferPointer) throws(RecordFault) {
        guard let context else { throw Self.outOfMemory }
        progress.note(piece)
        ccvmap_xml_be_silent()
        var rest = piece[...]
        repeat {
            let isInSection = limits.streamsText && ccvmap_xml_parser_is_in_cdata(context) == 1
            let next = rest.prefix(isInSection ? Self.sectionPieceSize : Self.pieceSize)
            rest = rest.dropFirst(next.count)
            let start = UnsafeRawBufferPointer(rebasing: next).baseAddress
            noteResult(
                xmlParseChunk(
                    context, start?.assumingMemoryBound(to: CChar.self), Int32(next.count), 0))
            if limits.streamsText { emptySection() }
            refuseLongTag()
            if let fault { throw fault }
        } while !rest.isEmpty
    }

    /// Lets libxml2 hand out all that it holds of a CDATA section.
    private func emptySection() {
        guard let context else { return }
        var pending = ccvmap_xml_parser_pending(context)
        while fault == nil, ccvmap_xml_parser_is_in_cdata(context) == 1 {
            noteResult(xmlParseChunk(context, nil, 0, 0))
            let left = ccvmap_xml_parser_pending(context)
            guard left < pending else { return }
            pending = left
        }
    }

    private static let outOfMemory = RecordFault("there is no memory left to read the XML")

    private func noteResult(_ code: Int32) {
        guard fault == nil, code != 0, let context,
            ccvmap_xml_parser_is_well_formed(context) == 0
        else { return }
        fault = placed(progress.fault(code: code, message: ""))
    }

    private func refuseLongTag() {
        guard fault == nil, let context,
            ccvmap_xml_parser_pending(context) > limits.tagBytes
        else { return }
        let tooLong = RecordFault("a tag, a comment or a CDATA section is longer than 64 KiB")
        fault = placed(progress.openingFault() ?? tooLong)
    }

    /// Adds the place that the parser has reached to a fault that has none.
    private func placed(_ fault: RecordFault) -> RecordFault {
        guard let context else { return fault }
        var result = fault
        let line = Int(ccvmap_xml_parser_line(context))
        if result.line == nil, line > 0 { result.line = line }
        let byte = Int(ccvmap_xml_parser_byte(context))
        if result.byteOffset == nil, byte >= 0, byte <= progress.byteCount {
            result.byteOffset = byte
        }
        return result
    }
}

extension XMLDocumentParser {
    fileprivate func startElement(
        _ name: UnsafePointer<UInt8>, _ attributeCount: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        guard fault == nil, let context else { return }
        progress.depth += 1
        progress.isRootOpened = true
        textByteCount = 0
        let line = Int(ccvmap_xml_parser_line(context))
        let element = XMLElement(
            name: name, attributes: attributes, attributeCount: attributeCount,
            depth: progress.depth, line: line)
        do throws(RecordFault) {
            guard progress.depth <= limits.depth else {
                throw RecordFault("elements are nested deeper than \(limits.depth) levels")
            }
            if progress.depth == 1 { try XMLProgress.refuseWebPage(root: element.nameText) }
            guard try sink.start(element) else { return }
            wantedDepth = progress.depth
            text.removeAll(keepingCapacity: true)
        } catch {
            fault = placed(error)
        }
    }

    fileprivate func endElement() {
        guard fault == nil, let context else { return }
        let depth = progress.depth
        progress.depth -= 1
        if depth == 1 { progress.isRootClosed = true }
        textByteCount = 0
        let line = Int(ccvmap_xml_parser_line(context))
        do throws(RecordFault) {
            if wantedDepth == depth {
                wantedDepth = 0
                try text.withUnsafeBufferPointer { (bytes) throws(RecordFault) in
                    try sink.end(depth: depth, line: line, text: TextBytes.trimmed(bytes))
                }
            } else {
                try sink.end(depth: depth, line: line, text: nil)
            }
        } catch {
            fault = placed(error)
        }
    }

    fileprivate func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard fault == nil else { return }
        if limits.streamsText, sink.takesText {
            do throws(RecordFault) { try sink.take(bytes) } catch { fault = placed(error) }
            return
        }
        textByteCount += bytes.count
        if textByteCount > limits.textBytes {
            fault = placed(RecordFault("an element holds more than 1 MiB of text"))
        } else if wantedDepth == progress.depth {
            text.append(contentsOf: bytes)
        }
    }

    fileprivate func documentType(_ name: String) {
        guard fault == nil else { return }
        fault = placed(XMLProgress.documentTypeFault(name: name))
    }

    fileprivate func parserError(code: Int32, line: Int32, message: String) {
        guard fault == nil else { return }
        var result = progress.fault(code: code, message: message)
        if line > 0, result.line == nil { result.line = Int(line) }
        fault = placed(result)
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> XMLDocumentParser? {
        user.map { Unmanaged<XMLDocumentParser>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The callbacks.
    ///
    /// What is not set here (declarations, entities, resolving) does not happen.
    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { user, name, _, _, _, _, count, _, attributes in
            guard let name else { return }
            XMLDocumentParser.of(user)?.startElement(name, Int(count), attributes)
        }
        handler.endElementNs = { user, _, _, _ in XMLDocumentParser.of(user)?.endElement() }
        handler.characters = { user, start, count in
            let bytes = UnsafeBufferPointer(start: start, count: Int(count))
            XMLDocumentParser.of(user)?.characters(bytes)
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { user, name, _, _ in
            XMLDocumentParser.of(user)?.documentType(name.map { String(cString: $0) } ?? "")
        }
        handler.serror = { user, error in
            // Warnings and questions of namespaces leave the document well-formed.
            guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
                error.pointee.domain != Int32(XML_FROM_NAMESPACE.rawValue)
            else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? ""
            XMLDocumentParser.of(user)?.parserError(
                code: error.pointee.code, line: error.pointee.line, message: message)
        }
        return handler
    }
}
