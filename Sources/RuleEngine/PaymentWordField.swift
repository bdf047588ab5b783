import DomainModel

/// A word of a payment that rules can name.
public enum PaymentWordField: String, Sendable, CaseIterable {
    /// `type`, such as `sale`.
    case type
    /// `status`, such as `success`.
    case status
    /// `method`, such as `ideal`.
    case method
    /// `brand` of a card, such as `visa`.
    case brand
    /// `entryMode`: `ecom` or `instore`.
    case entryMode = "entry_mode"
    /// `language` of the payer.
    case language
    /// `paidout`: `yes` or `no`.
    case paidOut = "paid_out"

    func word(_ row: borrowing PaymentRow) -> WordID {
        switch self {
        case .type: row.type
        case .status: row.status
        case .method: row.method
        case .brand: row.brand
        case .entryMode: row.entryMode
        case .language: row.language
        case .paidOut: row.paidOut
        }
    }
}
