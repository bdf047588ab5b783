/// An element in the header of an entry or a match set; the raw value is its name.
public enum HeaderField: String, Sendable, Codable, CaseIterable {
    /// The administration.
    case office
    /// The daybook.
    case code
    /// The number of the entry.
    case number
    /// The currency.
    case currency
    /// The date.
    case date
    /// The period.
    case period
    /// The regime.
    case regime
    /// The invoice number.
    case invoiceNumber = "invoicenumber"
    /// The due date.
    case dueDate = "duedate"
    /// The first free text.
    case freeText1 = "freetext1"
    /// The second free text.
    case freeText2 = "freetext2"
    /// The third free text.
    case freeText3 = "freetext3"
    /// What a match set matches: 170 is customers.
    case matchCode = "matchcode"
    /// The date of a match set.
    case matchDate = "matchdate"
}
