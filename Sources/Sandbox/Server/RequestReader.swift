internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// Makes a request of values from one that comes over a socket.
enum RequestReader {
    /// The largest body that is read, in bytes.
    static let largestBody = 64 << 20

    /// Reads the whole body and takes the address apart; nil when the body is too large.
    static func read(_ request: Request, baseURL: String) async throws -> WireRequest? {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: largestBody)
        } catch is NIOTooManyBytesError {
            return nil
        }
        let target = request.head.path ?? "/"
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var fields = request.head.headerFields.map {
            WireRequest.Field($0.name.canonicalName, $0.value)
        }
        if let host = request.head.authority { fields.append(WireRequest.Field("host", host)) }
        return WireRequest(
            method: request.head.method.rawValue, path: decoded(parts[0]),
            query: parts.count == 2 ? query(parts[1]) : [], headers: fields,
            body: Array(body.readableBytesView), baseURL: baseURL)
    }

    /// The names and values of a query; `+` is a space.
    static func query(_ text: Substring) -> [WireRequest.Field] {
        text.split(separator: "&").map { pair in
            let sides = pair.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            func plain(_ side: Substring) -> String { decoded(side, plusIsSpace: true) }
            return WireRequest.Field(plain(sides[0]), sides.count == 2 ? plain(sides[1]) : "")
        }
    }

    /// A text without its percent signs; a percent sign before anything but two digits stays.
    static func decoded(_ text: Substring, plusIsSpace: Bool = false) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(digit),
                let low = rest.dropFirst().first.flatMap(digit)
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else if byte == UInt8(ascii: "+"), plusIsSpace {
                bytes.append(UInt8(ascii: " "))
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
