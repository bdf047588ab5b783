internal import FoundationEssentials

/// Base64 with the alphabet of addresses and without padding (RFC 4648, section 5).
enum Base64URL {
    /// The text of bytes.
    static func encoded(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for character in Data(bytes).base64EncodedString() {
            switch character {
            case "+": text += "-"
            case "/": text += "_"
            case "=": break
            default: text.append(character)
            }
        }
        return text
    }

    /// The bytes of a text; nil when it is not base64.
    static func decoded(_ text: some StringProtocol) -> [UInt8]? {
        var padded = ""
        for character in text {
            switch character {
            case "-": padded += "+"
            case "_": padded += "/"
            default: padded.append(character)
            }
        }
        while padded.utf8.count % 4 != 0 { padded += "=" }
        return Data(base64Encoded: padded).map { Array($0) }
    }
}
