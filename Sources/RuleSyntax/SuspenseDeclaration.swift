/// A row of `accounts.suspense` as it was written.
public struct SuspenseDeclaration: Sendable {
    /// The method, method/brand or method/*.
    public var method: Located<String>
    /// The account.
    public var account: Located<String>
    /// Other accounts by currency.
    public var inCurrency: [(key: Located<String>, value: Located<String>)]
    /// Other accounts by connection.
    public var onConnection: [(key: Located<String>, value: Located<String>)]
}
