/// Appends compact JSON to a buffer of bytes and sets the commas by itself.
///
/// The caller keeps begin and end in pairs and writes a key before each value of an object.
/// Several values follow one another as lines (NDJSON) when `newline()` stands between them.
public struct JSONWriter: Sendable {
    /// What was written so far, as UTF-8.
    public private(set) var bytes: [UInt8] = []
    /// Whether the next key or value stands behind another one.
    private var needsComma = false

    /// Makes an empty writer.
    public init() {}

    /// Asks for room in advance.
    public mutating func reserve(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

    /// Forgets what was written; the room stays when asked for.
    public mutating func removeAll(keepingCapacity: Bool = false) {
        bytes.removeAll(keepingCapacity: keepingCapacity)
        needsComma = false
    }

    /// Opens an object.
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Closes the object that was opened last.
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Opens an array.
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }

    /// Closes the array that was opened last.
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Writes the key of the value that follows.
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a text.
    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    /// Writes a text from its bytes, which must be UTF-8; invalid bytes go through unchanged.
    public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a text from its bytes, which must be UTF-8; invalid bytes go through unchanged.
    public mutating func string(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { string($0) }
    }

    /// Writes a text from its bytes, which must be UTF-8; invalid bytes go through unchanged.
    public mutating func string(_ text: some Collection<UInt8>) {
        let written: Void? = text.withContiguousStorageIfAvailable { string($0) }
        if written == nil {
            string(ArraySlice(text))
        }
    }

    /// Writes a whole number.
    public mutating func integer(_ value: Int64) {
        separate()
        if value < 0 {
            bytes.append(UInt8(ascii: "-"))
        }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
            rest = quotient
        } while rest != 0
        bytes[start...].reverse()
    }

    /// Writes an amount in units, such as `28.2` for 2820 with two digits behind the point.
    ///
    /// Zeros at the end behind the point, and a point with nothing behind it, are left out.
    public mutating func decimal(_ minorUnits: Int64, digits: Int) {
        var digitsLeft = digits
        var rest = minorUnits
        while digitsLeft > 0, rest % 10 == 0 {
            rest /= 10
            digitsLeft -= 1
        }
        guard digitsLeft > 0 else { return integer(rest) }
        separate()
        if rest < 0 {
            bytes.append(UInt8(ascii: "-"))
        }
        let start = bytes.count
        var magnitude = rest.magnitude
        repeat {
            let (quotient, digit) = magnitude.quotientAndRemainder(dividingBy: 10)
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
            magnitude = quotient
            digitsLeft -= 1
            if digitsLeft == 0 {
                bytes.append(UInt8(ascii: "."))
            }
        } while magnitude != 0 || digitsLeft >= 0
        bytes[start...].reverse()
    }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        separate()
        append(value ? "true" : "false")
    }

    /// Writes `null`.
    public mutating func null() {
        separate()
        append("null")
    }

    /// Ends a line, so that the next value stands on its own.
    public mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma {
            bytes.append(UInt8(ascii: ","))
        }
        needsComma = true
    }

    private mutating func append(_ word: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// Copies runs of harmless bytes at once; only quote, backslash and controls need an escape.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
            appendEscape(of: byte)
            runStart = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x00..<0x20:
            append("u00")
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 0x0F
            bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        default: bytes.append(byte)
        }
    }
}
