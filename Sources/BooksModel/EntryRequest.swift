/// An entry as a request asks for it: texts as they came, which the books then check.
///
/// Nil means that the element or attribute was not there (API reference, 3.2 to 3.5).
public struct EntryRequest: Sendable, Codable, Hashable {
    /// `temporary` or `final`; required.
    public var destiny: String?
    /// `raisewarning`: false lets warnings pass; they refuse the entry otherwise.
    public var raisesWarning: Bool?
    /// `autobalancevat`: rounds a difference of at most 0.02 away in the tax.
    public var autoBalancesVAT: Bool?
    /// The code of the administration; required (3.4).
    public var office: String?
    /// `code`: the daybook; required.
    public var daybook: String?
    /// The number of the provisional entry that this one replaces.
    ///
    /// When there is no such entry a new one is made, and numbered as every other (a guess).
    public var number: String?
    /// Required.
    public var currency: String?
    /// `yyyyMMdd`; required.
    public var date: String?
    /// `raisewarning` on the date: false lets warnings about the date pass.
    public var dateRaisesWarning: Bool?
    /// `YYYY/PP`; follows from the date when absent.
    public var period: String?
    /// `Generic` when absent; in either case.
    public var regime: String?
    /// In the header of sales and purchase entries only.
    public var invoiceNumber: String?
    /// `yyyyMMdd`, in the header of sales and purchase entries only.
    public var dueDate: String?
    /// Only where the daybook has them enabled.
    public var freeText1: String?
    /// Only where the daybook has them enabled.
    public var freeText2: String?
    /// Only where the daybook has them enabled.
    public var freeText3: String?
    /// The lines in the order of the request.
    public var lines: [LineRequest]

    /// Takes what a request usually has; the rest can be set.
    public init(
        destiny: String? = nil, raisesWarning: Bool? = nil, office: String? = nil,
        daybook: String? = nil, number: String? = nil, currency: String? = nil,
        date: String? = nil, period: String? = nil, invoiceNumber: String? = nil,
        dueDate: String? = nil, lines: [LineRequest] = []
    ) {
        self.destiny = destiny
        self.raisesWarning = raisesWarning
        self.office = office
        self.daybook = daybook
        self.number = number
        self.currency = currency
        self.date = date
        self.period = period
        self.invoiceNumber = invoiceNumber
        self.dueDate = dueDate
        self.lines = lines
    }
}
