public import DomainModel

/// One organisation at Twinfield: a user, and the administrations that the user sees.
public struct Organisation: Sendable, Codable, Equatable {
    /// The code of the organisation.
    public var code: String
    /// The name of the organisation.
    public var name: String
    /// Its identity: a GUID as text.
    public var id: String
    /// The code of the user who consented.
    public var userCode: String
    /// The name of that user.
    public var userName: String
    /// The administrations.
    public var offices: [Books]

    /// Takes the fields of an organisation.
    public init(
        code: String, name: String, id: String, userCode: String, userName: String,
        offices: [Books]
    ) {
        self.code = code
        self.name = name
        self.id = id
        self.userCode = userCode
        self.userName = userName
        self.offices = offices
    }

    /// The books of an administration.
    public subscript(office: String) -> Books? { offices.first { $0.office.code == office } }

    /// Changes the books of one administration; refused when there is no such administration.
    public mutating func apply(
        _ change: BooksChange, office: String, at instant: Instant
    ) -> BooksOutcome {
        guard let index = offices.firstIndex(where: { $0.office.code == office }) else {
            return .refused([Refusal(.header(.office), .officeUnknown)])
        }
        return offices[index].apply(change, at: instant)
    }
}
