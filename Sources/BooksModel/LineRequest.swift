/// One line of a request: texts as they came.
///
/// Nil means that the element or attribute was not there (API reference, 3.5).
public struct LineRequest: Sendable, Codable, Hashable {
    /// `type`: `total`, `detail` or `vat`; required.
    public var kind: String?
    /// The server numbers the lines that have none.
    public var id: String?
    /// The account; required.
    public var dim1: String?
    /// The customer.
    public var dim2: String?
    /// The project.
    public var dim3: String?
    /// `debit` or `credit`; required.
    public var debitCredit: String?
    /// Unsigned, a point, at most two decimals; required.
    public var value: String?
    /// Computed when absent.
    public var baseValue: String?
    /// Up to nine decimals; from the currency when absent.
    public var rate: String?
    /// `repvalue`; as the base value when absent.
    public var reportingValue: String?
    /// At most 40 characters.
    public var description: String?
    /// At most 40 characters; on detail lines only.
    public var invoiceNumber: String?
    /// A code that the books know.
    public var vatCode: String?
    /// Free text.
    public var comment: String?
    /// `freechar`: one character.
    public var freeCharacter: String?
    /// `yyyyMMdd`; only where the daybook allows it.
    public var currencyDate: String?
    /// `destoffice`: always refused, as these administrations have no current account together.
    public var destinationOffice: String?

    /// Takes what a line usually has; the rest can be set.
    public init(
        kind: String? = "detail", id: String? = nil, dim1: String? = nil, dim2: String? = nil,
        dim3: String? = nil, debitCredit: String? = nil, value: String? = nil,
        description: String? = nil, invoiceNumber: String? = nil, vatCode: String? = nil,
        comment: String? = nil
    ) {
        self.kind = kind
        self.id = id
        self.dim1 = dim1
        self.dim2 = dim2
        self.dim3 = dim3
        self.debitCredit = debitCredit
        self.value = value
        self.description = description
        self.invoiceNumber = invoiceNumber
        self.vatCode = vatCode
        self.comment = comment
    }
}
