public import DomainModel

/// An entry in the books ("boeking", Twinfield's `transaction`).
public struct Entry: Sendable, Codable, Hashable {
    /// Whether the entry can still be changed; the raw value is Twinfield's word for it.
    public enum Status: String, Sendable, Codable {
        /// "Concept": can be changed and deleted.
        case provisional = "temporary"
        /// "Definitief": only a counter-entry corrects it.
        case final = "final"
    }

    /// Who or what made the entry; the raw value is Twinfield's word for it.
    public enum Origin: String, Sendable, Codable {
        /// Posted through ProcessXml.
        case `import` = "import"
        /// Typed by a person.
        case manual = "manual"
        /// Made of a sales invoice.
        case invoice = "invoice"
        /// Made by the service itself: a write-off.
        case automatic = "automatic"
    }

    /// For which law the entry counts; the raw value is Twinfield's word for it.
    public enum Regime: String, Sendable, Codable, CaseIterable {
        /// Every one.
        case generic = "Generic"
        /// Taxes only.
        case fiscal = "Fiscal"
        /// The commercial books only.
        case commercial = "Commercial"
        /// The economic books only.
        case economic = "Economic"
    }

    /// Daybook and number.
    public var key: EntryKey
    /// Provisional or final.
    public var status: Status
    /// The date of the entry.
    public var date: CalendarDate
    /// The period in which it counts.
    public var period: BookPeriod
    /// The currency of the values of its lines.
    public var currency: CurrencyCode
    /// For which law it counts.
    public var regime: Regime
    /// Who or what made it.
    public var origin: Origin
    /// When it was posted first.
    public var inputInstant: Instant
    /// When it was posted or changed last; a match changes nothing.
    public var modifiedInstant: Instant
    /// The code of the user who posted it.
    public var userCode: String
    /// The invoice number in the header (sales and purchase only); empty when there is none.
    public var invoiceNumber: String
    /// The due date in the header (sales and purchase only).
    public var dueDate: CalendarDate?
    /// The three free texts; empty when there are none.
    public var freeTexts: [String]
    /// The lines: total, details, tax, in this order.
    public var lines: [EntryLine]

    /// Whether it can still be changed and deleted.
    public var isProvisional: Bool { status == .provisional }

    /// The line with this id.
    public func line(id: Int) -> EntryLine? { lines.first { $0.id == id } }
}
