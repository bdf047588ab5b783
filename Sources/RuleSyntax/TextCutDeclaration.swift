/// Which end of a text stays when it is too long: `first 40`, `last 40` (UTF-16 code units).
public enum TextCutDeclaration: Sendable, Equatable {
    /// The beginning stays.
    case first(Int)
    /// The end stays.
    case last(Int)
}
