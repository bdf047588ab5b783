/// One sentence that Twinfield says about an element of what was sent.
///
/// The text is in the language of the user, for people only; nothing is ever decided by it.
public struct TwinfieldMessage: Sendable, Equatable {
    /// The sentence, on one line; of messages joined with `//` each is one of these.
    public var text: String
    /// Whether it is a warning; a warning too means that nothing was saved.
    public var isWarning: Bool
    /// The names of the elements down to the one that it stands on: `transaction/header/date`.
    public var path: String
    /// The line of the entry or set that it is about: its id, else its position from 1.
    public var line: Int?

    /// States a message.
    public init(_ text: String, isWarning: Bool = false, path: String = "", line: Int? = nil) {
        self.text = text
        self.isWarning = isWarning
        self.path = path
        self.line = line
    }
}
