/// Changes of bytes that know nothing of what they mean.
enum ByteEdits {
    /// Bytes that mean something to one of the readers, or are no text.
    private static let interesting: [UInt8] = [
        0x00, 0x01, 0x07, 0x09, 0x0A, 0x0B, 0x0D, 0x1B, 0x1F, 0x20, 0x7F, 0x80, 0x85, 0xA0, 0xBF,
        0xC0, 0xC2, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xFE, 0xFF,
    ]

    /// Pieces that readers of text stumble over, as bytes because not all of them are UTF-8.
    private static let pieces: [[UInt8]] = [
        [0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE], [0xC2, 0x85], [0xC2, 0xA0],
        [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xAE], [0xE2, 0x80, 0x8B], [0xEF, 0xBF, 0xBD],
        [0xEF, 0xBF, 0xBE], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xC0, 0x80],
        [0xE0, 0x80, 0xAF], [0xF0, 0x9F, 0x98, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F],
        [0x65, 0xCC, 0x81], [0xD9, 0xA1], [0x0D, 0x0A], [0x0A, 0x0A], [0x0D, 0x0D],
        [0x1B, 0x5B, 0x33, 0x31, 0x6D], [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B],
    ]

    /// Makes one change.
    static func edit(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let place = random.below(bytes.count + 1)
        switch random.below(10) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
        case 1 where place < bytes.count: bytes[place] = random.pick(interesting)
        case 2:
            let count = 1 + random.below(8)
            bytes.insert(contentsOf: (0..<count).map { _ in UInt8(random.below(256)) }, at: place)
        case 3, 4: bytes.removeSubrange(random.span(in: bytes.count, atMost: 40))
        case 5:
            bytes.insert(contentsOf: bytes[random.span(in: bytes.count, atMost: 200)], at: place)
        case 6: swapSpans(&bytes, &random)
        case 7 where random.once(in: 3): bytes.removeLast(bytes.count - place)
        case 8:
            let count = 1 << random.below(11)
            let byte = random.once(in: 2) ? random.pick(interesting) : bytes.first ?? 0x20
            bytes.insert(contentsOf: repeatElement(byte, count: count), at: place)
        default: bytes.insert(contentsOf: random.pick(pieces), at: place)
        }
    }

    /// The beginning of one file before the end of another.
    static func splice(
        _ bytes: inout [UInt8], with other: [UInt8], _ random: inout SeededGenerator
    ) {
        let head = random.below(bytes.count + 1)
        let tail = random.below(other.count + 1)
        if random.once(in: 2) {
            bytes = Array(bytes[..<head] + other[tail...])
        } else {
            bytes.insert(contentsOf: other[random.span(in: other.count, atMost: 400)], at: head)
        }
    }

    /// Makes a file larger than any reader takes in one piece, by repeating a part of it.
    static func inflate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let span = random.span(in: bytes.count, atMost: random.pick([1, 30, 3000]))
        let part = bytes.isEmpty ? [0x20] : Array(bytes[span])
        let wanted = random.pick([1 << 17, 1 << 20, 5 << 20])
        let repeated = repeatElement(part, count: wanted / part.count + 1).joined()
        bytes.insert(contentsOf: repeated, at: span.upperBound)
    }

    private static func swapSpans(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let one = random.span(in: bytes.count, atMost: 30)
        let two = random.span(in: bytes.count, atMost: 30)
        let (first, second) = one.lowerBound < two.lowerBound ? (one, two) : (two, one)
        guard first.upperBound <= second.lowerBound else { return }
        let swapped = bytes[second] + bytes[first.upperBound..<second.lowerBound] + bytes[first]
        bytes.replaceSubrange(first.lowerBound..<second.upperBound, with: swapped)
    }
}
