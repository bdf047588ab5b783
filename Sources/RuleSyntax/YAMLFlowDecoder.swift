import Wording

/// Decodes plain and quoted text once more, keeping where each byte comes from.
///
/// Follows libyaml: the line end inside such a text becomes a space, each empty line behind it
/// a line end.
struct YAMLFlowDecoder {
    private let bytes: [UInt8]
    private let style: YAMLScalar.Style
    private let end: Int
    private var place: Int
    private var map = YAMLTextMap()

    /// Prepares to decode the text at a range, which holds the quotes.
    init(_ bytes: [UInt8], range: Range<Int>, style: YAMLScalar.Style) {
        self.bytes = bytes
        self.style = style
        let quotes = style == .plain ? 0 : 1
        place = range.lowerBound + quotes
        end = max(place, range.upperBound - quotes)
    }

    /// The decoded text; nil when an escape is malformed.
    mutating func decode() -> YAMLTextMap? {
        while place < end {
            if YAMLBreak.length(in: bytes, at: place) > 0 || isBlank(bytes[place]) {
                foldWhiteSpace(afterEscapedBreak: false)
            } else if style == .doubleQuoted, bytes[place] == UInt8(ascii: "\\") {
                guard decodeEscape() else { return nil }
            } else if style == .singleQuoted, bytes[place] == UInt8(ascii: "'") {
                map.add(CollectionOfOne(bytes[place]), from: place..<min(end, place + 2))
                place += 2
            } else {
                map.copy(bytes, place..<place + 1)
                place += 1
            }
        }
        return map
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Takes a run of spaces, tabs and line ends, and adds what they mean.
    private mutating func foldWhiteSpace(afterEscapedBreak: Bool) {
        let start = place
        var firstBreak: [UInt8]? = afterEscapedBreak ? [] : nil
        var laterBreaks: [UInt8] = []
        var hasBreak = afterEscapedBreak
        while place < end {
            let length = YAMLBreak.length(in: bytes, at: place)
            guard length > 0 || isBlank(bytes[place]) else { break }
            if length > 0 {
                let text = YAMLBreak.text(in: bytes, at: place)
                if hasBreak { laterBreaks += text } else { firstBreak = text }
                hasBreak = true
            }
            place += max(1, length)
        }
        guard let firstBreak else {
            map.copy(bytes, start..<place)
            return
        }
        if firstBreak == [0x0A] {
            map.add(laterBreaks.isEmpty ? [0x20] : laterBreaks, from: start..<place)
        } else {
            map.add(firstBreak + laterBreaks, from: start..<place)
        }
    }

    private mutating func decodeEscape() -> Bool {
        let start = place
        guard start + 1 < end else { return false }
        let breakLength = YAMLBreak.length(in: bytes, at: start + 1)
        if breakLength > 0 {
            place += 1 + breakLength
            foldWhiteSpace(afterEscapedBreak: true)
            return true
        }
        let letter = bytes[start + 1]
        let digits: Int
        switch letter {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default:
            guard let scalar = Self.named(letter) else { return false }
            place += 2
            map.add(String(scalar).utf8, from: start..<place)
            return true
        }
        guard start + 2 + digits <= end else { return false }
        let text = String(decoding: bytes[start + 2..<start + 2 + digits], as: UTF8.self)
        guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
            return false
        }
        place += 2 + digits
        map.add(String(scalar).utf8, from: start..<place)
        return true
    }

    /// The escapes of one letter (YAML 1.1, section 5.6).
    private static func named(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{07}"
        case UInt8(ascii: "b"): "\u{08}"
        case UInt8(ascii: "t"), 0x09: "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{0B}"
        case UInt8(ascii: "f"): "\u{0C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case UInt8(ascii: " "): " "
        case UInt8(ascii: "\""): "\""
        case UInt8(ascii: "/"): "/"
        case UInt8(ascii: "\\"): "\\"
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        default: nil
        }
    }
}
