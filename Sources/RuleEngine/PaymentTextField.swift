import ByteText
import DomainModel

/// A text of a payment that rules can name.
public enum PaymentTextField: String, Sendable, CaseIterable {
    case transactionID = "transaction_id"
    case merchantOrderReference = "merchant_order_reference"
    case description
    case metadata
    case billingEmail = "billing_email"
    case failureCode = "failure_code"
    case originalTransactionID = "original_transaction_id"

    func slice(_ row: borrowing PaymentRow) -> TextSlice {
        switch self {
        case .transactionID: row.reference
        case .merchantOrderReference: row.merchantOrderReference
        case .description: row.description
        case .metadata: row.metadata
        case .billingEmail: row.billingEmail
        case .failureCode: row.failureCode
        case .originalTransactionID: row.originalReference
        }
    }
}
