/// The fields of a form in a body, `application/x-www-form-urlencoded`.
struct LoginForm {
    private var fields: [WireRequest.Field]

    /// Reads a body; nil when it says to be something else.
    init?(_ request: WireRequest) {
        let type = request.header("content-type") ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { return nil }
        self.init(body: request.body)
    }

    /// Reads a body whatever it says to be.
    init(body: [UInt8]) { fields = Self.fields(of: body) }

    /// The value of a field that came once.
    subscript(_ name: String) -> String? {
        let found = fields.filter { $0.name == name }
        return found.count == 1 ? found[0].value : nil
    }

    /// Whether a field came more than once, which OAuth forbids (RFC 6749, 3.2).
    var repeatsAField: Bool { Set(fields.map(\.name)).count < fields.count }

    private static func fields(of body: [UInt8]) -> [WireRequest.Field] {
        body.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return WireRequest.Field(
                decoded(parts[0]), parts.count == 2 ? decoded(parts[1]) : "")
        }
    }

    /// Takes `%41` for `A` and `+` for a space; what is not well-formed stands as it came.
    static func decoded(_ bytes: some Collection<UInt8>) -> String {
        var result: [UInt8] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Writes a value for a query: letters, digits and `-._~` stand, all else is `%41`.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.append(Character(Unicode.Scalar(byte)))
            default:
                result += "%"
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
    }
}
