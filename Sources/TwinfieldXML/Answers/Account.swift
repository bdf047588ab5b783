/// One dimension that is booked on: a general ledger account, or a customer's own settings.
public struct Account: Sendable, Equatable {
    /// Its code.
    public var code: String
    /// Its name.
    public var name: String
    /// Its type: `BAS` balance sheet, `PNL` profit and loss, `DEB` customer.
    public var type: String
    /// Its status, such as `active`; empty when the answer does not say.
    public var status: String
    /// Whether its lines can be reconciled: `customersupplier`, `matchable`, `notmatchable`.
    public var matchType: String
    /// The control account that a customer is booked on; empty when there is none.
    public var substituteWith: String
    /// Whether a further dimension is wanted: `true`, `false`, `maybe`.
    public var subAnalysis: String
}
