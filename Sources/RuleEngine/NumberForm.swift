import ByteText

/// The form in which order numbers are compared: what may differ harmlessly is gone.
///
/// Letters in lower case; digits of every script as 0–9; spaces and punctuation dropped, except
/// that a single `-` stays between two digits (2025-11 is not 202-511). Marks, symbols and letters
/// of every script count.
struct NumberForm {
    /// The bytes of the form, UTF-8.
    private(set) var bytes: [UInt8] = []
    private var last = Kind.none
    private var hasGap = false

    private enum Kind { case none, letter, digit }

    /// Whether nothing was left.
    var isEmpty: Bool { bytes.isEmpty }

    /// Whether it holds letters beyond ASCII, which can be written in several ways.
    var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }

    /// Fills the form from a text.
    mutating func set(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        last = .none
        hasGap = false
        for byte in text {
            guard byte < 0x80 else { return setSlowly(text) }
            add(ascii: byte)
        }
    }

    /// Whether two forms are the same number.
    static func == (left: Self, right: Self) -> Bool {
        if left.bytes == right.bytes { return true }
        if left.isASCII || right.isASCII { return false }
        // Composed and decomposed letters are the same to a reader.
        return String(decoding: left.bytes, as: UTF8.self)
            == String(decoding: right.bytes, as: UTF8.self)
    }

    /// Forgets the number.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Whether two forms differ in no more than leading zeros, or in the signs between digits
    /// when one of them has none: the same number to a reader when no other one is near.
    func looselyEquals(_ other: NumberForm) -> Bool {
        if withoutLeadingZeros == other.withoutLeadingZeros { return true }
        guard !bytes.contains(0x2D) || !other.bytes.contains(0x2D) else { return false }
        return withoutGaps == other.withoutGaps
    }

    /// The form without the leading zeros of its digit runs.
    var withoutLeadingZeros: [UInt8] {
        var result: [UInt8] = []
        var inRun = false
        for (index, byte) in bytes.enumerated() {
            let isDigit = (0x30...0x39).contains(byte)
            if byte == 0x30, !inRun, index + 1 < bytes.count,
                (0x30...0x39).contains(bytes[index + 1])
            {
                continue
            }
            inRun = isDigit
            result.append(byte)
        }
        return result
    }

    /// The form without the signs between its digits.
    var withoutGaps: [UInt8] { bytes.filter { $0 != 0x2D } }

    private mutating func add(ascii byte: UInt8) {
        switch byte {
        case 0x30...0x39:
            if hasGap, last == .digit { bytes.append(0x2D) }
            bytes.append(byte)
            last = .digit
            hasGap = false
        case 0x41...0x5A, 0x61...0x7A:
            bytes.append(byte | 0x20)
            last = .letter
            hasGap = false
        default: hasGap = true
        }
    }

    private mutating func setSlowly(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        last = .none
        hasGap = false
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { add(scalar) }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        if scalar.isASCII { return add(ascii: UInt8(scalar.value)) }
        if (0xFF01...0xFF5E).contains(scalar.value) {  // full-width forms of ASCII
            return add(ascii: UInt8(scalar.value - 0xFEE0))
        }
        let properties = scalar.properties
        if properties.numericType == .decimal, let value = properties.numericValue {
            return add(ascii: UInt8(0x30 + Int(value)))
        }
        switch properties.generalCategory {
        case .format, .surrogate, .unassigned, .privateUse: return
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .dashPunctuation,
            .openPunctuation, .closePunctuation, .connectorPunctuation, .otherPunctuation,
            .initialPunctuation, .finalPunctuation:
            hasGap = true
        default:
            bytes.append(contentsOf: properties.lowercaseMapping.utf8)
            last = .letter
            hasGap = false
        }
    }
}

extension NumberForm {
    /// Equal forms have equal hashes.
    var hash: UInt64 {
        if isASCII { return bytes.withUnsafeBufferPointer { ByteHash.hash($0) } }
        var hasher = Hasher()
        hasher.combine(String(decoding: bytes, as: UTF8.self))
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
