/// The numbers of the entries of one daybook in one book year.
struct NumberSeries: Sendable, Codable, Hashable {
    /// The code of the daybook.
    var daybook: String
    /// The book year; nil where numbers do not begin with a year (the automatic daybook).
    var year: Int?

    /// A number as the books write it: the year and five digits, or the bare number.
    func text(_ number: Int) -> String {
        guard let year else { return String(number) }
        return FixedDigits.text(year, width: 4) + FixedDigits.text(number, width: 5)
    }
}
