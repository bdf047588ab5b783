internal import DomainModel

/// What Twinfield says about its own answer: attributes `result`, `msgtype` and `msg`.
///
/// They may stand on any element (API reference, 3.6 and 4.3). Texts are for people, in the
/// user's language; only `result` and `msgtype` decide.
struct AnswerMessages {
    /// At most so many messages are kept.
    private static let maximumCount = 20

    private var errors: [String] = []
    private var warnings: [String] = []
    private var refusedLine: Int?
    private var messageLine: Int?

    /// Whether something in the answer says that the request was refused.
    var isRefused: Bool { refusedLine != nil }

    /// Checks the root of an answer: its name must be one of those expected.
    ///
    /// A refusal may have another root, such as `<transaction result="0" msg="…"/>`: then the
    /// answer is read to its end, for what it says.
    mutating func checkRoot(_ root: XMLElement, expected: [StaticString]) throws(RecordFault) {
        note(root)
        for name in expected where root.isNamed(name) { return }
        let wanted = expected.map { "<\($0)>" }.joined(separator: " or ")
        var fault = RecordFault(
            "the root element is <\(root.nameText)>; expected \(wanted)", line: root.line)
        if root.isNamed("Envelope") {
            fault.help = "this is a whole SOAP message; give the document inside its result"
        }
        guard isRefused else { throw fault }
    }

    /// Notes what the attributes of an element say.
    mutating func note(_ element: XMLElement) {
        for index in 0..<element.attributeCount {
            let initial = element.attributeInitial(index)
            guard initial == UInt8(ascii: "m") || initial == UInt8(ascii: "r") else { continue }
            if element.isAttribute(index, named: "msg")
                || element.isAttribute(index, named: "msgtype")
                || element.isAttribute(index, named: "result")
            {
                return read(element)
            }
        }
    }

    /// The fault that a refused answer is; nil when it was not refused.
    func fault() -> RecordFault? {
        guard let refusedLine else { return nil }
        if errors.isEmpty {
            return RecordFault(
                "Twinfield refused the request (result=\"0\") without saying why",
                line: refusedLine)
        }
        return RecordFault(
            "Twinfield refused the request: " + Self.joined(errors),
            line: messageLine ?? refusedLine)
    }

    /// The sentence about warnings in an answer that was not refused; nil when there are none.
    func warning() -> String? {
        warnings.isEmpty ? nil : "Twinfield warns: " + Self.joined(warnings)
    }

    private mutating func read(_ element: XMLElement) {
        let isZero = element.attribute("result").map { TextBytes.equal($0, "0") } ?? false
        let type = element.attribute("msgtype")
        let isError = isZero || (type.map { TextBytes.equal($0, "error") } ?? false)
        if isError, refusedLine == nil { refusedLine = element.line }
        guard let message = element.attribute("msg"), !message.isEmpty else { return }
        let text = TextBytes.quoted(message, limit: 400)
        if isError {
            if messageLine == nil { messageLine = element.line }
            Self.add(text, to: &errors)
        } else {
            Self.add(text, to: &warnings)
        }
    }

    private static func add(_ text: String, to list: inout [String]) {
        guard list.count <= maximumCount, !list.contains(text) else { return }
        list.append(list.count < maximumCount ? text : "…")
    }

    private static func joined(_ list: [String]) -> String { list.joined(separator: ", ") }
}
