/// An element or attribute of a line of an entry or a match set; the raw value is its name.
public enum LineField: String, Sendable, Codable, CaseIterable {
    /// Total, detail or tax (an attribute).
    case type
    /// The number of the line (an attribute).
    case id
    /// The account.
    case dim1
    /// The customer.
    case dim2
    /// The project.
    case dim3
    /// The side.
    case debitCredit = "debitcredit"
    /// The amount.
    case value
    /// The amount in the base currency.
    case baseValue = "basevalue"
    /// The rate of the base currency.
    case rate
    /// The amount in the reporting currency.
    case reportingValue = "repvalue"
    /// The description.
    case description
    /// The invoice number.
    case invoiceNumber = "invoicenumber"
    /// The code of the tax.
    case vatCode = "vatcode"
    /// The free character.
    case freeCharacter = "freechar"
    /// The date of the line.
    case currencyDate = "currencydate"
    /// The administration for which the line is.
    case destinationOffice = "destoffice"
    /// The daybook of a line to match.
    case transactionCode = "transcode"
    /// The entry of a line to match.
    case transactionNumber = "transnumber"
    /// The id of a line to match.
    case transactionLine = "transline"
    /// How much of a line to match.
    case matchValue = "matchvalue"
    /// How much of a line to write off.
    case writeOff = "writeoff"
}
