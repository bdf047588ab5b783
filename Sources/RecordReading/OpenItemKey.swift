/// The keys of an open item, and two that betray a file of payments.
enum OpenItemKey: Int, RecordKey {
    case office
    case code
    case number
    case line
    case status
    case date
    case duedate
    case dim1
    case dim2
    case name
    case email
    case currency
    case value
    case openvalue
    case invoicenumber
    case description
    case matchstatus
    /// Of payments.
    case reference
    /// Of payments.
    case amount

    var spelling: String {
        switch self {
        case .office: "office"
        case .code: "code"
        case .number: "number"
        case .line: "line"
        case .status: "status"
        case .date: "date"
        case .duedate: "duedate"
        case .dim1: "dim1"
        case .dim2: "dim2"
        case .name: "name"
        case .email: "email"
        case .currency: "currency"
        case .value: "value"
        case .openvalue: "openvalue"
        case .invoicenumber: "invoicenumber"
        case .description: "description"
        case .matchstatus: "matchstatus"
        case .reference: "reference"
        case .amount: "amount"
        }
    }
    var isStranger: Bool { self == .reference || self == .amount }
}
