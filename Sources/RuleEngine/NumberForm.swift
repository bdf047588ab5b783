import ByteText

/// The form in which order numbers are compared: what may differ harmlessly is gone.
///
/// Letters in lower case; digits of every script as 0–9; spaces and punctuation dropped, except
/// that a single `-` stays between two digits (2025-11 is not 202-511). Marks, symbols and letters
/// of every script count.
struct NumberForm {
    /// Room for the form; only the first `count` bytes belong to it.
    private var room: [UInt8] = []
    private(set) var count = 0
    /// Whether it holds no letters beyond ASCII, which could be written in several ways.
    private(set) var isASCII = true
    /// Whether a sign of lists stands between two digits: "1001,1002", "1001 / 1002".
    private(set) var isList = false

    /// Whether nothing was left.
    var isEmpty: Bool { count == 0 }

    /// The bytes of the form, UTF-8; for the rare paths.
    var bytes: ArraySlice<UInt8> { room[..<count] }

    /// Fills the form from a text.
    mutating func set(_ text: UnsafeBufferPointer<UInt8>) {
        // Every byte gives one byte at most, and a gap before it.
        let needed = text.count * 2
        if room.count < needed {
            room = [UInt8](repeating: 0, count: max(needed, 128))
        }
        isASCII = true
        isList = false
        let written = room.withUnsafeMutableBufferPointer { Self.fold(text, into: $0) }
        if let written { count = written } else { setSlowly(text) }
        isList = bytes.contains(0x2D) && Self.isList(text)
    }

    private static func isList(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var endsInDigit = false
        var hasSign = false
        for (index, byte) in text.enumerated() {
            if TextUnit.isWord(byte) {
                if hasSign, endsInDigit, isDigit(byte) { return true }
                endsInDigit = isDigit(byte)
                hasSign = false
            } else if [0x2C, 0x3B, 0x2B, 0x26, 0x7C].contains(byte) {
                hasSign = true
            } else if index > 0, text[index - 1] == 0x20, byte == 0x2F {
                hasSign = true
            }
        }
        return hasTwoNumbers(text)
    }

    /// "5951 76220": two numbers with a space between, unless the first is a year.
    private static func hasTwoNumbers(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.contains(0x20) else { return false }
        let parts = text.split(separator: 0x20)
        return parts.count == 2 && parts.allSatisfy { $0.count >= 4 && $0.allSatisfy(isDigit) }
            && !(parts[0].count == 4 && parts[0].starts(with: [0x32, 0x30]))
    }

    /// Forgets the number.
    mutating func removeAll() { count = 0 }

