/// A language in which people can be addressed.
public enum OutputLanguage: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Dutch.
    case dutch = "nl"
}
