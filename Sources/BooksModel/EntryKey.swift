/// What identifies an entry within an administration: the code of its daybook and its number.
public struct EntryKey: Sendable, Codable, Hashable {
    /// The code of the daybook.
    public var daybook: String
    /// The number as text, such as `202600017`; `3` in the automatic daybook.
    public var number: String

    /// Takes both parts.
    public init(daybook: String, number: String) {
        self.daybook = daybook
        self.number = number
    }
}
