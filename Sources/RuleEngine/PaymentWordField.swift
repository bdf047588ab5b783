import DomainModel

/// A word of a payment that rules can name.
public enum PaymentWordField: String, Sendable, CaseIterable {
    case type
    case status
    case method
    case brand
    case entryMode = "entry_mode"
    case language
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
