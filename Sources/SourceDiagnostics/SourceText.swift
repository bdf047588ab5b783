/// One file of text as it was read: its name as the user gave it, and its bytes.
public struct SourceText: Sendable {
    /// The path as given; printed in every message.
    public let path: String
    /// The bytes of the file, unchanged.
    public let bytes: [UInt8]

    /// Takes a file's bytes.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
