internal import DomainModel

/// What a SOAP fault says while it is being read: `faultcode` and `faultstring` of SOAP 1.1,
/// `Value` and `Text` of SOAP 1.2, and in the detail `code`, `message` and `source`.
struct SOAPFaultFields {
    private enum Field { case word, reason, code, message, source }

    private var wanted: Field?
    private var detailDepth: Int?
    private var word = ""
    private var reason = ""
    private var codes: [String] = []
    private var message = ""
    private var source = ""

    /// The fault, once its element has ended.
    var fault: SOAPFault {
        let isOne = codes.count == 1 && (1...6).contains(codes[0].utf8.count)
        return SOAPFault(
            code: isOne ? Int(codes[0]) : nil, message: message.isEmpty ? reason : message,
            source: source, faultCode: word)
    }

    /// Notes the start of an element in the fault; says whether its text is wanted.
    mutating func start(_ element: XMLElement) -> Bool {
        wanted = field(of: element)
        if detailDepth == nil, element.isNamed("detail") || element.isNamed("Detail") {
            detailDepth = element.depth
        }
        return wanted != nil
    }

    /// Notes the end of an element in the fault.
    mutating func end(depth: Int, text: UnsafeBufferPointer<UInt8>?) {
        if detailDepth == depth { detailDepth = nil }
        guard let text, let field = wanted else { return }
        wanted = nil
        let shown = TextBytes.shown(text, limit: 1000)
        switch field {
        case .word: if word.isEmpty { word = shown }
        case .reason: if reason.isEmpty { reason = shown }
        case .code: if codes.count < 2, !codes.contains(shown) { codes.append(shown) }
        case .message: if message.isEmpty { message = shown }
        case .source: if source.isEmpty { source = shown }
        }
    }

    private func field(of element: XMLElement) -> Field? {
        if detailDepth != nil {
            if element.isNamed("code") { return .code }
            if element.isNamed("message") { return .message }
            if element.isNamed("source") { return .source }
            return nil
        }
        if element.isNamed("faultcode") || element.isNamed("Value") { return .word }
        if element.isNamed("faultstring") || element.isNamed("Text") { return .reason }
        return nil
    }
}
