/// What is done to the letters, spaces and dates of a text before it is cut.
public struct TextShaping: Sendable, Equatable {
    /// Which letters stay.
    public enum Letters: Sendable {
        /// As they are.
        case asWritten
        /// All in upper case.
        case upper
        /// All in lower case.
        case lower
    }

    /// How a day is written.
    public enum DateFormat: String, Sendable, CaseIterable {
        /// `2026-11-20`
        case iso = "yyyy-mm-dd"
        /// `20-11-2026`
        case dutch = "dd-mm-yyyy"
        /// `20/11/2026`
        case slashed = "dd/mm/yyyy"
        /// `20261120`
        case plain = "yyyymmdd"
    }

    /// Which letters stay.
    public var letters: Letters
    /// Whether spaces at both ends go.
    public var trims: Bool
    /// How days are written.
    public var dateFormat: DateFormat

    /// Says what is done; nothing by default.
    public init(
        letters: Letters = .asWritten, trims: Bool = false, dateFormat: DateFormat = .iso
    ) {
        self.letters = letters
        self.trims = trims
        self.dateFormat = dateFormat
    }

    /// Whether the text is taken over letter by letter.
    public var keepsEveryLetter: Bool { letters == .asWritten && !trims }
}
