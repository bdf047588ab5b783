public import BooksModel

/// How the Twinfield of the sandbox behaves where the real one varies or is not known.
///
/// What stands here first is what was recorded; everything else is a variant that clients must
/// bear (API reference, sections 3.6, 4.3, 5.4 and 10).
public struct TwinfieldMood: Sendable, Equatable, Codable {
    /// The root of the answer to a match (API reference, 5.3 and 5.4).
    public enum MatchRoot: String, Sendable, Equatable, Codable, CaseIterable {
        /// `<match result="…">`.
        case match
        /// `<sets result="…">`.
        case sets
        /// `<sets>` without a result, as recorded in 2018.
        case setsWithoutResult
    }

    /// The language of messages, labels and localised names.
    public var language = BooksLanguage.dutch
    /// The root of the answer to a match.
    public var matchRoot = MatchRoot.match
    /// Whether a refresh hands out another refresh token and ends the old one.
    public var rotatesRefreshTokens = false
    /// How long an access token lives, in seconds.
    public var accessTokenSeconds = 3600
    /// Whether each post of a journal gets a warning, which keeps it from being saved unless
    /// warnings are switched off in the request.
    public var warnsOnPost = false
    /// The largest number of rows that a browse answers; its total then tells of more.
    public var browseTruncatedTo: Int?
    /// Whether refused transactions come back with lines without ids.
    public var linesWithoutIds = false
    /// Whether answers give the office as its name instead of its code.
    public var echoesOfficeDifferently = false
    /// Whether documents in answers hold comments between the elements.
    public var commentsInAnswers = false
    /// Whether documents in answers are indented.
    public var prettyAnswers = false
    /// Whether documents in answers begin with an XML declaration.
    public var declarationInAnswers = true
    /// Whether the claims of a token lack the address of the cluster.
    public var withoutClusterURL = false
    /// Whether a browse that filters on the match status fails with a fault.
    public var refusesMatchStatusFilter = false
    /// Whether a browse that filters on the period fails with a fault.
    public var refusesYearPeriodFilter = false
    /// Whether an empty browse has neither a head nor numbers of rows.
    public var bareEmptyBrowse = false
    /// Whether a request without the element `CompanyId` is refused with an empty 400.
    public var requiresCompanyId = false
    /// Whether the credit management of customers comes twice.
    public var repeatsCreditManagement = false

    /// The recorded behaviour.
    public init() {}
}
