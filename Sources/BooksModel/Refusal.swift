/// One reason why the books did not do what was asked, and where it stands in the request.
public struct Refusal: Sendable, Codable, Hashable {
    /// Where in the request it went wrong.
    public enum Place: Sendable, Codable, Hashable {
        /// The entry, the match set or the change as a whole.
        case transaction
        /// An element of the header.
        case header(HeaderField)
        /// A line, from 0 in the order of the request, or one element of it.
        case line(index: Int, field: LineField?)
    }

    /// How bad it is; the raw value is Twinfield's `msgtype`.
    public enum Level: String, Sendable, Codable {
        /// Never passes.
        case error
        /// Passes only with `raisewarning="false"` (API reference, 3.6 e).
        case warning
    }

    /// Where in the request it went wrong.
    public var place: Place
    /// Error or warning.
    public var level: Level
    /// What went wrong.
    public var message: BooksMessage

    /// States a reason.
    public init(_ place: Place, _ message: BooksMessage, level: Level = .error) {
        self.place = place
        self.level = level
        self.message = message
    }
}
