/// The names in a transaction that count for fetching, and those that are left out.
enum PaymentRecordKey: Int, RecordKey {
    case reference
    case created
    case lastUpdate
    case status
    case type
    case originalReference
    case childReferenceId
    case amount
    case message
    case details
    case notificationRequests
    case token
    case tokenMaskedInput

    var spelling: String {
        switch self {
        case .reference: "reference"
        case .created: "created"
        case .lastUpdate: "lastUpdate"
        case .status: "status"
        case .type: "type"
        case .originalReference: "originalReference"
        case .childReferenceId: "childReferenceId"
        case .amount: "amount"
        case .message: "message"
        case .details: "details"
        case .notificationRequests: "notificationRequests"
        case .token: "token"
        case .tokenMaskedInput: "tokenMaskedInput"
        }
    }

    var isStranger: Bool { self == .message }

    /// Whether the value must not be kept: it names a person or a card, or opens something.
    var isPrivate: Bool {
        switch self {
        case .details, .notificationRequests, .token, .tokenMaskedInput: true
        default: false
        }
    }
}
