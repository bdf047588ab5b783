/// Compares words of a fixed vocabulary without making strings.
enum AsciiWord {
    /// Whether the bytes spell a word of lower-case ASCII letters, in either case.
    @inline(__always)
    static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        return begins(bytes, word)
    }

    /// Whether the bytes begin with a word in lower-case ASCII, in either case.
    @inline(__always)
    static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard bytes.count >= word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount {
            let byte = bytes[index]
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            if lower != word.utf8Start[index] { return false }
        }
        return true
    }
}
