public import BooksModel
public import DomainModel
public import PaymentsModel

/// A shop that sells on the web: its books at Twinfield and its payments at CCV.
///
/// The people, the streets and the addresses in it are invented.
public struct Shop: Sendable, Equatable {
    /// The organisation with the administrations `NLA001` and `NLA002`.
    ///
    /// The rules that the program starts with fit `NLA001`. `NLA002` has a sale with an order
    /// number and an amount of `NLA001` too, to be left alone.
    public var organisation: Organisation
    /// The account at CCV.
    public var payments: PaymentAccount
    /// What people will still do in the books, the soonest first; whoever keeps the time lets it
    /// happen when it comes.
    public var plannedBookings: [PlannedBooking]

    /// The key that `small` and `many` use unless they are given another.
    public static let defaultAPIKey = "l_0123456789abcdef0123456789abcdef01234567"
}

/// Something that a person will do in the books of an administration.
public struct PlannedBooking: Sendable, Equatable, Codable {
    /// When.
    public var at: Instant
    /// In which administration.
    public var office: String
    /// What.
    public var change: BooksChange

    /// Takes the parts.
    public init(at: Instant, office: String, change: BooksChange) {
        self.at = at
        self.office = office
        self.change = change
    }
}