    /// Equal forms have equal hashes.
    var hash: UInt64 {
        if isASCII {
            return room.withUnsafeBufferPointer {
                ByteHash.hash(UnsafeBufferPointer(rebasing: $0[..<count]))
            }
        }
        var hasher = Hasher()
        hasher.combine(String(decoding: bytes, as: UTF8.self))
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// Whether two forms are the same number.
    static func == (left: Self, right: Self) -> Bool {
        if left.count == right.count, left.bytes == right.bytes { return true }
        if left.isASCII || right.isASCII { return false }
        // Composed and decomposed letters are the same to a reader.
        return String(decoding: left.bytes, as: UTF8.self)
            == String(decoding: right.bytes, as: UTF8.self)
    }

    /// Whether two forms differ in no more than leading zeros, or in the signs between digits
    /// when one of them has none: the same number to a reader when no other one is near.
    func looselyEquals(_ other: NumberForm) -> Bool {
        if withoutLeadingZeros == other.withoutLeadingZeros { return true }
        guard !bytes.contains(0x2D) || !other.bytes.contains(0x2D) else { return false }
        return withoutGaps == other.withoutGaps && mayLoseGaps && other.mayLoseGaps
    }

    /// Whether another number stands in it as a whole, with or without zeros in front.
    func mentions(_ number: NumberForm) -> Bool {
        let text = Array(bytes)
        let name = number.bytes.first == 0x30 ? number.withoutLeadingZeros : Array(number.bytes)
        guard let first = name.first, let last = name.last, text.count >= name.count else {
            return false
        }
        return (0...text.count - name.count).contains { start in
            let end = start + name.count
            guard text[start] == first, text[start..<end].elementsEqual(name) else { return false }
            let front = text[..<start].last { $0 != 0x30 || !Self.isDigit(first) }
            func joins(_ byte: UInt8?, _ own: UInt8) -> Bool {
                byte.map { Self.isDigit(own) && (Self.isDigit($0) || $0 == 0x2D) } ?? false
            }
            return !joins(front, first) && !joins(end < text.count ? text[end] : nil, last)
        }
    }

    /// Whether the signs between digits part one number, "2026-0017", and neither add something
    /// to it, "1001-1", nor make a list, "1001/1002".
    private var mayLoseGaps: Bool {
        if isList { return false }
        var groups: [ArraySlice<UInt8>] = []
        for piece in bytes.split(whereSeparator: { !Self.isDigit($0) && $0 != 0x2D }) {
            let parts = piece.split(separator: 0x2D)
            if parts.count > 1 { groups.append(contentsOf: parts) }
        }
        guard let first = groups.first, let last = groups.last, groups.count > 1 else {
            return true
        }
        let isYear = first.count == 4 && (first.starts(with: [0x32, 0x30]))
        if isYear, groups.count == 2 { return last.count >= 2 }
        let areAlike = groups.count == 2 && first.count == last.count
        return last.count >= 3 && groups.allSatisfy { $0.count >= 2 } && !areAlike
    }

    /// Whether two forms differ in digits only, such as two numbers of one series.
    func hasShape(of other: NumberForm) -> Bool {
        count == other.count
            && zip(bytes, other.bytes).allSatisfy { left, right in
                left == right || Self.isDigit(left) && Self.isDigit(right)
            }
    }

    /// Forms that are equal but for leading zeros have equal first hashes; those that are equal
    /// but for the signs between digits, and zeros in front of the whole, equal second ones.
    var looseHashes: (zeros: UInt64, gaps: UInt64) {
        // Begun alike, so that a plain number has one hash and stands in the index once.
        var zeros: UInt64 = 0x5851_F42D_4C95_7F2D
        var gaps = zeros
        var isInDigits = false
        var isInNumber = false
        for index in 0..<count {
            let byte = room[index]
            let isDigit = Self.isDigit(byte)
            let isZero = byte == 0x30 && index + 1 < count && Self.isDigit(room[index + 1])
            if byte != 0x2D, !isZero || isInNumber {
                gaps = (gaps ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
                isInNumber = isDigit
            }
            if !isZero || isInDigits {
                zeros = (zeros ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
                isInDigits = isDigit
            }
        }
        return (ByteHash.mix(zeros), ByteHash.mix(gaps))
    }

    private var withoutLeadingZeros: [UInt8] {
        var result: [UInt8] = []
        var isInDigits = false
        for index in 0..<count {
            let byte = room[index]
            if byte == 0x30, !isInDigits, index + 1 < count, Self.isDigit(room[index + 1]) {
                continue
            }
            isInDigits = Self.isDigit(byte)
            result.append(byte)
        }
        return result
    }

    private var withoutGaps: [UInt8] { bytes.filter { $0 != 0x2D } }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Folds a text of ASCII; nil when it holds anything else.
    private static func fold(
        _ text: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
    ) -> Int? {
        var written = 0
        var hasGap = false
        var endsInDigit = false
        for byte in text {
            if isDigit(byte) {
                if hasGap, endsInDigit {
                    room[written] = 0x2D
                    written += 1
                }
                room[written] = byte
                written += 1
                endsInDigit = true
                hasGap = false
            } else if (0x41...0x5A).contains(byte & 0xDF), byte < 0x80 {
                room[written] = byte | 0x20
                written += 1
                endsInDigit = false
                hasGap = false
            } else if byte < 0x80 {
                hasGap = true
            } else {
                return nil
            }
        }
        return written
    }

    private mutating func setSlowly(_ text: UnsafeBufferPointer<UInt8>) {
        var folder = UnicodeFolder()
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { folder.add(scalar) }
        room = folder.bytes
        count = room.count
        isASCII = room.allSatisfy { $0 < 0x80 }
    }
}

/// Folds scalars of every script; the path for texts that are not plain ASCII.
private struct UnicodeFolder {
    var bytes: [UInt8] = []
    private var endsInDigit = false
    private var hasGap = false

    mutating func add(_ scalar: Unicode.Scalar) {
        if scalar.isASCII { return add(ascii: UInt8(scalar.value)) }
        if (0xFF01...0xFF5E).contains(scalar.value) {  // full-width forms of ASCII
            return add(ascii: UInt8(scalar.value - 0xFEE0))
        }
        let properties = scalar.properties
        if properties.numericType == .decimal, let value = properties.numericValue {
            return add(ascii: UInt8(0x30 + Int(value)))
        }
        if [0x2212, 0x2044, 0x2215].contains(scalar.value) {  // minus and slashes of mathematics
            hasGap = true
            return
        }
        switch properties.generalCategory {
        case .format, .surrogate, .unassigned, .privateUse: return
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .dashPunctuation,
            .openPunctuation, .closePunctuation, .connectorPunctuation, .otherPunctuation,
            .initialPunctuation, .finalPunctuation:
            hasGap = true
        default:
            bytes.append(contentsOf: properties.lowercaseMapping.utf8)
            endsInDigit = false
            hasGap = false
        }
    }

    private mutating func add(ascii byte: UInt8) {
        switch byte {
        case 0x30...0x39:
            if hasGap, endsInDigit { bytes.append(0x2D) }
            bytes.append(byte)
            endsInDigit = true
            hasGap = false
        case 0x41...0x5A, 0x61...0x7A:
            bytes.append(byte | 0x20)
            endsInDigit = false
            hasGap = false
        default: hasGap = true
        }
    }
}
