internal import CLibXML2

/// Appends XML to a buffer of bytes that grows by doubling: markup as it stands, texts escaped.
///
/// libxml2's text writer takes two allocations and seven writes for each element with a text; here
/// libxml2 is asked only for the few texts that need an escape, and the tests read what stands
/// here with its parser.
struct XMLOutput: ~Copyable {
    /// Room for this much before the buffer must grow.
    private static let initialBytes = 1 << 16

    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// The number of bytes that stand ready.
    private(set) var byteCount = 0

    init() {
        capacity = Self.initialBytes
        buffer = .allocate(capacity: capacity)
    }

    deinit { buffer.deallocate() }

    /// Hands out the bytes that stand ready, and forgets them unless `body` throws.
    mutating func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        guard byteCount > 0 else { return }
        try body(UnsafeRawBufferPointer(start: buffer, count: byteCount))
        byteCount = 0
    }

    /// Appends markup as it stands.
    @inline(__always)
    mutating func markup(_ text: StaticString) {
        let count = text.utf8CodeUnitCount
        reserve(count)
        (buffer + byteCount).update(from: text.utf8Start, count: count)
        byteCount += count
    }

    /// Appends a text, escaped; it holds no NUL, as `MemoWriter` has checked.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        if text.contains(where: Self.mayNeedEscape) { escape(text) } else { append(text) }
    }

    /// `"`, `&`, `<`, `>` and the carriage return, which a parser reads as a line feed.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x0D
    }

    /// Appends what libxml2 makes of a text.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        guard let escaped = xmlEncodeSpecialChars(nil, Array(text) + [0]) else {
            preconditionFailure("no memory is left to escape a text of \(text.count) bytes")
        }
        append(UnsafeBufferPointer(start: escaped, count: Int(xmlStrlen(escaped))))
        ccvmap_xml_free(escaped)
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        reserve(text.count)
        (buffer + byteCount).update(from: start, count: text.count)
        byteCount += text.count
    }

    /// Appends a number of at least `width` digits, the last ones decimals.
    mutating func digits(_ value: UInt, decimals: Int, width: Int) {
        let minimum = max(width, decimals + 1)
        var length = 0
        var rest = value
        while rest > 0 || length < minimum {
            rest /= 10
            length += 1
        }
        let end = byteCount + length + (decimals > 0 ? 1 : 0)
        reserve(end - byteCount)
        var position = end
        rest = value
        for index in 0..<length {
            if decimals > 0, index == decimals {
                position -= 1
                buffer[position] = UInt8(ascii: ".")
            }
            position -= 1
            buffer[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        byteCount = end
    }

    @inline(__always)
    private mutating func reserve(_ count: Int) {
        if byteCount + count > capacity { grow(byteCount + count) }
    }

    private mutating func grow(_ needed: Int) {
        while capacity < needed { capacity *= 2 }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: buffer, count: byteCount)
        buffer.deallocate()
        buffer = larger
    }
}
