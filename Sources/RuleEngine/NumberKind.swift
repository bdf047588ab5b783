/// What the words in front of a number say it is.
enum NumberKind: Sendable {
    /// No word, or a sign such as `#`.
    case unknown
    /// The number of an order.
    case order
    /// The number of an invoice.
    case invoice
}
