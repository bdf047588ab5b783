/// The keys of a customer, and one that betrays a file of payments.
enum CustomerKey: Int, RecordKey {
    case dim2
    case name
    case email
    /// Of payments.
    case reference

    var spelling: String {
        switch self {
        case .dim2: "dim2"
        case .name: "name"
        case .email: "email"
        case .reference: "reference"
        }
    }
    var isStranger: Bool { self == .reference }
}
