/// A book of entries of one kind ("dagboek"), such as `VRK` or `MEMO`.
public struct Daybook: Sendable, Codable, Hashable {
    /// What kind of entries the book takes.
    public enum Category: String, Sendable, Codable, CaseIterable {
        /// Sales invoices.
        case sales
        /// Purchase invoices.
        case purchase
        /// Memo entries.
        case journal
        /// Bank statements.
        case bank
        /// Cash.
        case cash
        /// Entries that the service makes itself, such as write-offs.
        case automatic
    }

    /// Whether lines may carry a date of their own (`currencydate`; API reference, 3.5).
    public enum LineDate: String, Sendable, Codable {
        /// A line date is refused.
        case notAllowed
        /// A line may have a date.
        case allowed
        /// Every line needs a date.
        case mandatory
    }

    /// The code, at most 16 characters.
    public var code: String
    /// The name for people.
    public var name: String
    /// The short name.
    public var shortName: String
    /// The kind of entries.
    public var category: Category
    /// Which of the header's free texts, 1 to 3, are enabled; others are refused (3.4).
    public var enabledFreeTexts: [Int]
    /// Whether lines may carry a date of their own.
    public var lineDate: LineDate
    /// Whether an invoice number may stand in the book only once (3.7).
    public var refusesDuplicateInvoiceNumbers: Bool

    /// Takes the fields of a daybook; nothing optional is enabled unless said.
    public init(
        code: String, name: String, shortName: String, category: Category,
        enabledFreeTexts: [Int] = [], lineDate: LineDate = .notAllowed,
        refusesDuplicateInvoiceNumbers: Bool = false
    ) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.category = category
        self.enabledFreeTexts = enabledFreeTexts
        self.lineDate = lineDate
        self.refusesDuplicateInvoiceNumbers = refusesDuplicateInvoiceNumbers
    }
}
