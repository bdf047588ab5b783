/// Appends XML to a buffer of bytes that grows by doubling: markup as it stands, texts escaped.
///
/// libxml2's text writer takes two allocations and seven writes for each element with a text; the
/// tests read what stands here with libxml2's parser instead.
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

    /// Appends a text, escaped.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        // The longest escape has five bytes.
        reserve(text.count * 5)
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): escape("&amp;")
            case UInt8(ascii: "<"): escape("&lt;")
            case UInt8(ascii: ">"): escape("&gt;")
            // A parser reads a bare carriage return as a line feed.
            case 0x0D: escape("&#13;")
            default:
                buffer[byteCount] = byte
                byteCount += 1
            }
        }
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

    /// There is room already.
    @inline(__always)
    private mutating func escape(_ text: StaticString) {
        (buffer + byteCount).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        byteCount += text.utf8CodeUnitCount
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
