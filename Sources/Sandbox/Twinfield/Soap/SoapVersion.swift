/// The two envelopes that the services speak (API reference, 2.2).
enum SoapVersion: Sendable {
    /// SOAP 1.1: `text/xml` with the header `SOAPAction`.
    case soap11
    /// SOAP 1.2: `application/soap+xml`.
    case soap12

    /// The namespace of the envelope.
    var namespace: String {
        switch self {
        case .soap11: "http://schemas.xmlsoap.org/soap/envelope/"
        case .soap12: "http://www.w3.org/2003/05/soap-envelope"
        }
    }

    /// The content type of answers.
    var contentType: String {
        switch self {
        case .soap11: "text/xml; charset=utf-8"
        case .soap12: "application/soap+xml; charset=utf-8"
        }
    }
}
