internal import DomainModel

/// The first line of the journal: what the world is built from before the changes.
struct JournalHead: Sendable, Codable, Equatable {
    /// Tells the file from others.
    var format = Self.formatName
    /// The shape of the lines and the rules of the books; another one cannot be replayed.
    var version = Self.currentVersion
    /// The seed of the sample shop.
    var seed: UInt64
    /// How many payments the shop began with; nil is the small shop.
    var payments: Int?
    /// The moment at which the sandbox began.
    var start: Instant
    /// The moment of the real world at which that was.
    var began: Instant
    /// The key and the secrets of its clients.
    var identity: SandboxIdentity

    static let formatName = "ccvmap-sandbox"
    static let currentVersion = 1

    /// Takes what a world is built from.
    init(seed: UInt64, payments: Int?, start: Instant) {
        self.seed = seed
        self.payments = payments
        self.start = start
        began = SandboxClock.realNow
        identity = SandboxIdentity(seed: seed)
    }
}
