import BooksModel
import DomainModel

/// A sale as the shop's software books it at Twinfield.
struct SampleSale {
    /// The order number; longer than 40 characters only its end fits the field.
    var order: String
    /// Including tax, in cents.
    var amount: Int64
    /// The code of the customer.
    var customer: String
    /// The day of the invoice.
    var date: CalendarDate
    /// Whether the entry is still provisional ("concept").
    var isConcept = false
    /// In which administration.
    var office = ShopBooks.office
    /// The currency of the invoice.
    var currency = CurrencyCode.eur

    /// The entry: the customer owes it, the turnover and the tax get it.
    var request: EntryRequest {
        let tax = (amount * 21 + 60) / 121
        let number = String(order.suffix(Self.textLength))
        let text = String(order.prefix(Self.textLength))
        return EntryRequest(
            destiny: isConcept ? "temporary" : "final", office: office, daybook: "VRK",
            currency: currency.text, date: Self.digits(date), invoiceNumber: number,
            dueDate: Self.digits(date.adding(days: 30)),
            lines: [
                LineRequest(
                    kind: "total", id: "1", dim1: "1300", dim2: customer, debitCredit: "debit",
                    value: MinorUnits.text(amount), description: text),
                LineRequest(
                    id: "2", dim1: "8000", debitCredit: "credit",
                    value: MinorUnits.text(amount - tax), description: text, vatCode: "VH"),
                LineRequest(
                    kind: "vat", id: "3", dim1: "1500", debitCredit: "credit",
                    value: MinorUnits.text(tax), vatCode: "VH"),
            ])
    }

    /// What an invoice number and a description hold.
    private static let textLength = 40

    /// `yyyyMMdd`.
    static func digits(_ date: CalendarDate) -> String { date.isoText.filter { $0 != "-" } }
}
