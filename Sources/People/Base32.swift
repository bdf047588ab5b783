/// Bytes as letters and digits that people can type: RFC 4648, section 6, without `=`.
public enum Base32 {
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The text of bytes.
    public static func text(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                result.append(signs[Int(buffer >> bits & 31)])
            }
        }
        if bits > 0 { result.append(signs[Int(buffer << (5 - bits) & 31)]) }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text in groups of four.
    public static func groups(_ text: String) -> String {
        var result = ""
        for (index, sign) in text.enumerated() {
            if index > 0, index % 4 == 0 { result += " " }
            result.append(sign)
        }
        return result
    }
}
