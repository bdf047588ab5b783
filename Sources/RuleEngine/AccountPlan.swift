/// The ledger accounts that rules name.
public struct AccountPlan: Sendable {
    /// An account for a method.
    public struct Suspense: Sendable, Equatable {
        /// The method in normal form.
        public var method: String
        /// The brand in normal form; `*` for any brand and none; empty when none was written.
        public var brand: String
        /// The ledger account.
        public var account: String
        /// Other accounts by currency, in upper case.
        public var inCurrency: [String: String]
        /// Other accounts by the name of the connection; they come before those by currency.
        public var onConnection: [String: String]

        /// Takes a proved row.
        public init(
            method: String, brand: String, account: String, inCurrency: [String: String] = [:],
            onConnection: [String: String] = [:]
        ) {
            self.method = method
            self.brand = brand
            self.account = account
            self.inCurrency = inCurrency
            self.onConnection = onConnection
        }

        /// The account for payments in a currency, fetched over a connection.
        func account(in currency: String, on connection: String?) -> String {
            connection.flatMap { onConnection[$0] } ?? inCurrency[currency] ?? account
        }
    }

    /// The debtors' accounts; at least one.
    public var debtors: [String]
    /// In order of the file.
    public var suspense: [Suspense]

    /// Takes the proved parts.
    public init(debtors: [String], suspense: [Suspense]) {
        self.debtors = debtors
        self.suspense = suspense
    }

    /// The position in `suspense` for a method and brand in normal form.
    ///
    /// The brand itself comes before `method/*`, and that before the bare method; the bare method
    /// fits a payment of any brand except for cards, whose brands are booked apart.
    public func position(method: String, brand: String) -> Int? {
        func find(_ wanted: String) -> Int? {
            suspense.firstIndex { $0.method == method && $0.brand == wanted }
        }
        if !brand.isEmpty {
            return find(brand) ?? find("*") ?? (method == "card" ? nil : find(""))
        }
        return find("") ?? find("*")
    }
}
