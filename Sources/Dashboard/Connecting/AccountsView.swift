public import DomainModel
public import Wording

/// The accounts of a connection as Twinfield has them: what was read last.
public struct AccountsView: Sendable, Hashable {
    /// An account that the rules name.
    public struct Account: Sendable, Hashable {
        /// Its code.
        public var code: String
        /// Its name in Twinfield; empty when it was not read.
        public var name = ""
        /// Its balance in minor units of the base currency, debit positive; nil when it is not
        /// known.
        public var balance: Int64?
        /// What of the balance is in entries that this program booked; nil when it is not known.
        public var ours: Int64?
        /// What is wrong with it; nil when nothing is.
        public var fault: Phrase?

        /// Names an account.
        public init(code: String) { self.code = code }
    }

    /// The code of the office; empty when it was not read.
    public var office = ""
    /// The name of the office.
    public var officeName = ""
    /// The base currency of the office, upper case.
    public var currency = "EUR"
    /// The accounts.
    public var accounts: [Account] = []
    /// When they were read; nil when they never were.
    public var readAt: Instant?
    /// Whether they are being read now.
    public var isReading = false
    /// Why the last reading gave nothing; nil when it gave all.
    public var fault: Phrase?

    /// Nothing was read.
    public init() {}
}
