/// A line together with the entry in which it stands.
public struct BookedLine: Sendable, Hashable {
    /// The entry.
    public var entry: Entry
    /// The line.
    public var line: EntryLine

    /// Takes both.
    public init(entry: Entry, line: EntryLine) {
        self.entry = entry
        self.line = line
    }
}
