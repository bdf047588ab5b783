/// Where a report of a problem can be sent, besides downloading it.
public struct ReportDelivery: Sendable, Hashable {
    /// The name of the host of the configured webhook; nil when there is none.
    public var webhookHost: String?
    /// The configured address of mail; nil when there is none.
    public var mailAddress: String?

    /// Says where reports can go.
    public init(webhookHost: String? = nil, mailAddress: String? = nil) {
        self.webhookHost = webhookHost
        self.mailAddress = mailAddress
    }
}

/// A report of a problem: text that names no person and holds no secret.
public struct ProblemReport: Sendable, Hashable {
    /// One line.
    public var subject: String
    /// Lines with `\n` between them.
    public var text: String

    /// Makes a report.
    public init(subject: String, text: String) {
        self.subject = subject
        self.text = text
    }
}
