import FoundationEssentials

/// A record of CCV as pages show it.
enum RecordText {
    /// A record that nests deeper than this is not indented further.
    static let indentMaximum = 12

    /// A JSON object with line ends for people; what is no JSON stays readable.
    static func pretty(_ record: [UInt8]) -> String {
        var text: [UInt8] = []
        var depth = 0
        var isText = false
        var isEscaped = false
        func newline() {
            text.append(UInt8(ascii: "\n"))
            text += repeatElement(UInt8(ascii: " "), count: max(0, min(depth, indentMaximum)) * 2)
        }
        for byte in record {
            if isText {
                text.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                text.append(byte)
                depth += 1
                newline()
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                newline()
                text.append(byte)
            case UInt8(ascii: ","):
                text.append(byte)
                newline()
            case UInt8(ascii: ":"): text += [byte, UInt8(ascii: " ")]
            case 0x09, 0x0A, 0x0D, 0x20: continue
            default:
                isText = byte == UInt8(ascii: "\"")
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The payer's address in a record; empty when it has none.
    static func email(_ record: [UInt8]) -> String {
        struct Payer: Decodable {
            var billingEmail: String?
        }
        let payer = try? JSONDecoder().decode(Payer.self, from: Data(record))
        return payer?.billingEmail ?? ""
    }
}
