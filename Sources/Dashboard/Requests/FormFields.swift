/// The fields of a query or of a form, as browsers write them.
struct FormFields: Sendable, Hashable {
    /// More fields than any page of ours has: what comes behind them is not read.
    static let fieldsMaximum = 100
    /// The same for the form of the rules, which has some fields for each method.
    static let rowsMaximum = 1_000

    private var values: [String: String] = [:]

    /// No fields.
    init() {}

    /// Reads `a=1&b=2`; of two fields of one name the first counts.
    init(_ text: some Sequence<UInt8>, atMost most: Int = fieldsMaximum) {
        let pairs = Array(text).split(separator: UInt8(ascii: "&"))
        for pair in pairs.prefix(most) {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            if values[name] == nil { values[name] = parts.count == 2 ? Self.decoded(parts[1]) : "" }
        }
    }

    /// The value of a field; nil when it is missing or empty.
    subscript(name: String) -> String? {
        get { values[name].flatMap { $0.isEmpty ? nil : $0 } }
        set { values[name] = newValue }
    }

    /// The fields as `a=1&b=2`, by name.
    var text: String {
        values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { Self.encoded($0.key) + "=" + Self.encoded($0.value) }.joined(separator: "&")
    }

    /// The names and values, by name.
    var pairs: [(name: String, value: String)] {
        values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { (name: $0.key, value: $0.value) }
    }

    /// The names and values, those that are empty too, by name.
    var allPairs: [(name: String, value: String)] {
        values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    }

    /// A text with everything but letters, digits and `-._~` as `%XX`.
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += (byte < 16 ? "%0" : "%") + digits
            }
        }
        return result
    }

    /// A text with `%XX` and `+` read back; bytes that are no UTF-8 become U+FFFD.
    static func decoded(_ text: some Sequence<UInt8>) -> String {
        let bytes = Array(text)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
                let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
            {
                result.append(UInt8(high * 16 + low))
                index += 3
                continue
            }
            result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}
