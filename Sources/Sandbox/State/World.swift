public import BooksModel
public import DomainModel
public import PaymentsModel

/// Everything the two services know: the books, the payments, who is logged in, and their moods.
///
/// A value: it is built from a seed, changed only through the functions below, and each change is
/// kept in `unsaved` until the journal on the disk has it. Replaying the journal gives an equal world.
public struct World: Sendable {
    /// The organisation at Twinfield with its offices.
    public private(set) var organisation: Organisation
    /// The account at CCV with its payments.
    public private(set) var payments: PaymentAccount
    /// Authorisation codes, access tokens and refresh tokens.
    public private(set) var logins: Logins
    /// How Twinfield behaves where it is not known, or varies.
    public private(set) var twinfieldMood = TwinfieldMood()
    /// How CCV behaves where it is not known, or varies.
    public private(set) var ccvMood = CCVMood()
    /// What changed since the journal was last written, in order.
    private(set) var unsaved: [WorldChange] = []

    /// Takes the state at the start.
    public init(organisation: Organisation, payments: PaymentAccount, logins: Logins) {
        self.organisation = organisation
        self.payments = payments
        self.logins = logins
    }

    /// Changes the books of an office; an office that is not there changes nothing.
    public mutating func changeBooks(
        _ change: BooksChange, office: String, at now: Instant
    ) -> BooksOutcome? {
        guard var books = organisation[office] else { return nil }
        let outcome = books.apply(change, at: now)
        organisation[office] = books
        unsaved.append(.books(office: office, change, at: now))
        return outcome
    }

    /// Changes the payments.
    public mutating func changePayments(_ change: PaymentsChange, at now: Instant) {
        payments.apply(change, at: now)
        unsaved.append(.payments(change, at: now))
    }

    /// Changes who is logged in.
    public mutating func changeLogins(_ change: LoginsChange, at now: Instant) {
        logins.apply(change, at: now)
        unsaved.append(.logins(change, at: now))
    }
}
