public import DomainModel

/// An entry as Twinfield has it: the echo of a post, or what a read gives.
public struct EntryAnswer: Sendable, Equatable {
    /// The administration by the text of its element, which may be in another form than its code.
    public var office: String
    /// The daybook.
    public var code: String
    /// The number that Twinfield gave it.
    public var number: String
    /// Provisional or final, as Twinfield says; `other` when it does not.
    public var status: OpenItemRow.Status
    /// The date; nil when it is not there.
    public var date: CalendarDate?
    /// The period, `yyyy/pp`; empty when it is not there.
    public var period: String
    /// The currency; `absent` when it is not there.
    public var currency: CurrencyCode
    /// The origin, such as `import` or `manual`; empty when it is not there.
    public var origin: String
    /// When it was put in, `yyyyMMddHHmmss` in UTC; empty when it is not there.
    public var inputDate: String
    /// The invoice number of the header, which sales entries have.
    public var invoiceNumber: String
    /// The lines of the entry itself, in the order of the answer.
    public var lines: [EntryLine]
    /// Warnings that did not keep it from being saved.
    public var warnings: [TwinfieldMessage]
}
