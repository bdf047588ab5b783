/// The text of a query: names and values, with everything encoded that is not plain.
enum QueryText {
    /// Joins the parts with `&`, behind a `?`.
    static func joined(_ parts: [(name: String, value: String)]) -> String {
        guard !parts.isEmpty else { return "" }
        return "?" + parts.map { $0.name + "=" + encoded($0.value) }.joined(separator: "&")
    }

    /// Percent-encodes all but letters, digits and `-._~`.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
