/// Why a sale cannot be paid by a payment, whatever its amount and number.
public struct Obstacles: OptionSet, Sendable, Hashable {
    /// One bit an obstacle.
    public let rawValue: UInt16

    /// Takes the bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Its status is not one of `match.sale_is`; a draft never is.
    public static let status = Self(rawValue: 1 << 0)
    /// Its daybook is not one of `match.daybooks`.
    public static let daybook = Self(rawValue: 1 << 1)
    /// Its date lies outside `match.sale_dated`.
    public static let dated = Self(rawValue: 1 << 2)
    /// It belongs to another administration.
    public static let office = Self(rawValue: 1 << 3)
    /// Its currency is another.
    public static let currency = Self(rawValue: 1 << 4)
    /// It is not on one of `accounts.debtors`.
    public static let account = Self(rawValue: 1 << 5)
    /// It is reconciled already, or nothing of it is open.
    public static let closed = Self(rawValue: 1 << 6)
    /// Twinfield says that it cannot be reconciled now (`proposed`, `notmatchable`).
    public static let notMatchable = Self(rawValue: 1 << 7)
    /// It is a credit: money that we owe.
    public static let credit = Self(rawValue: 1 << 8)
    /// An earlier payment was booked on it.
    public static let used = Self(rawValue: 1 << 9)
    /// It has no debtor code.
    public static let noCustomer = Self(rawValue: 1 << 10)

    /// Each single obstacle with its word in files and what it says to a person.
    static let all: [(obstacle: Obstacles, word: String, sentence: String)] = [
        (.status, "status", "its status is not one of match.sale_is"),
        (.daybook, "daybook", "its daybook is not one of match.daybooks"),
        (.dated, "dated", "its date lies outside match.sale_dated"),
        (.office, "office", "it belongs to another office"),
        (.currency, "currency", "its currency differs"),
        (.account, "account", "it is not on an account of accounts.debtors"),
        (.closed, "closed", "it is closed: nothing of it is open"),
        (.notMatchable, "not_matchable", "Twinfield says that it cannot be reconciled now"),
        (.credit, "credit", "it is a credit, not a claim"),
        (.used, "used", "an earlier payment was booked on it"),
        (.noCustomer, "no_customer", "it has no debtor code"),
    ]

    /// The words of the obstacles, in a fixed order.
    public var words: [String] { Self.all.filter { contains($0.obstacle) }.map(\.word) }

    /// What they say to a person.
    public var sentence: String {
        Self.all.filter { contains($0.obstacle) }.map(\.sentence).joined(separator: "; ")
    }
}
