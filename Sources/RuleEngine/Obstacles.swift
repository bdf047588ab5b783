public import Wording

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
    static let all: [(obstacle: Obstacles, word: String, sentence: Phrase)] = [
        (
            .status, "status",
            Phrase(
                en: "its status is not one of match.sale_is",
                nl: "de status is niet een van match.sale_is")
        ),
        (
            .daybook, "daybook",
            Phrase(
                en: "its daybook is not one of match.daybooks",
                nl: "het dagboek is niet een van match.daybooks")
        ),
        (
            .dated, "dated",
            Phrase(
                en: "its date lies outside match.sale_dated",
                nl: "de datum ligt buiten match.sale_dated")
        ),
        (
            .office, "office",
            Phrase(en: "it belongs to another office", nl: "hij hoort bij een andere administratie")
        ),
        (.currency, "currency", Phrase(en: "its currency differs", nl: "de valuta is een andere")),
        (
            .account, "account",
            Phrase(
                en: "it is not on an account of accounts.debtors",
                nl: "hij staat niet op een rekening van accounts.debtors")
        ),
        (
            .closed, "closed",
            Phrase(
                en: "it is closed: nothing of it is open",
                nl: "hij is gesloten: er staat niets meer open")
        ),
        (
            .notMatchable, "not_matchable",
            Phrase(
                en: "Twinfield says that it cannot be reconciled now",
                nl: "Twinfield zegt dat hij nu niet af te letteren is")
        ),
        (
            .credit, "credit",
            Phrase(en: "it is a credit, not a claim", nl: "het is een creditpost, geen vordering")
        ),
        (
            .used, "used",
            Phrase(
                en: "an earlier payment was booked on it",
                nl: "er is al een eerdere betaling op geboekt")
        ),
        (
            .noCustomer, "no_customer",
            Phrase(en: "it has no debtor code", nl: "hij heeft geen debiteurcode")
        ),
    ]

    /// The words of the obstacles, in a fixed order.
    public var words: [String] { Self.all.filter { contains($0.obstacle) }.map(\.word) }

    /// What they say to a person.
    public var sentence: Phrase {
        .list(Self.all.filter { contains($0.obstacle) }.map(\.sentence), separator: "; ")
    }
}
