internal import DomainModel
internal import ServiceHTTP
internal import TwinfieldXML

extension TwinfieldClient {
    /// What Twinfield says, for people: without secrets, on one line.
    func shown(_ text: String) -> String { redaction.shown(text) }

    /// What Twinfield says of an entry or a set, for people.
    func shown(_ messages: [TwinfieldMessage]) -> [TwinfieldMessage] {
        messages.map { message in
            var shown = message
            shown.text = redaction.shown(message.text, limit: 1000)
            return shown
        }
    }

    /// A fault of Twinfield as a sentence.
    func said(by fault: SOAPFault) -> String {
        let number = fault.code.map { " \($0)" } ?? ""
        let text = shown(fault.message)
        return "Twinfield answers with fault\(number)" + (text.isEmpty ? "" : ": \(text)")
    }

    /// The fault that a refused access is for a person.
    func accessRefused(_ status: Int, _ fault: SOAPFault?) -> ServiceFault {
        let text = fault.map { said(by: $0) } ?? "Twinfield answers \(status)"
        return ServiceFault(
            .refused, "\(text): the access to \(settings.office) is refused",
            help: Self.rightsHelp(settings))
    }

    /// What to do when something is not allowed.
    static func rightsHelp(_ settings: TwinfieldSettings) -> String {
        "let the user that was logged in enter \(settings.office), or log in as another: "
            + settings.connectHelp
    }

    /// The fault that a status without explanation is.
    static func fault(ofStatus status: Int) -> ServiceFault {
        switch status {
        case 500...: ServiceFault(.unavailable, "Twinfield answers \(status)")
        case 300..<400:
            ServiceFault(
                .notUnderstood, "Twinfield answers \(status): it redirects, which is not followed")
        default: ServiceFault(.rejected, "Twinfield answers \(status) to the request")
        }
    }

    /// The fault that a request without an answer is.
    static func fault(of fault: TransportFault) -> ServiceFault {
        switch fault.kind {
        case .cancelled: .stopping
        case .tooLong:
            ServiceFault(
                .notUnderstood, "Twinfield: \(fault.message)",
                help: "ask for less at a time, for example fewer years")
        default: ServiceFault(.unreachable, "Twinfield: \(fault.message)")
        }
    }

    /// The fault that a text is which Twinfield would not take.
    static func unwritable(_ fault: RequestFault) -> ServiceFault {
        ServiceFault(.rejected, "Twinfield would not take this: \(fault.message)")
    }

    /// The fault that a refusal of a read is.
    func refusal(_ what: String, _ messages: [TwinfieldMessage]) -> ServiceFault {
        let text = shown(messages).map(\.text).joined(separator: "; ")
        return ServiceFault(
            .rejected, "Twinfield does not give \(what)" + (text.isEmpty ? "" : ": \(text)"))
    }
}
