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
        let name = element.nameText
        wanted = Self.field(name, isInDetail: detailDepth != nil)
        if detailDepth == nil, Self.isDetail(name) { detailDepth = element.depth }
        return wanted != nil
    }

    /// Notes the end of an element in the fault.
    mutating func end(depth: Int, text: UnsafeBufferPointer<UInt8>?) {
        if detailDepth == depth { detailDepth = nil }
        guard let text, let field = wanted else { return }
        wanted = nil
        set(field, TextBytes.shown(text, limit: 1000))
    }

    /// Takes what an element that is held whole says.
    mutating func add(_ element: AnswerElement, isInDetail: Bool) {
        if let field = Self.field(element.name, isInDetail: isInDetail), element.children.isEmpty {
            set(field, TextBytes.shown(Array(element.text.utf8), limit: 1000))
        }
        for child in element.children {
            add(child, isInDetail: isInDetail || Self.isDetail(element.name))
        }
    }

    private mutating func set(_ field: Field, _ text: String) {
        switch field {
        case .word: if word.isEmpty { word = text }
        case .reason: if reason.isEmpty { reason = text }
        case .code: if codes.count < 2, !codes.contains(text) { codes.append(text) }
        case .message: if message.isEmpty { message = text }
        case .source: if source.isEmpty { source = text }
        }
    }

    private static func isDetail(_ name: String) -> Bool { name == "detail" || name == "Detail" }

    private static func field(_ name: String, isInDetail: Bool) -> Field? {
        switch name {
        case "code" where isInDetail, "Code" where isInDetail: .code
        case "message" where isInDetail, "Message" where isInDetail: .message
        case "source" where isInDetail: .source
        case "faultcode" where !isInDetail, "Value" where !isInDetail: .word
        case "faultstring" where !isInDetail, "Text" where !isInDetail: .reason
        default: nil
        }
    }
}
