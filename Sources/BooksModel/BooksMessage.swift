public import DomainModel

/// What the books say when they refuse something.
///
/// `text(in:)` words it. Where a text of Twinfield is known it is that one (API reference, 3.7);
/// the others, and most of the English, are guesses.
public enum BooksMessage: Sendable, Codable, Hashable {
    // Known, in Dutch at least.

    /// The destiny is neither `temporary` nor `final`.
    case destinyInvalid
    /// Debit and credit differ; what is missing, and on which side.
    case unbalanced(missing: Int64, onDebit: Bool)
    /// Debit and credit differ in the base currency.
    case unbalancedInBase(missing: Int64, onDebit: Bool)
    /// Debit and credit differ in the reporting currency.
    case unbalancedInReporting(missing: Int64, onDebit: Bool)
    /// There is no current account between the administrations.
    case noCurrentAccount(office: String)
    /// The date lies outside the period (a warning).
    case dateOutsidePeriod(CalendarDate, BookPeriod)
    /// The period does not exist.
    case periodUnknown(String)
    /// The account, customer or project does not exist in the administration.
    case dimensionUnknown(String, office: String)
    /// The account needs a customer.
    case relationRequired(account: String)
    /// The due date may not stand in the header of this daybook.
    case headerDueDateNotAllowed
    /// The daybook takes every invoice number only once.
    case duplicateInvoiceNumber(String)
    /// The administration does not exist.
    case officeUnknown
    /// A required value is not there, or empty.
    case valueMissing
    /// The code of the tax does not exist.
    case vatCodeUnknown(String)
    /// Only a provisional entry can be deleted or changed.
    case statusMustBeProvisional
    /// The entry of a line to match has no such line, or does not exist.
    case lineUnknown
    /// The line cannot be matched, or not any more.
    case lineNotAvailable(EntryKey, line: String)
    /// What is read does not exist.
    case dimensionDoesNotExist(String)
    /// The user may not see the administration.
    case noAccessToOffice
    /// What is read or listed is of a type that the service does not know.
    case typeNotImplemented

    // Guesses.

    /// The period is closed.
    case periodClosed(BookPeriod)
    /// The daybook does not exist.
    case daybookUnknown(String)
    /// Nobody posts in the daybook of the service itself.
    case daybookNotAllowed(String)
    /// The currency does not exist in the administration.
    case currencyUnknown(String)
    /// The text is no date.
    case dateInvalid(String)
    /// The text is no amount, has a sign or too many decimals.
    case amountInvalid(String)
    /// The text is none of the words that may stand here.
    case valueInvalid(String)
    /// More characters than allowed.
    case tooLong(limit: Int)
    /// The element may not stand in an entry of this daybook, or on a line of this type.
    case notAllowed(String)
    /// Fewer than two lines.
    case tooFewLines
    /// More than a thousand lines.
    case tooManyLines
    /// Lines of the same entry have the same id.
    case duplicateLineID(Int)
    /// The order is total, detail, vat.
    case lineOrder
    /// This kind of daybook has no total line.
    case totalLineNotAllowed
    /// This kind of daybook needs exactly one total line.
    case totalLineRequired
    /// The customer does not belong to this account.
    case dimensionNotAllowed(String, account: String)
    /// The customer takes no new entries.
    case dimensionBlocked(String)
    /// The entry does not exist.
    case entryUnknown(EntryKey)
    /// The entry is part of a match that cannot be undone.
    case matchCannotBeUndone
    /// No such match.
    case matchUnknown(Int)
    /// No such customer.
    case customerUnknown(String)
    /// The lines of a set are of different customers.
    case differentCustomers
    /// The lines of a set are of different currencies or rates.
    case differentCurrencies
    /// The same line stands twice in a set.
    case lineTwice
    /// What is left of a set is not zero.
    case residualNotZero(Int64)
    /// More is matched than is open, or with the wrong sign, or nothing.
    case matchValueInvalid(String)
    /// The administration has no account for such a write-off.
    case writeOffNotConfigured
}
