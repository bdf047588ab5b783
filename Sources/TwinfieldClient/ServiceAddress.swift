/// An address of a service: where requests with secrets may go.
///
/// Read strictly, since tokens are sent there: nothing but scheme, host, port and a plain path.
struct ServiceAddress: Sendable, Hashable {
    /// The scheme in lower case.
    let scheme: String
    /// The host in lower case, of an IPv6 address without its brackets.
    let host: String
    /// The address without a slash at its end.
    let text: String

    /// Reads an address; nil when it holds anything unusual.
    init?(_ text: String) {
        guard let mark = text.firstRange(of: "://") else { return nil }
        scheme = text[..<mark.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else { return nil }
        var rest = text[mark.upperBound...]
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        self.text = scheme + "://" + rest
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        guard let host = Self.host(rest[..<slash]), Self.isPlainPath(rest[slash...]) else {
            return nil
        }
        self.host = host
    }

    /// Whether the host is this machine: 127.0.0.0/8, ::1 or localhost.
    var isLoopback: Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether a token may go there: https and a host of the suffix, or loopback.
    func isAllowed(hostSuffix: String) -> Bool {
        if isLoopback { return true }
        let dot = hostSuffix.hasPrefix(".") ? "" : "."
        let suffix = dot + hostSuffix.lowercased()
        return scheme == "https" && suffix.count > 1 && host.hasSuffix(suffix)
    }

    /// Whether secrets may go there at all: https, or loopback.
    var isPrivate: Bool { isLoopback || scheme == "https" }

    private static func host(_ authority: Substring) -> String? {
        var host = authority
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<close]
            let port = authority[authority.index(after: close)...]
            guard port.isEmpty || isPort(port), host.utf8.allSatisfy(isOfIPv6) else { return nil }
            return host.lowercased()
        }
        if let colon = authority.firstIndex(of: ":") {
            guard isPort(authority[colon...]) else { return nil }
            host = authority[..<colon]
        }
        guard !host.isEmpty, host.utf8.allSatisfy(isOfName), !host.hasPrefix("."),
            !host.hasSuffix(".")
        else { return nil }
        return host.lowercased()
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.hasPrefix(":") && UInt16(text.dropFirst()) != nil
            && text.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isPlainPath(_ path: Substring) -> Bool {
        !path.contains("..") && !path.contains("//")
            && path.utf8.allSatisfy { isOfName($0) || $0 == 0x2F || $0 == 0x5F || $0 == 0x7E }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
        default: false
        }
    }

    private static func isOfIPv6(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
