/// A daybook ("dagboek"), as the finder gives it.
public struct Daybook: Sendable, Hashable {
    /// Its code, such as `MEMO`.
    public var code: String
    /// Its name, in the language of the user.
    public var name: String

    /// States a daybook.
    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}
