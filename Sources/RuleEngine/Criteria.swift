/// The payment compared with the open amount of a sale.
public enum AmountResult: String, Sendable, CaseIterable {
    /// Equal to the cent.
    case equalsOpen = "equals_open"
    /// The payment is smaller.
    case less
    /// The payment is larger.
    case more
}

/// The order number of a payment compared with that of a sale.
public enum NumberResult: String, Sendable, CaseIterable {
    /// Equal after harmless normalisation.
    case same
    /// Equal after an alias of the rules was applied.
    case alias
    /// The number stands somewhere in a text, or only its cut-off half is equal: weak evidence.
    case contained
    /// The payment or the sale names none.
    case missing
    /// Both name one, and they are not the same.
    case differs
}

/// The payer's address compared with those of the customer.
public enum EmailResult: String, Sendable, CaseIterable {
    /// One of the customer's addresses is equal, ignoring case.
    case same
    /// The payment or the customer has no address.
    case notGiven = "not_given"
    /// Both have one, and none is equal.
    case differs
}
