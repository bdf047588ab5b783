/// The name by which a person signs in and under which acts are recorded.
public struct PersonName: Sendable, Hashable {
    /// The longest name, in characters.
    public static let longest = 40
    /// Names under which the program itself records what was done.
    static let reserved: Set<String> = ["server", "stranger"]

    /// As it was typed, without white space around it.
    public let text: String

    /// What makes it the same name, however its letters are written.
    public var key: String { text.lowercased() }

    /// Takes a name of letters, digits, spaces and `.-_'@`; nil for any other text.
    ///
    /// No sign in it turns the direction or hides, as it stands beside what the person did.
    public init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...Self.longest).contains(words.count), words.utf8.count <= 4 * Self.longest,
            words.contains(where: { $0.isLetter || $0.isNumber }),
            words.allSatisfy({ $0.isLetter || $0.isNumber || " .-_'@".contains($0) }),
            !Self.reserved.contains(words.lowercased())
        else { return nil }
        self.text = words
    }
}
