/// Everything that can happen in the books, by a program or by a person.
///
/// The same changes at the same moments give the same books.
public enum BooksChange: Sendable, Codable, Hashable {
    /// Posts an entry, or changes the provisional one that has the number of the request.
    case post(EntryRequest, origin: Entry.Origin, user: String)
    /// Deletes a provisional entry; its matches come loose.
    case delete(EntryKey, reason: String, user: String)
    /// Makes a provisional entry final.
    case finalise(EntryKey)
    /// Matches a set of lines.
    case match(MatchRequest)
    /// Undoes a match; only when all its entries are final (API reference, 5.5).
    case undoMatch(customer: String, number: Int)
    /// Changes texts of a line of a provisional entry; the matches of the entry come loose.
    case editLine(EntryKey, line: Int, LineEdit)
    /// Adds a customer, or replaces the one with its code.
    case saveCustomer(Customer)
    /// Sets the e-mail address of the default address of a customer, as a person would.
    case setCustomerEmail(customer: String, email: String)
    /// Adds an account, or replaces the one with its code.
    case saveAccount(Account)
    /// Adds a daybook, or replaces the one with its code.
    case saveDaybook(Daybook)
    /// Adds a currency, or replaces the one with its code.
    case saveCurrency(BooksCurrency)
    /// Adds a code of tax, or replaces the one with its code.
    case saveVATCode(VATCode)
    /// Closes all periods up to and including this one; nil opens all.
    case closePeriods(through: BookPeriod?)
    /// Makes the first and last book year.
    case setYears(first: Int, last: Int)
}
