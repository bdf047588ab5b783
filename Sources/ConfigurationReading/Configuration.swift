/// All that `ccvmap.yaml`, the environment and flags say, checked.
///
/// Paths are joined to the folder of the file. There is no secret in it.
public struct Configuration: Sendable {
    /// The file of the ledger.
    public var database: String
    /// The file of the encrypted secrets.
    public var secretsFile: String
    /// The file of their key.
    public var keyFile: String
    /// At least one, each with another name.
    public var connections: [ConnectionConfiguration]
    /// How browsers reach the dashboard, and where its reports go.
    public var pages: Pages
    /// How the services are called.
    public var http: HTTP
    /// How far apart two searches must be that both find no entry before it is sent again.
    public var probeGrace: Duration
    /// How old payments may be whose entries are read back each night.
    public var readBack: Duration
    /// When a scheduled run fetches.
    public var schedule: Schedule
    /// Where the dashboard listens.
    public var dashboard: HostAndPort
    /// Where monitoring listens; nil when it is off.
    public var monitoring: HostAndPort?
    /// The program that is told when a person must act.
    public var notificationCommand: String?

    /// How browsers reach the dashboard, and where its reports go.
    public struct Pages: Sendable, Hashable {
        /// The address that people type, when another server stands before the dashboard.
        public var publicURL: WebAddress?
        /// The files with which it speaks https itself; nil when it speaks http.
        public var certificate: Certificate?
        /// The file of people, of what they did, and of the versions of the rules.
        public var database: String
        /// Where reports of problems are posted.
        public var reportWebhook: WebAddress?
        /// To whom reports of problems are mailed.
        public var reportMail: String?
    }

    /// The PEM files of a server that speaks https.
    public struct Certificate: Sendable, Hashable {
        /// The certificate, then its chain.
        public var chain: String
        /// The private key.
        public var key: String
    }

    /// How the services are called.
    public struct HTTP: Sendable, Hashable {
        /// How long to wait for an answer.
        public var timeout: Duration
        /// How often to ask again.
        public var retries: Int
        /// How long to wait before the first retry.
        public var backoff: Duration
        /// A file of PEM certificates that are trusted beside those of the system.
        public var certificateAuthorities: String?
    }

    /// When a scheduled run fetches.
    public struct Schedule: Sendable, Hashable {
        /// How often to fetch.
        public var every: Duration
        /// When everything without an entry is checked again: minutes after midnight.
        public var nightlyAt: Int
        /// The zone of `nightlyAt`.
        public var timeZone: String
        /// How far runs are spread.
        public var jitter: Duration
    }
}
