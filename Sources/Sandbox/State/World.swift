public import BooksModel
public import DomainModel
public import PaymentsModel
public import SampleShop

/// Everything the two services know: the books, the payments, who is logged in, and their moods.
///
/// A value: it is built from a seed, changed only through the functions below, and each change is
/// kept until the journal on the disk has it. Replaying the journal gives an equal world.
public struct World: Sendable {
    /// The organisation at Twinfield with its offices.
    public private(set) var organisation: Organisation
    /// The account at CCV with its payments.
    public private(set) var payments: PaymentAccount
    /// Authorisation codes, access tokens and refresh tokens.
    public private(set) var logins: Logins
    /// How Twinfield behaves where it is not known, or varies.
    ///
    /// Set from outside it lasts for one request: see `changeMood`.
    public internal(set) var twinfieldMood = TwinfieldMood()
    /// How CCV behaves where it is not known, or varies; set from outside it lasts for one request.
    public internal(set) var ccvMood = CCVMood()
    /// What people will still do in the books, the soonest first.
    private var planned: [PlannedBooking] = []
    /// What changed since it was last asked, in order; for the journal.
    private var unsaved: [WorldChange] = []
    /// What changed since it was last asked, in words; for the log of requests.
    private var notes: [String] = []

    /// Takes the state at the start; nobody will do anything in the books by themselves.
    public init(organisation: Organisation, payments: PaymentAccount, logins: Logins) {
        self.organisation = organisation
        self.payments = payments
        self.logins = logins
    }

    /// Takes a sample shop, and who may log in.
    public init(shop: Shop, logins: Logins) {
        self.init(
            organisation: shop.organisation, payments: shop.payments, logins: logins)
        planned = shop.plannedBookings
    }

    /// Changes the books of an office; refused, and not kept, when the books refuse it.
    @discardableResult
    public mutating func changeBooks(
        _ change: BooksChange, office: String, at now: Instant
    ) -> BooksOutcome {
        let outcome = organisation.apply(change, office: office, at: now)
        if !outcome.isRefused {
            unsaved.append(WorldChange(.books(office: office, change), at: now))
        }
        notes.append(outcome.note)
        return outcome
    }

    /// Changes the payments; not kept when the account refuses it.
    @discardableResult
    public mutating func changePayments(
        _ change: PaymentsChange, at now: Instant
    ) -> PaymentsOutcome {
        let outcome = payments.apply(change, at: now)
        if case .refused = outcome { return outcome }
        unsaved.append(WorldChange(.payments(change), at: now))
        return outcome
    }

    /// Changes who is logged in.
    public mutating func changeLogins(_ change: LoginsChange, at now: Instant) {
        logins.apply(change, at: now)
        unsaved.append(WorldChange(.logins(change), at: now))
    }

    /// Puts Twinfield in another mood, for good.
    mutating func changeMood(_ mood: TwinfieldMood, at now: Instant) {
        twinfieldMood = mood
        unsaved.append(WorldChange(.twinfieldMood(mood), at: now))
    }

    /// Puts CCV in another mood, for good.
    mutating func changeMood(_ mood: CCVMood, at now: Instant) {
        ccvMood = mood
        unsaved.append(WorldChange(.ccvMood(mood), at: now))
    }

    /// Lets everything happen that was planned until now, such as a payment that becomes final.
    mutating func passTime(to now: Instant) {
        let isDue = planned.first.map { $0.at <= now } ?? false
        guard isDue || payments.isDue(at: now) else { return }
        advance(to: now)
        unsaved.append(WorldChange(.timePassed, at: now))
    }

    private mutating func advance(to now: Instant) {
        payments.advance(to: now)
        while let next = planned.first, next.at <= now {
            planned.removeFirst()
            _ = organisation.apply(next.change, office: next.office, at: next.at)
        }
    }

    /// What changed since this was asked before; nothing of it is kept here any more.
    mutating func takeUnsaved() -> [WorldChange] {
        defer { unsaved = [] }
        return unsaved
    }

    /// What changed in the books since this was asked before, in words.
    mutating func takeNotes() -> [String] {
        defer { notes = [] }
        return notes
    }

    /// Makes a change again that the journal tells of; changes of the clock are not the world's.
    mutating func replay(_ change: WorldChange) {
        switch change.event {
        case .books(let office, let books):
            _ = organisation.apply(books, office: office, at: change.at)
        case .payments(let payment): payments.apply(payment, at: change.at)
        case .logins(let login): logins.apply(login, at: change.at)
        case .twinfieldMood(let mood): twinfieldMood = mood
        case .ccvMood(let mood): ccvMood = mood
        case .timePassed: advance(to: change.at)
        case .clock: break
        }
    }
}

extension BooksOutcome {
    /// The outcome in a few words, such as `saved MEMO 202600003`.
    fileprivate var note: String {
        switch self {
        case .saved(let entry): "saved \(entry.key.daybook) \(entry.key.number)"
        case .deleted(let entry): "deleted \(entry.key.daybook) \(entry.key.number)"
        case .matched: "matched"
        case .matchRefused: "match refused"
        case .undone: "match undone"
        case .changed: "changed"
        case .refused: "refused"
        }
    }
}
