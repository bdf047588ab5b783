internal import BooksModel

/// What the login service says of a token: the keys seen in recorded answers (API reference, 1.6).
///
/// `nbf` and `exp` are texts there.
struct LoginClaims: Encodable {
    var iss: String?
    var aud: String?
    var nbf: String?
    var exp: String?
    var clientID: String?
    var scope: [String]?
    var sub: String?
    var authTime: String?
    var idp: String? = "TwinfieldIdentityProvider"
    var amr: [String]? = ["password"]
    var id: String?
    var organisationUserCode: String?
    var organisationCode: String?
    var organisationId: String?
    var clusterUrl: String?

    private enum CodingKeys: String, CodingKey {
        case iss, aud, nbf, exp, scope, sub, idp, amr
        case clientID = "client_id"
        case authTime = "auth_time"
        case id = "twf.id"
        case organisationUserCode = "twf.organisationUserCode"
        case organisationCode = "twf.organisationCode"
        case organisationId = "twf.organisationId"
        case clusterUrl = "twf.clusterUrl"
    }

    /// The claims that the scopes give; `baseURL` nil leaves out the address of the cluster.
    init(organisation: Organisation, scopes: [String], baseURL: String?) {
        let granted = Set(scopes)
        let isUser = granted.contains("twf.user")
        let isOrganisation = granted.contains("twf.organisation")
        let isMember = granted.contains("twf.organisationUser")
        sub = organisation.id
        if isUser { id = organisation.id }
        if isUser || isMember { organisationUserCode = organisation.userCode }
        if isOrganisation || isMember { organisationCode = organisation.code }
        if isUser || isOrganisation || isMember { organisationId = organisation.id }
        if isOrganisation { clusterUrl = baseURL }
    }

    /// Who the login service says to be.
    static func issuer(_ baseURL: String) -> String { baseURL + "/auth/authentication" }
}
