internal import DomainModel

extension FaultAnswer {
    /// The answer that a fault gives in the place of the service's own.
    ///
    /// `soap` words a SOAP fault with a code in the language of the API user.
    func wire(for kind: RequestKind, isDutch: Bool) -> WireAnswer {
        switch self {
        case .status(let status): return WireAnswer(status: status)
        case .tooMany(let retryAfter): return Self.tooMany(retryAfter, kind)
        case .denied(let status, let code): return Self.denied(status, code, kind)
        case .soap(let code): return Self.soapFault(TwinfieldCode(code), isDutch: isDutch)
        case .html:
            return WireAnswer(
                status: 200, contentType: "text/html; charset=utf-8",
                text: "<!DOCTYPE html><html><head><title>Maintenance</title></head><body>"
                    + "<h1>We are back soon</h1></body></html>")
        case .empty: return WireAnswer(status: 200, headers: [kind.contentType])
        case .garbage:
            let bytes = (0..<256).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 3) }
            return WireAnswer(status: 200, headers: [kind.contentType], body: bytes)
        case .huge:
            return WireAnswer(
                status: 200, headers: [kind.contentType], body: kind.hugeBeginning)
        }
    }

    /// The bytes that come behind those of the answer.
    func filler(for kind: RequestKind) -> Delivery.Filler {
        guard case .huge(let bytes) = self else { return Delivery.Filler() }
        return Delivery.Filler(
            byte: UInt8(ascii: kind.service == .ccv ? "x" : " "), count: bytes,
            tail: kind.hugeEnd)
    }

    /// Twinfield tells of its credits too, those of an uncertified client (API reference, 7).
    private static func tooMany(_ retryAfter: Int?, _ kind: RequestKind) -> WireAnswer {
        guard let retryAfter else { return WireAnswer(status: 429) }
        var headers = [WireRequest.Field("Retry-After", String(retryAfter))]
        if kind.service == .twinfield {
            headers += CreditLimiter.headers(limit: 25, remaining: 0, credited: kind.credits)
        }
        return WireAnswer(status: 429, headers: headers)
    }

    /// Twinfield says what is wrong in the reason phrase, `code : text`; CCV in a body, whose words
    /// for this are a guess.
    private static func denied(_ status: Int, _ code: Int, _ kind: RequestKind) -> WireAnswer {
        if kind.service == .ccv {
            return WireAnswer(
                status: status, contentType: "application/json",
                text: #"{"type":"authentication_error","message":"Invalid API key"}"#)
        }
        return WireAnswer(status: status, reason: "\(code) : \(TwinfieldCode(code).english)")
    }

    /// The fault that the service itself would answer with, for any code.
    private static func soapFault(_ code: TwinfieldCode, isDutch: Bool) -> WireAnswer {
        let text = isDutch ? code.dutch : code.english
        return SoapAnswer.fault(code: code.number, text, .soap11, status: 500)
    }
}

extension RequestKind {
    /// The content type of the service's answers.
    fileprivate var contentType: WireRequest.Field {
        switch service {
        case .twinfield: WireRequest.Field("Content-Type", "text/xml; charset=utf-8")
        default: WireRequest.Field("Content-Type", "application/json")
        }
    }

    /// How a well-formed answer without end begins.
    fileprivate var hugeBeginning: [UInt8] {
        switch service {
        case .twinfield:
            Array(
                (#"<?xml version="1.0" encoding="utf-8"?>"#
                    + #"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">"#
                    + #"<soap:Body><ProcessXmlStringResponse xmlns="http://www.twinfield.com/">"#
                    + "<ProcessXmlStringResult>&lt;browse result=\"1\"&gt;").utf8)
        default: Array(#"[{"reference":"huge","description":""#.utf8)
        }
    }

    /// How it ends.
    fileprivate var hugeEnd: [UInt8] {
        switch service {
        case .twinfield:
            Array(
                ("&lt;/browse&gt;</ProcessXmlStringResult></ProcessXmlStringResponse>"
                    + "</soap:Body></soap:Envelope>").utf8)
        default: Array(#""}]"#.utf8)
        }
    }
}
