/// A program that is registered with the login service, as in Twinfield's developer portal.
public struct OAuthClient: Sendable, Equatable, Codable {
    /// Names the program.
    public var id: String
    /// Proves that it is the program.
    public var secret: String
    /// Where answers may be sent to; compared to the letter (API reference, 1.3).
    ///
    /// Empty, which the real portal does not allow, is any https address and any address on this
    /// machine: whoever tries the sandbox has no portal to register one in.
    public var redirectURIs: [String]

    /// Takes the parts.
    public init(id: String, secret: String, redirectURIs: [String]) {
        self.id = id
        self.secret = secret
        self.redirectURIs = redirectURIs
    }

    /// Whether answers may be sent to an address.
    func accepts(redirect address: String) -> Bool {
        guard redirectURIs.isEmpty else { return redirectURIs.contains(address) }
        guard !address.contains("#"), !address.contains(where: \.isWhitespace) else { return false }
        if address.hasPrefix("https://") { return address.utf8.count > 8 }
        return Self.loopbacks.contains { start in
            guard address.hasPrefix(start) else { return false }
            let next = address.dropFirst(start.count).first
            return next == nil || next == ":" || next == "/" || next == "?"
        }
    }

    private static let loopbacks = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
}
