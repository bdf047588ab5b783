/// Why a payment was not booked, or what to know about it.
///
/// Never renamed; more may come.
public enum ReasonCode: String, Sendable, CaseIterable {
    /// CCV has not finished the payment.
    case notFinal = "not_final"
    /// The payment failed at CCV.
    case failedAtCCV = "failed_at_ccv"
    /// CCV asks for intervention (`manualintervention`).
    case ccvMustAct = "ccv_must_act"
    /// A transaction of this type moves no money.
    case noMoney = "no_money"
    /// Money goes back to the payer.
    case moneyBack = "money_back"
    /// CCV does not say which way the money goes.
    case directionUnknown = "direction_unknown"
    /// The landing page itself; the money is on its child.
    case landingPageParent = "landing_page_parent"
    /// A paid landing page whose child is not in the input.
    case landingPageChildMissing = "landing_page_child_missing"
    /// A landing page and its child have different amounts.
    case landingPageAmountsDiffer = "landing_page_amounts_differ"
    /// Several landing pages name one transaction, or they name each other in a circle.
    case landingPageUnclear = "landing_page_unclear"
    /// The booking date lies before `book_from`.
    case beforeStart = "before_start"
    /// The same record stands in the input already.
    case duplicate
    /// A newer record of the same payment stands in the input.
    case superseded
    /// Two records of one reference contradict each other.
    case referenceConflict = "reference_conflict"
    /// The payment has no reference.
    case referenceMissing = "reference_missing"
    /// The record is defective: a time, a currency, a key twice.
    case recordInvalid = "record_invalid"
    /// The amount is missing, not positive, too exact or too large.
    case amountInvalid = "amount_invalid"
    /// The only day known is that of a `lastUpdate` in another month.
    case dateUncertain = "date_uncertain"
    /// A sale would fit but for its currency.
    case currencyDiffers = "currency_differs"
    /// The rules name no account for the method.
    case methodWithoutAccount = "method_without_account"
    /// No rule foresees the payment.
    case noRule = "no_rule"
    /// A rule gave this outcome without a reason of its own.
    case selectedByRule = "selected_by_rule"
    /// No sale was found, and the waiting period runs.
    case noSaleYet = "no_sale_yet"
    /// No sale was found, and the waiting period is over.
    case noSale = "no_sale"
    /// The sale that fits was taken by an earlier payment.
    case saleUsed = "sale_used"
    /// A sale was found that cannot be paid; stands beside another reason.
    case saleNotEligible = "sale_not_eligible"
    /// The order number is that of a closed sale.
    case alreadyPaid = "already_paid"
    /// Several sales fit.
    case severalFit = "several_fit"
    /// The payment is the sum of two sales of one customer.
    case twoSales = "two_sales"
    /// A sale fits by less than an order number.
    case weakEvidence = "weak_evidence"
    /// The address is none of the customer's.
    case emailDiffers = "email_differs"
    /// The payment names two order numbers.
    case numbersDisagree = "numbers_disagree"
    /// The amount is not the open amount.
    case amountDiffers = "amount_differs"
    /// The transaction id does not fit whole into its line.
    case referenceTooLong = "reference_too_long"
    /// A text of the entry cannot be written.
    case textUnusable = "text_unusable"
    /// The payment was forwarded before.
    case alreadyForwarded = "already_forwarded"
    /// The books hold the payment twice.
    case bookedTwice = "booked_twice"
    /// Twinfield refused the entry.
    case refused
    /// It is not known whether the entry was booked.
    case outcomeUnknown = "outcome_unknown"
    /// Payment and sale cannot be reconciled any more.
    case reconcileImpossible = "reconcile_impossible"
    /// CCV changed the payment after it was booked.
    case changedAfterBooking = "changed_after_booking"
    /// The entry was deleted, changed or unmatched in the books.
    case drifted
}
