/// The keys of CCV's transaction object that count, and a few that betray another kind of file.
enum PaymentKey: Int, RecordKey {
    case reference
    case merchantOrderReference
    case description
    case metadata
    case billingEmail
    case originalReference
    case childReferenceId
    case failureCode
    case amount
    case currency
    case created
    case lastUpdate
    case statusFinalDate
    case type
    case status
    case method
    case brand
    case paidout
    case entryMode
    case language
    /// Of CCV's error body.
    case message
    /// Of open items and customers.
    case dim2
    /// Of open items.
    case openvalue

    var spelling: String {
        switch self {
        case .reference: "reference"
        case .merchantOrderReference: "merchantOrderReference"
        case .description: "description"
        case .metadata: "metadata"
        case .billingEmail: "billingEmail"
        case .originalReference: "originalReference"
        case .childReferenceId: "childReferenceId"
        case .failureCode: "failureCode"
        case .amount: "amount"
        case .currency: "currency"
        case .created: "created"
        case .lastUpdate: "lastUpdate"
        case .statusFinalDate: "statusFinalDate"
        case .type: "type"
        case .status: "status"
        case .method: "method"
        case .brand: "brand"
        case .paidout: "paidout"
        case .entryMode: "entryMode"
        case .language: "language"
        case .message: "message"
        case .dim2: "dim2"
        case .openvalue: "openvalue"
        }
    }

    var isStranger: Bool { self == .message || self == .dim2 || self == .openvalue }
}
