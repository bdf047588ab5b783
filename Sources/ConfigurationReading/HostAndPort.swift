/// A host and, when it is named, a port: `127.0.0.1:8080`.
public struct HostAndPort: Sendable, Hashable {
    /// The host in lower case; an IPv6 address stands in its brackets.
    public var host: String
    /// The port, from 1 to 65535.
    public var port: Int?

    /// Reads a host and a port; nil for any other text.
    public init?(_ text: String) {
        var name = text[...]
        var number: Substring?
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            name = text[...end]
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            if !rest.isEmpty { number = rest.dropFirst() }
        } else if let colon = text.firstIndex(of: ":") {
            name = text[..<colon]
            number = text[text.index(after: colon)...]
        }
        host = name.lowercased()
        if let number {
            guard (1...5).contains(number.utf8.count),
                number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let value = Int(number), (1...65_535).contains(value)
            else { return nil }
            port = value
        }
        guard Self.isHost(host) else { return nil }
    }

    /// Whether it is this machine.
    public var isLoopback: Bool { Self.isLoopback(host) }

    /// Whether a host is this machine.
    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "[::1]" || bytesOfIPv4(host)?.first == 127
    }

    private static func isHost(_ host: String) -> Bool {
        if host.hasPrefix("[") { return isIPv6(host.dropFirst().dropLast()) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, labels.allSatisfy(isLabel) else { return false }
        // A last label that begins with a digit is a number of the network to most resolvers.
        if labels.last?.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
            return bytesOfIPv4(host) != nil
        }
        return true
    }

    private static func isLabel(_ label: Substring) -> Bool {
        guard (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-")
        else { return false }
        return label.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
        }
    }

    /// The four numbers of `127.0.0.1`, without leading zeros.
    private static func bytesOfIPv4(_ host: String) -> [Int]? {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part -> Int? in
            guard let number = Int(part), (0...255).contains(number), String(number) == part
            else { return nil }
            return number
        }
        return parts.count == 4 && numbers.count == 4 ? numbers : nil
    }

    /// Groups of hexadecimal digits; at most one `::`.
    private static func isIPv6(_ text: Substring) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return false }
        var count = 0
        for half in halves where !half.isEmpty {
            let groups = half.split(separator: ":", omittingEmptySubsequences: false)
            guard
                groups.allSatisfy({
                    (1...4).contains($0.utf8.count) && UInt16($0, radix: 16) != nil
                })
            else { return false }
            count += groups.count
        }
        return halves.count == 2 ? count < 8 : count == 8
    }
}
