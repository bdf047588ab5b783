/// One shop: its CCV account, its rules and its office.
public struct ConnectionConfiguration: Sendable {
    /// Its name, by which ledger, secrets and variables know it.
    public var name: String
    /// A rules file, or the folder of the rules.
    public var rules: String
    /// How to reach CCV.
    public var ccv: CCV
    /// How to reach Twinfield.
    public var twinfield: Twinfield

    /// How to reach CCV.
    public struct CCV: Sendable, Hashable {
        /// How moments are written in a question.
        public enum Timestamps: String, Sendable, Hashable {
            /// Milliseconds since 1970.
            case milliseconds = "ms"
            /// Seconds since 1970.
            case seconds = "s"
            /// ISO 8601.
            case iso = "iso"
        }

        /// The address of the API; its path ends in `/api/v1`.
        public var baseURL: WebAddress
        /// How moments are written in a question.
        public var timestamps: Timestamps
        /// Whether a test key may be used.
        public var allowsTest: Bool
        /// How the host of every call must end, unless it is loopback.
        public var allowedHostSuffix: String
    }

    /// How to reach Twinfield.
    public struct Twinfield: Sendable, Hashable {
        /// The login server; without a path.
        public var loginURL: WebAddress
        /// The client id, when one is named.
        public var clientID: String?
        /// Where the browser comes back to, exactly as it was written.
        public var redirectURI: String?
        /// Whether to use PKCE.
        public var usesPKCE: Bool
        /// The most credits to use in a minute; nil for no limit.
        public var creditsPerMinute: Int?
        /// How the host of every call must end, unless it is loopback.
        public var allowedHostSuffix: String
    }
}
