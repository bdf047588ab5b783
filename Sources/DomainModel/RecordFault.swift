/// Why a file of payments, open items or customers cannot be read: one sentence with its place.
///
/// The whole file is refused; nothing of it is decided.
public struct RecordFault: Error, Sendable, Equatable {
    /// What was found and what was expected, in English, without the file's name.
    public var message: String
    /// The line, from 1, when it is known.
    public var line: Int?
    /// The byte, from 0, when it is known.
    public var byteOffset: Int?
    /// What to do about it.
    public var help: String

    /// States a fault at a place.
    public init(_ message: String, line: Int? = nil, byteOffset: Int? = nil, help: String = "") {
        self.message = message
        self.line = line
        self.byteOffset = byteOffset
        self.help = help
    }
}
