internal import FoundationEssentials

/// A text that nobody may see: a key, a client secret, a token.
///
/// It does not print, whatever prints it: its description is `****`, its mirror is empty, and it is
/// neither `Codable` nor hashable. Who needs the text asks for it by `reveal()`.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let bytes: Data

    /// Takes a text.
    public init(_ text: String) { bytes = Data(text.utf8) }

    /// Takes bytes.
    init(_ bytes: Data) { self.bytes = bytes }

    /// The text itself, for the one request that needs it.
    public func reveal() -> String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes themselves.
    func revealBytes() -> Data { bytes }

    /// Four stars.
    public var description: String { "****" }
    /// Four stars.
    public var debugDescription: String { "****" }
    /// Without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
