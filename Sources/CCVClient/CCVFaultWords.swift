internal import ByteText
internal import DomainModel
internal import RecordReading
internal import ServiceHTTP

/// Says in words what went wrong with a question to CCV, and whether asking again may help.
struct CCVFaultWords: Sendable {
    /// What to make of a fault.
    enum Verdict: Sendable {
        /// Asking again changes nothing.
        case final(ServiceFault)
        /// Asking again may help; how long CCV asks to wait.
        case passing(ServiceFault, wait: Duration? = nil)
    }

    private let connection: String
    private let host: String
    private let path: String

    init(_ settings: CCVSettings, _ path: String) {
        connection = settings.connection
        host = settings.baseURL
        self.path = path
    }

    /// An answer that does not say 2xx.
    func refusal(_ head: AnswerHead, _ body: [UInt8]) -> Verdict {
        let said = said(head, body)
        switch head.status {
        case 401, 403:
            return .final(
                ServiceFault(
                    .refused, "CCV does not accept the API key (\(head.status))\(said)",
                    help: "Connect again: ccvmap connect ccv --connection \(connection)"))
        case 429:
            return .passing(
                ServiceFault(
                    .unavailable, "CCV asks to slow down (429)\(said)",
                    help: "Wait a while and try again; less often is enough."),
                wait: head.retryAfter)
        case 408, 425, 500...599:
            return .passing(
                ServiceFault(
                    .unavailable, "CCV answers with an error (\(head.status))\(said)",
                    help: "Try again later; if it stays, ask CCV."),
                wait: head.retryAfter)
        case 300..<400:
            return .final(
                ServiceFault(
                    .notUnderstood,
                    "CCV sends us to another address (\(head.status)), which is not followed",
                    help: "Is ccv.base_url right? It is \(host)."))
        default:
            return .final(
                ServiceFault(
                    .rejected, "CCV refuses \(path) (\(head.status))\(said)",
                    help: "Ask CCV, with what they say here."))
        }
    }

    /// Whether an answer says that CCV does not know what was asked for.
    ///
    /// 404, or a 400 with `unknown_reference` (a guess from third-party clients; API reference,
    /// sections 2 and 4.7). A web page with 404 comes from something else than the API.
    func isUnknown(_ head: AnswerHead, _ body: [UInt8]) -> Bool {
        if head.status == 404 { return !looksLikePage(head, body) }
        return head.status == 400 && ErrorRecord(body)?.failureCode == "unknown_reference"
    }

    /// The list of transactions, or of methods, is not there.
    func notFound(_ body: [UInt8]) -> ServiceFault {
        ServiceFault(
            .rejected,
            "CCV knows no \(path) at \(host) (404)\(said(AnswerHead(status: 404), body))",
            help: "Is ccv.base_url right? It ends in /api/v1.")
    }

    /// No whole answer.
    func broken(_ fault: TransportFault) -> Verdict {
        switch fault.kind {
        case .cancelled: return .final(.stopping)
        case .notTrusted, .badAddress:
            return .final(
                ServiceFault(
                    .unreachable, "CCV cannot be reached safely: \(fault.message)",
                    help: "Is ccv.base_url right? It is \(host)."))
        default:
            let words = ServiceFault(
                .unreachable, "CCV cannot be reached: \(fault.message)",
                help: "Try again later; is this machine connected to the internet?")
            return fault.isPassing ? .passing(words) : .final(words)
        }
    }

    /// An answer that is not what CCV promises.
    func unreadable(_ fault: RecordFault) -> ServiceFault {
        let line = fault.line.map { ", line \($0)" } ?? ""
        let byte = fault.byteOffset.map { ", byte \($0)" } ?? ""
        return ServiceFault(
            .notUnderstood,
            "the answer of CCV to \(path) cannot be used\(line)\(byte): \(fault.message)",
            help: fault.help.isEmpty
                ? "Nothing of it was used. Is ccv.base_url right?" : fault.help)
    }

    /// What an error body says, with CCV's own number of the error.
    private func said(_ head: AnswerHead, _ body: [UInt8]) -> String {
        guard let error = ErrorRecord(body) else {
            return looksLikePage(head, body) ? ": a web page, not CCV's API" : ""
        }
        var text = error.message.isEmpty ? error.type : error.message
        if !error.failureCode.isEmpty { text += " [\(error.failureCode)]" }
        if !error.field.isEmpty { text += " (field \(error.field))" }
        if !error.reference.isEmpty { text += "; CCV's error reference is \(error.reference)" }
        return ": " + ShownText.oneLine(text)
    }

    private func looksLikePage(_ head: AnswerHead, _ body: [UInt8]) -> Bool {
        head.isWebPage || body.first { $0 > 0x20 } == UInt8(ascii: "<")
    }
}
