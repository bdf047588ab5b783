/// The words behind keys with a fixed choice, as the rules write them.
public enum RuleChoices {
    /// `outcome`, `then`, `several_fit` and their like.
    public enum Outcome: String, Sendable { case skip, wait, review, error, book, accept }
    /// `booking_date.from`.
    public enum Moment: String, Sendable {
        case statusFinal = "status_final"
        case lastUpdate = "last_update"
        case created
    }
    /// `order_number.in_payment`, `email.from`.
    public enum PaymentField: String, Sendable {
        case merchantOrderReference = "merchant_order_reference"
        case description
        case billingEmail = "billing_email"
        case metadata
    }
    /// `order_number.in_sale`.
    public enum SaleField: String, Sendable { case invoicenumber, description }
    /// `match.sale_is`, `post_as`.
    public enum Status: String, Sendable { case provisional, final }
    /// `decide: amount`.
    public enum Amount: String, Sendable {
        case equalsOpen = "equals_open"
        case less, more
    }
    /// `decide: order_number`.
    public enum Number: String, Sendable { case same, alias, contained, missing, differs }
    /// `decide: email`.
    public enum Email: String, Sendable {
        case same
        case notGiven = "not_given"
        case differs
    }
    /// `letters`.
    public enum Letters: String, Sendable { case upper, lower }
    /// `side`.
    public enum Side: String, Sendable { case debit, credit }
    /// `date`.
    public enum EntryDate: String, Sendable {
        case paidOn = "paid_on"
        case saleDate = "sale_date"
        case laterOfPaymentAndSale = "later_of_payment_and_sale"
    }
    /// `reconcile.dated`.
    public enum ReconcileDate: String, Sendable {
        case payment, sale
        case laterOfPaymentAndSale = "later_of_payment_and_sale"
    }
}
