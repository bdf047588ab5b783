/// Changes of JSON that know of tokens.
enum JSONEdits {
    /// Makes one change.
    static func edit(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let tokens = tokens(of: bytes)
        guard !tokens.isEmpty else { return ByteEdits.edit(&bytes, &random) }
        let token = random.pick(tokens)
        switch random.below(14) {
        case 0...3: changeValue(&bytes, tokens, &random)
        case 4: bytes.replaceSubrange(token, with: bytes[random.pick(tokens)])
        case 5: bytes.removeSubrange(token)
        case 6: bytes.insert(contentsOf: bytes[token], at: token.upperBound)
        case 7, 8: changeText(&bytes, tokens, &random)
        case 9: repeatPair(&bytes, tokens, &random)
        case 10: nest(&bytes, at: token.lowerBound, &random)
        case 11:
            bytes.insert(
                contentsOf: Array(random.pick(FuzzWords.jsonSigns).utf8), at: token.lowerBound)
        case 12 where random.once(in: 3): bytes.removeLast(bytes.count - token.upperBound)
        case 13: repeatObject(&bytes, &random)
        default: changeFile(&bytes, &random)
        }
    }

    /// Makes a change that mostly leaves JSON.
    static func mildEdit(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let tokens = tokens(of: bytes)
        switch random.below(8) {
        case 0: repeatObject(&bytes, &random)
        case 1: repeatPair(&bytes, tokens, &random)
        case 2: changeText(&bytes, tokens, &random)
        default: changeValue(&bytes, tokens, &random)
        }
    }

    /// The ranges of texts, numbers, words and signs.
    private static func tokens(of bytes: [UInt8]) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var end = start + 1
            switch bytes[start] {
            case 0x22:
                while end < bytes.count, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
                end = min(end + 1, bytes.count)
            case 0x20, 0x09, 0x0A, 0x0D:
                start = end
                continue
            case 0x2B...0x2B, 0x2D...0x39, 0x41...0x5A, 0x61...0x7A:
                while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
            default: break
            }
            tokens.append(start..<end)
            start = end
        }
        return tokens
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x2D...0x39).contains(byte) || byte == 0x2B || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Puts another value behind a colon.
    private static func changeValue(
        _ bytes: inout [UInt8], _ tokens: [Range<Int>], _ random: inout SeededGenerator
    ) {
        let values = tokens.indices.dropFirst().filter { bytes[tokens[$0 - 1].lowerBound] == 0x3A }
        guard !values.isEmpty else { return }
        let value = tokens[random.pick(values)]
        let new =
            random.once(in: 5)
            ? Array(bytes[tokens[random.pick(values)]])
            : Array(random.pick(FuzzWords.jsonValues).utf8)
        bytes.replaceSubrange(value, with: new)
    }

    /// Puts an escape, a raw byte or a lot of letters into a text.
    private static func changeText(
        _ bytes: inout [UInt8], _ tokens: [Range<Int>], _ random: inout SeededGenerator
    ) {
        let texts = tokens.filter { bytes[$0.lowerBound] == 0x22 }
        guard !texts.isEmpty else { return }
        let text = random.pick(texts)
        let place = text.lowerBound + 1 + random.below(max(1, text.count - 1))
        let piece =
            random.once(in: 6)
            ? String(
                repeating: random.pick(["9", "é", "-", " ", "\u{1F600}"]),
                count: 1 + random.below(400))
            : random.pick(FuzzWords.jsonEscapes)
        bytes.insert(contentsOf: Array(piece.utf8), at: min(place, bytes.count))
    }

    /// Writes a key and its value once more, somewhere in the file.
    private static func repeatPair(
        _ bytes: inout [UInt8], _ tokens: [Range<Int>], _ random: inout SeededGenerator
    ) {
        let colons = tokens.indices.filter { index in
            bytes[tokens[index].lowerBound] == 0x3A && index > 0 && index + 1 < tokens.count
        }
        guard !colons.isEmpty else { return }
        let one = random.pick(colons)
        let other = random.once(in: 2) ? one : random.pick(colons)
        let pair = bytes[tokens[one - 1].lowerBound..<tokens[one + 1].upperBound] + [0x2C]
        bytes.insert(contentsOf: pair, at: tokens[other - 1].lowerBound)
    }

    private static func repeatObject(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let starts = bytes.indices.filter { bytes[$0] == 0x7B }
        guard !starts.isEmpty else { return }
        let start = random.pick(starts)
        let end = bytes[start...].firstIndex(of: 0x7D).map { $0 + 1 } ?? bytes.count
        let comma: [UInt8] = bytes.first == 0x5B ? [0x2C] : [0x0A]
        let objects = repeatElement(bytes[start..<end] + comma, count: 1 + random.below(3))
        bytes.insert(contentsOf: objects.joined(), at: start)
    }

    private static func nest(_ bytes: inout [UInt8], at place: Int, _ random: inout SeededGenerator)
    {
        let depth = random.pick([1, 2, 60, 64, 65, 500, 20_000])
        let (open, close) = random.pick([("[", "]"), ("{\"a\":", "}")])
        let after = random.once(in: 3) ? "" : String(repeating: close, count: depth)
        let text = String(repeating: open, count: depth) + "1" + after
        bytes.insert(contentsOf: Array(text.utf8), at: place)
    }

    private static func changeFile(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        switch random.below(5) {
        case 0: bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
        case 1: bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        case 2: bytes = bytes.flatMap { [$0, 0] }
        case 3: bytes = Array("[".utf8) + bytes.filter { $0 != 0x0A } + Array("]".utf8)
        default: bytes = bytes.filter { $0 != 0x0A && $0 != 0x20 }
        }
    }
}
