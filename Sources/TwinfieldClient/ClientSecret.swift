/// The client secret of the developer portal; it does not print.
public struct ClientSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The secret itself, for the one header that needs it.
    let text: String

    /// Takes a secret.
    public init(_ text: String) { self.text = text }

    /// Four stars.
    public var description: String { "****" }
    /// Four stars.
    public var debugDescription: String { "****" }
    /// Without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
