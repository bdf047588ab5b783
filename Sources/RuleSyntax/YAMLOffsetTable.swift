/// Turns counts of Unicode scalars, in which libyaml speaks, into UTF-8 offsets.
struct YAMLOffsetTable {
    /// The bytes in front of the first counted scalar: those of a byte-order mark.
    private let start: Int
    /// The number of bytes in the file.
    private let end: Int
    /// The offset of each scalar; empty when each scalar is one byte.
    private let offsets: [UInt32]

    /// Counts the scalars from `start` on; the bytes must be valid UTF-8.
    init(_ bytes: [UInt8], start: Int) {
        self.start = start
        end = bytes.count
        guard bytes[start...].contains(where: { $0 >= 0x80 }) else {
            offsets = []
            return
        }
        var offsets: [UInt32] = []
        offsets.reserveCapacity(bytes.count - start)
        for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 {
            offsets.append(UInt32(truncatingIfNeeded: index))
        }
        self.offsets = offsets
    }

    /// The place of the scalar with this number; that of the end for a number beyond.
    func byteOffset(ofScalar index: Int) -> Int {
        guard !offsets.isEmpty else { return min(start + index, end) }
        return index < offsets.count ? Int(offsets[index]) : end
    }
}
