/// What happened to the texts of an entry on their way from the template into the line.
struct TextRemarks: OptionSet {
    let rawValue: UInt8

    /// `keep` cut a text.
    static let cut = Self(rawValue: 1 << 0)
    /// A text gave way so that the transaction id stays whole.
    static let yielded = Self(rawValue: 1 << 1)
    /// A character that XML 1.0 forbids became U+FFFD.
    static let replaced = Self(rawValue: 1 << 2)
    /// A tab or a line end became a space.
    static let spaced = Self(rawValue: 1 << 3)
}
