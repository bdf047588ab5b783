/// Whether a decision came to look for a sale, and with what result.
public enum SaleSearch: Sendable, Hashable {
    /// A sale was found, even when a person must decide about it.
    case found
    /// None was found.
    case notFound

    /// By the state and the reason of a decision; nil when no sale was looked for.
    public init?(_ state: PaymentState, reason: String) {
        switch (state, reason) {
        case (.due, _): self = .found
        case (.waiting, _), (.failed, "no_sale"): self = .notFound
        case (.failed, "currency_differs"), (.review, "sale_used"), (.review, "already_paid"),
            (.review, "several_fit"), (.review, "two_sales"), (.review, "weak_evidence"),
            (.review, "email_differs"), (.review, "amount_differs"),
            (.review, "choice_impossible"), (.review, "known_elsewhere"):
            self = .found
        default: return nil
        }
    }
}
