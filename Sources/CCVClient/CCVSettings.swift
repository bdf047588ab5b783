/// How to reach CCV, and within which bounds.
public struct CCVSettings: Sendable, Hashable {
    /// The name of the connection in the configuration, for messages.
    public var connection: String
    /// Where the API stands, such as `https://api.psp.ccv.eu/api/v1`.
    public var baseURL: String
    /// How moments are written.
    public var timestamps: TimestampForm
    /// The pause before each request but the first.
    public var pageDelay: Duration
    /// The most requests of one discovery.
    public var requestLimit: Int
    /// The most bytes of one answer; a longer one makes the window narrower.
    public var answerLimit: Int
    /// How many references are asked for at once.
    public var batchSize: Int

    /// Makes settings.
    public init(
        connection: String, baseURL: String, timestamps: TimestampForm = .ms,
        pageDelay: Duration = .milliseconds(20), requestLimit: Int = 40_000,
        answerLimit: Int = 32 << 20, batchSize: Int = 25
    ) {
        self.connection = connection
        self.baseURL = baseURL
        self.timestamps = timestamps
        self.pageDelay = pageDelay
        self.requestLimit = requestLimit
        self.answerLimit = answerLimit
        self.batchSize = max(1, batchSize)
    }
}
