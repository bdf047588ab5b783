/// From where a request comes, as far as that can be known.
public enum ClientAddress {
    /// What stands for an address that nobody knows.
    public static let unknown = "unknown"

    /// The address by which somebody is counted.
    ///
    /// `X-Forwarded-For` is believed only when a web server is expected before us and the
    /// connection is from this machine; then only the last address, which that web server wrote
    /// itself: all before it is what the browser says.
    public static func of(
        peer: String?, forwardedFor: [String], isBehindServer: Bool
    ) -> String {
        guard let peer else { return unknown }
        guard isBehindServer, isLoopback(peer),
            let last = forwardedFor.last?.split(separator: ",").last
        else { return peer }
        let text = last.filter { !$0.isWhitespace }
        let isAddress =
            (2...45).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isHexDigit || $0 == "." || $0 == ":") }
        return isAddress ? text.lowercased() : peer
    }

    private static func isLoopback(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
    }
}
