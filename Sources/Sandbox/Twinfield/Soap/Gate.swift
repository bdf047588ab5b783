internal import BooksModel
internal import DomainModel

/// Decides who may call, and for which administration (API reference, 2.2 and 2.4).
enum Gate {
    /// Refuses a call without a valid token.
    static func checkLogin(
        _ header: SoapHeader, world: World, now: Instant
    ) throws(ServiceError) {
        guard let shown = header.accessToken, !shown.isEmpty else {
            throw header.sessionID == nil ? .tokenMissing : .credentialsNotValid
        }
        guard let token = world.logins.validAccessToken(shown, at: now) else {
            throw .tokenInvalid
        }
        guard token.grant.scopes.contains("twf.organisationUser") else {
            throw .userCodeClaimMissing
        }
    }

    /// The administration that the header names, which almost every call must.
    ///
    /// An empty code is not the same as none: it names an administration that does not exist.
    static func company(_ header: SoapHeader, world: World) throws(ServiceError) -> Books {
        guard let code = header.companyCode else {
            guard let id = header.companyID else { throw .companyMissing }
            guard let books = books(id: id, world: world) else { throw .companyIDUnknown }
            return books
        }
        if let id = header.companyID, books(id: id, world: world) == nil {
            throw .companyIDUnknown
        }
        guard let books = world.organisation[code] else { throw .noAccessToCompany }
        return books
    }

    /// Refuses a header that names an administration which does not exist.
    static func checkCompanyIfNamed(_ header: SoapHeader, world: World) throws(ServiceError) {
        guard header.companyCode != nil || header.companyID != nil else { return }
        _ = try company(header, world: world)
    }

    private static func books(id: String, world: World) -> Books? {
        world.organisation.offices.first { $0.office.id.lowercased() == id }
    }
}
