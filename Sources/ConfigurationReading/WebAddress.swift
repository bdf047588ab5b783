/// An address of the web: scheme, host, port and path; no user, no query, no fragment.
///
/// Read strictly, so that the host that is checked is the host that is called: lower-case names,
/// four decimal numbers or `[::1]`, and none of the other ways to write a number of the network.
public struct WebAddress: Sendable, Hashable {
    /// Whether the scheme is https; else it is http.
    public var isSecure: Bool
    /// The host in lower case; an IPv6 address stands in its brackets.
    public var host: String
    /// The port, when one is named.
    public var port: Int?
    /// The path without a `/` at its end; empty for none.
    public var path: String

    /// Reads an address; nil for any other text.
    public init?(_ text: String) {
        let rest: Substring
        if text.hasPrefix("https://") {
            isSecure = true
            rest = text.dropFirst(8)
        } else if text.hasPrefix("http://") {
            isSecure = false
            rest = text.dropFirst(7)
        } else {
            return nil
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        guard let place = HostAndPort(String(rest[..<slash])),
            rest[slash...].utf8.allSatisfy(Self.isPathByte)
        else { return nil }
        host = place.host
        port = place.port
        var path = rest[slash...]
        while path.hasSuffix("/") { path.removeLast() }
        self.path = String(path)
        // What a client would resolve is not what was checked.
        let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard steps.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
    }

    /// Whether the host is this machine: 127.0.0.0/8, ::1 or localhost.
    public var isLoopback: Bool { HostAndPort.isLoopback(host) }

    /// Whether the host is the domain of a suffix such as `.twinfield.com`, or stands below it.
    public func isHost(below suffix: String) -> Bool {
        let domain = suffix.hasPrefix(".") ? suffix.dropFirst() : suffix[...]
        return host == domain || host.hasSuffix("." + domain)
    }

    /// The address as it is called, without a `/` at its end.
    public var text: String {
        (isSecure ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "") + path
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
