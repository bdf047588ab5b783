/// What is known of customers beside their open items: their names and e-mail addresses.
///
/// Browse 100 has no addresses; they come from reading the customers (Twinfield API, 4.6).
public struct CustomerTable: Sendable {
    /// One customer ("debiteur").
    public struct Customer: Sendable, Equatable {
        /// The debtor code, `dim2`.
        public var code: String
        /// The name; empty when not given.
        public var name: String
        /// All addresses, from every place that Twinfield keeps one; none empty, none twice.
        public var emails: [String]

        /// Takes what is known of a customer.
        public init(code: String, name: String = "", emails: [String] = []) {
            self.code = code
            self.name = name
            self.emails = emails
        }
    }

    /// By debtor code.
    public private(set) var byCode: [String: Customer] = [:]

    /// Makes an empty table.
    public init() {}

    /// Adds a customer; one that is known already gets the further addresses.
    public mutating func add(_ customer: Customer) {
        guard var known = byCode[customer.code] else {
            byCode[customer.code] = customer
            return
        }
        if known.name.isEmpty { known.name = customer.name }
        for email in customer.emails where !known.emails.contains(email) {
            known.emails.append(email)
        }
        byCode[customer.code] = known
    }
}
