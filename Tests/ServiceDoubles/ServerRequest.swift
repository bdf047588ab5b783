/// A request as it came over the wire.
public struct ServerRequest: Sendable {
    /// Which connection it came on, from 0.
    public var connection: Int
    /// Which request of all it is, from 0.
    public var number: Int
    /// `GET` or `POST`.
    public var method: String
    /// The path with its query.
    public var target: String
    /// The headers, with names in lower case.
    public var headers: [String: String]
    /// The body.
    public var body: [UInt8]

    /// The path without its query.
    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The value of a name in the query, decoded.
    public func query(_ name: String) -> String? {
        guard let mark = target.firstIndex(of: "?") else { return nil }
        for part in target[target.index(after: mark)...].split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair[0] == name { return Self.decoded(pair.count > 1 ? pair[1] : "") }
        }
        return nil
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
