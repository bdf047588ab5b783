internal import CLibXML2

/// libxml2's text writer over a buffer in memory.
///
/// The writer keeps the elements that hold others. Elements that hold a short text are escaped
/// into a scratch here and go through it a line at a time: it would allocate twice and write seven
/// times for each of them. A write that fails is remembered in `isFailed`.
struct XMLOutput: ~Copyable {
    /// Room for this much before the buffer must grow.
    private static let initialBytes = 1 << 20
    private static let scratchBytes = 1 << 13

    private let buffer: xmlBufferPtr?
    private let writer: xmlTextWriterPtr?
    private let scratch: UnsafeMutablePointer<UInt8>
    private var count = 0
    /// Whether a write failed: there was no memory, or a text was longer than the scratch.
    private(set) var isFailed: Bool

    init() {
        buffer = xmlBufferCreateSize(Self.initialBytes)
        if let buffer { ccvmap_xml_buffer_doubles(buffer) }
        writer = buffer.flatMap { xmlNewTextWriterMemory($0, 0) }
        scratch = .allocate(capacity: Self.scratchBytes)
        isFailed = writer == nil
    }

    deinit {
        if let writer { xmlFreeTextWriter(writer) }
        if let buffer { xmlBufferFree(buffer) }
        scratch.deallocate()
    }

    /// The number of bytes that stand ready.
    var byteCount: Int { buffer.map { Int(xmlBufferLength($0)) } ?? 0 }

    /// Hands out the bytes that stand ready, and forgets them unless `body` throws.
    mutating func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        flush()
        guard let buffer, let content = xmlBufferContent(buffer), byteCount > 0 else { return }
        try body(UnsafeRawBufferPointer(start: content, count: byteCount))
        xmlBufferEmpty(buffer)
    }

    /// Makes all that was written stand ready.
    mutating func flush() {
        writeScratch()
        note(xmlTextWriterFlush(writer))
    }

    /// The declaration, without the line end that libxml2 itself would put behind it.
    mutating func declaration() {
        append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        writeScratch()
    }

    /// Begins an element that holds others.
    mutating func start(_ name: StaticString) {
        writeScratch()
        note(xmlTextWriterStartElement(writer, name.utf8Start))
    }

    /// Ends the innermost element that holds others.
    mutating func end() {
        writeScratch()
        note(xmlTextWriterEndElement(writer))
    }

    /// Adds an attribute to the element that has just begun.
    mutating func attribute(_ name: StaticString, _ value: StaticString) {
        note(xmlTextWriterWriteAttribute(writer, name.utf8Start, value.utf8Start))
    }

    /// Adds a number as an attribute to the element that has just begun.
    mutating func attribute(_ name: StaticString, _ value: UInt) {
        append(digits: value, decimals: 0, width: 1)
        scratch[count] = 0
        note(xmlTextWriterWriteAttribute(writer, name.utf8Start, scratch))
        count = 0
    }

    /// Writes an element with a fixed text that needs no escaping.
    mutating func element(_ name: StaticString, _ value: StaticString) {
        open(name, textBytes: value.utf8CodeUnitCount)
        append(value)
        close(name)
    }

    /// Writes an element with a text, which is escaped.
    mutating func element(_ name: StaticString, _ text: UnsafeBufferPointer<UInt8>) {
        // The longest escape has six bytes.
        guard text.count * 6 < Self.scratchBytes / 2 else {
            isFailed = true
            return
        }
        open(name, textBytes: text.count * 6)
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            // A parser reads a bare carriage return as a line feed.
            case 0x0D: append("&#13;")
            default:
                scratch[count] = byte
                count += 1
            }
        }
        close(name)
    }

    /// Writes an element with a number of at least `width` digits, the last ones decimals.
    mutating func element(_ name: StaticString, digits: UInt, decimals: Int, width: Int) {
        open(name, textBytes: 64)
        append(digits: digits, decimals: decimals, width: width)
        close(name)
    }
}

extension XMLOutput {
    private mutating func open(_ name: StaticString, textBytes: Int) {
        let needed = 2 * name.utf8CodeUnitCount + 5 + textBytes
        if count + needed > Self.scratchBytes { writeScratch() }
        scratch[count] = UInt8(ascii: "<")
        count += 1
        append(name)
        scratch[count] = UInt8(ascii: ">")
        count += 1
    }

    private mutating func close(_ name: StaticString) {
        scratch[count] = UInt8(ascii: "<")
        scratch[count + 1] = UInt8(ascii: "/")
        count += 2
        append(name)
        scratch[count] = UInt8(ascii: ">")
        count += 1
    }

    private mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        (scratch + count).update(from: text.utf8Start, count: length)
        count += length
    }

    private mutating func append(digits value: UInt, decimals: Int, width: Int) {
        let minimum = max(width, decimals + 1)
        var length = 0
        var rest = value
        while rest > 0 || length < minimum {
            rest /= 10
            length += 1
        }
        let end = count + length + (decimals > 0 ? 1 : 0)
        var position = end
        rest = value
        for index in 0..<length {
            if decimals > 0, index == decimals {
                position -= 1
                scratch[position] = UInt8(ascii: ".")
            }
            position -= 1
            scratch[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count = end
    }

    private mutating func writeScratch() {
        guard count > 0 else { return }
        note(xmlTextWriterWriteRawLen(writer, scratch, Int32(count)))
        count = 0
    }

    private mutating func note(_ result: Int32) {
        if result < 0 { isFailed = true }
    }
}
