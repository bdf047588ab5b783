import ByteText
import DomainModel

/// A text of a payment that rules can name.
public enum PaymentTextField: String, Sendable, CaseIterable {
    /// `reference`: CCV's id of the transaction.
    case transactionID = "transaction_id"
    /// `merchantOrderReference`: the order as the shop named it.
    case merchantOrderReference = "merchant_order_reference"
    /// `description`: free text of the shop.
    case description
    /// `metadata`: free text of the shop's software.
    case metadata
    /// `billingEmail`: the payer's address; rarely given.
    case billingEmail = "billing_email"
    /// `failureCode`: why it failed.
    case failureCode = "failure_code"
    /// `originalReference`: the transaction that it acts on.
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
