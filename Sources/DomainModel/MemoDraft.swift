public import ByteText

/// A memo entry in the making: it may still be unbalanced, and is never sent.
public struct MemoDraft: Sendable {
    /// How Twinfield keeps an entry.
    public enum Destiny: Sendable, Hashable {
        /// `temporary` ("concept"): can be deleted.
        case provisional
        /// `final` ("definitief"): only a counter-entry corrects it.
        case final
    }

    /// The administration.
    public var office: String
    /// The journal ("dagboek").
    public var journal: String
    /// Provisional or final.
    public var destiny: Destiny
    /// The currency of all lines.
    public var currency: CurrencyCode
    /// The booking date.
    public var date: CalendarDate
    /// The lines, in order.
    public var lines: [MemoLine] = []
    /// The texts of the lines.
    public var texts = TextArena()

    /// Begins an entry without lines.
    public init(
        office: String, journal: String, destiny: Destiny, currency: CurrencyCode,
        date: CalendarDate
    ) {
        self.office = office
        self.journal = journal
        self.destiny = destiny
        self.currency = currency
        self.date = date
    }
}
