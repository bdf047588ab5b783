/// A piece of a source file, as UTF-8 offsets: from `lower` up to but not with `upper`.
public struct SourceRange: Sendable, Hashable {
    /// The path of the file, as in its `SourceText`.
    public var path: String
    /// The first byte, from 0.
    public var lower: Int
    /// The byte behind the last one.
    public var upper: Int

    /// Names a piece of a file.
    public init(path: String, lower: Int, upper: Int) {
        self.path = path
        self.lower = lower
        self.upper = max(lower, upper)
    }
}
