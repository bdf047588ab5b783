public import BooksModel
public import DomainModel
public import PaymentsModel

/// One change of the world, as a line of the journal holds it.
public struct WorldChange: Sendable, Codable, Equatable {
    /// What can change.
    public enum Event: Sendable, Codable, Equatable {
        /// The books of an office.
        case books(office: String, BooksChange)
        /// The payments at CCV.
        case payments(PaymentsChange)
        /// Everything that was planned until then happened.
        case timePassed
        /// Who is logged in at Twinfield.
        case logins(LoginsChange)
        /// How Twinfield behaves from now on.
        case twinfieldMood(TwinfieldMood)
        /// How CCV behaves from now on.
        case ccvMood(CCVMood)
        /// The clock of the sandbox: what it shows, at which moment of the real world, and how fast
        /// it runs.
        case clock(shows: Instant, real: Instant, speed: Int)
    }

    /// When it happened, by the clock of the sandbox.
    public var at: Instant
    /// What happened.
    public var event: Event

    /// Takes both.
    public init(_ event: Event, at: Instant) {
        self.event = event
        self.at = at
    }
}
