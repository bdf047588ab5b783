/// Who calls and for which administration: the element `Header` of the WSDL.
struct SoapHeader: Sendable, Equatable {
    /// The namespace of everything that the services declare.
    static let namespace = "http://www.twinfield.com/"

    /// Of the sessions that ended in 2021; never valid here.
    var sessionID: String?
    /// The token of the login service.
    var accessToken: String?
    /// The administration; empty when the element was there without a text.
    var companyCode: String?
    /// The administration by its GUID; nil also for `xsi:nil`.
    var companyID: String?
    /// Whether the element `CompanyId` was there, which the WSDL demands and few clients do.
    var hasCompanyID = false

    /// Nothing at all: what a call without a header has.
    init() {}

    /// Takes an element that fits the WSDL: known children, each once, in order; nil otherwise.
    init?(_ node: XMLNode) {
        guard node.name == "Header", node.namespace == Self.namespace else { return nil }
        let order = ["SessionID", "AccessToken", "CompanyCode", "CompanyId"]
        var place = -1
        for child in node.children {
            guard child.namespace == Self.namespace, child.children.isEmpty,
                let index = order.firstIndex(of: child.name), index > place
            else { return nil }
            place = index
            let text = child.trimmedText
            switch child.name {
            case "SessionID": sessionID = text
            case "AccessToken": accessToken = text
            case "CompanyCode": companyCode = text
            default:
                hasCompanyID = true
                if child["nil"] == "true" || child["nil"] == "1" { continue }
                guard Self.isGUID(text) else { return nil }
                companyID = text.lowercased()
            }
        }
    }

    private static func isGUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }
}
