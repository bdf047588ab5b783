/// The language of the user of the service, in which Twinfield words its messages.
public enum BooksLanguage: String, Sendable, Codable, CaseIterable {
    /// Dutch.
    case dutch = "nl"
    /// English.
    case english = "en"
}
