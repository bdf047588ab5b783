/// A piece of UTF-8 text in a `TextArena`: where it begins and how many bytes it has.
///
/// A text of no bytes stands for "not given": neither service tells the two apart.
public struct TextSlice: Sendable, Hashable {
    /// The first byte, counted from the start of the arena.
    public var offset: UInt32
    /// The number of bytes.
    public var count: UInt32

    /// The text that is not there.
    public static let absent = TextSlice(offset: 0, count: 0)

    /// Names `count` bytes from `offset` on.
    public init(offset: UInt32, count: UInt32) {
        self.offset = offset
        self.count = count
    }

    /// Whether there is any text.
    public var isPresent: Bool { count != 0 }

    /// The positions of the bytes in the arena.
    public var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
}
