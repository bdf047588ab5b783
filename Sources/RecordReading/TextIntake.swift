import ByteText

/// Takes texts out of the input: as they stand where they have no escapes, decoded where they do.
struct TextIntake {
    private var decoded: [UInt8] = []

    /// Gives the bytes that a text stands for; of another value, the bytes as written.
    @inline(__always)
    mutating func withBytes<Result>(
        _ value: JSONValue, _ base: UnsafePointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        guard value.kind == .escapedText else { return body(value.written(in: base)) }
        JSONEscapes.decode(value.written(in: base), into: &decoded)
        return decoded.withUnsafeBufferPointer(body)
    }

    /// Copies a text into an arena.
    @inline(__always)
    mutating func append(
        _ value: JSONValue, _ base: UnsafePointer<UInt8>, to arena: inout TextArena
    ) -> TextSlice {
        withBytes(value, base) { bytes in arena.append(UnsafeRawBufferPointer(bytes)) }
    }

    /// Copies a text without the white space around it.
    mutating func appendTrimmed(
        _ value: JSONValue, _ base: UnsafePointer<UInt8>, to arena: inout TextArena
    ) -> TextSlice {
        withBytes(value, base) { bytes in
            arena.append(UnsafeRawBufferPointer(Self.trimmed(bytes)))
        }
    }

    /// Makes a string of a text; for customers and messages, not for payments.
    mutating func string(_ value: JSONValue, _ base: UnsafePointer<UInt8>) -> String {
        withBytes(value, base) { bytes in String(decoding: bytes, as: UTF8.self) }
    }

    /// Makes a string of a text without the white space around it.
    mutating func trimmedString(_ value: JSONValue, _ base: UnsafePointer<UInt8>) -> String {
        withBytes(value, base) { bytes in String(decoding: Self.trimmed(bytes), as: UTF8.self) }
    }

    private static func trimmed(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = bytes.count
        while start < end, isSpace(bytes[start]) { start += 1 }
        while start < end, isSpace(bytes[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
