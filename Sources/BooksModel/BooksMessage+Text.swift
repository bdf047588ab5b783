extension BooksMessage {
    /// The message in the language of the user.
    public func text(in language: BooksLanguage) -> String { "" }
}
