internal import FoundationEssentials

/// Base64 as the login service meets it.
enum Base64 {
    /// Base64 with `-` and `_` and without padding (RFC 4648, section 5).
    static func urlText(of bytes: some Sequence<UInt8>) -> String {
        let text = Data(bytes).base64EncodedString()
        return String(
            text.compactMap { character in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }

    /// The bytes of a text in ordinary base64; nil when it is something else.
    static func bytes(of text: some StringProtocol) -> [UInt8]? {
        Data(base64Encoded: String(text)).map(Array.init)
    }
}
