public import DomainModel

/// A customer ("debiteur"): a dimension of type `DEB`.
public struct Customer: Sendable, Codable, Hashable {
    /// Whether entries may name the customer.
    public enum Status: String, Sendable, Codable {
        /// In use.
        case active
        /// Kept, but no new entries (a guess: they are refused).
        case blocked
        /// Deleted: as if it were not there.
        case deleted
    }

    /// The code (`dim2`), at most 16 characters.
    public var code: String
    /// The name for people.
    public var name: String
    /// The short name.
    public var shortName: String
    /// The account that carries what the customer owes (`substitutewith`), such as `1300`.
    public var controlAccount: String
    /// The addresses, with the e-mail address of each.
    public var addresses: [CustomerAddress]
    /// `financials/ebillmail`; empty when there is none.
    public var ebillMail: String
    /// `creditmanagement/reminderemail`; empty when there is none.
    public var reminderEmail: String
    /// `remittanceadvice/sendmail`; empty when there is none.
    public var remittanceMail: String
    /// After how many days an invoice is due.
    public var paymentTermDays: Int
    /// Whether entries may name the customer.
    public var status: Status
    /// Whether this is the record that new customers are made from (`behaviour=template`).
    public var isTemplate: Bool
    /// When the record was saved last; set by the books.
    public var modified: Instant

    /// Takes the fields of a customer.
    public init(
        code: String, name: String, shortName: String = "", controlAccount: String = "1300",
        addresses: [CustomerAddress] = [], ebillMail: String = "", reminderEmail: String = "",
        remittanceMail: String = "", paymentTermDays: Int = 30, status: Status = .active,
        isTemplate: Bool = false, modified: Instant = Instant(milliseconds: 0)
    ) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.controlAccount = controlAccount
        self.addresses = addresses
        self.ebillMail = ebillMail
        self.reminderEmail = reminderEmail
        self.remittanceMail = remittanceMail
        self.paymentTermDays = paymentTermDays
        self.status = status
        self.isTemplate = isTemplate
        self.modified = modified
    }
}
