/// Changes of XML that know of tags, attributes and texts.
enum XMLEdits {
    /// Makes one change.
    static func edit(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let tags = tags(of: bytes)
        guard !tags.isEmpty else { return ByteEdits.edit(&bytes, &random) }
        let tag = random.pick(tags)
        switch random.below(16) {
        case 0...3: changeText(&bytes, behind: tag, &random)
        case 4: bytes.removeSubrange(tag)
        case 5: bytes.insert(contentsOf: bytes[tag], at: tag.upperBound)
        case 6: bytes.replaceSubrange(tag, with: bytes[random.pick(tags)])
        case 7, 8: changeAttribute(&bytes, of: tag, &random)
        case 9: insert(random.pick(FuzzWords.xmlPieces), into: &bytes, at: tag.upperBound)
        case 10: insert(random.pick(FuzzWords.xmlPieces), into: &bytes, at: tag.lowerBound)
        case 11: nest(&bytes, at: tag.upperBound, &random)
        case 12: rename(&bytes, tag, &random)
        case 13: repeatElement(&bytes, tags, &random)
        case 14 where random.once(in: 3): bytes.removeLast(bytes.count - tag.upperBound)
        default: changeFile(&bytes, &random)
        }
    }

    /// Makes a change that mostly leaves XML.
    static func mildEdit(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let tags = tags(of: bytes)
        guard !tags.isEmpty else { return }
        let tag = random.pick(tags)
        let end = bytes[tag.upperBound...].firstIndex(of: 0x3C) ?? bytes.count
        let hasText = bytes[tag.upperBound..<end].contains { $0 > 0x20 }
        switch random.below(4) {
        case 0: changeAttribute(&bytes, of: tag, &random)
        case 1...2 where hasText: changeText(&bytes, behind: tag, &random)
        default:
            let other = random.pick(tags)
            let stop = bytes[other.upperBound...].firstIndex(of: 0x3C) ?? bytes.count
            let text = Array(bytes[other.upperBound..<stop])
            if hasText { bytes.replaceSubrange(tag.upperBound..<end, with: text) }
        }
    }

    /// The ranges of all that stands between `<` and `>`.
    private static func tags(of bytes: [UInt8]) -> [Range<Int>] {
        var tags: [Range<Int>] = []
        var start: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == 0x3C { start = index }
            if byte == 0x3E, let begin = start {
                tags.append(begin..<index + 1)
                start = nil
            }
        }
        return tags
    }

    private static func insert(_ text: String, into bytes: inout [UInt8], at place: Int) {
        bytes.insert(contentsOf: Array(text.utf8), at: place)
    }

    private static func changeText(
        _ bytes: inout [UInt8], behind tag: Range<Int>, _ random: inout SeededGenerator
    ) {
        let end = bytes[tag.upperBound...].firstIndex(of: 0x3C) ?? bytes.count
        let text =
            random.once(in: 20)
            ? String(repeating: "tekst ", count: random.pick([10, 2000, 11_000]))
            : random.pick(FuzzWords.xmlTexts)
        let isCharacterData = random.once(in: 8)
        let whole = isCharacterData ? "<![CDATA[" + text + "]]>" : text
        bytes.replaceSubrange(tag.upperBound..<end, with: Array(whole.utf8))
    }

    private static func changeAttribute(
        _ bytes: inout [UInt8], of tag: Range<Int>, _ random: inout SeededGenerator
    ) {
        let spaces = tag.filter { bytes[$0] == 0x20 }
        let end = tag.upperBound - (bytes[max(tag.lowerBound, tag.upperBound - 2)] == 0x2F ? 2 : 1)
        guard !spaces.isEmpty, !random.once(in: 3) else {
            return insert(" " + random.pick(FuzzWords.xmlAttributes), into: &bytes, at: end)
        }
        let start = random.pick(spaces)
        let stop = bytes[(start + 1)..<tag.upperBound].firstIndex(of: 0x20) ?? end
        guard start <= stop else { return }
        switch random.below(3) {
        case 0: bytes.removeSubrange(start..<stop)
        case 1: bytes.insert(contentsOf: bytes[start..<stop], at: start)
        default:
            let new = " " + random.pick(FuzzWords.xmlAttributes)
            bytes.replaceSubrange(start..<stop, with: Array(new.utf8))
        }
    }

    private static func nest(_ bytes: inout [UInt8], at place: Int, _ random: inout SeededGenerator)
    {
        let depth = random.pick([1, 4, 31, 32, 33, 300, 9000])
        let after = random.once(in: 3) ? "" : String(repeating: "</e>", count: depth)
        insert(String(repeating: "<e>", count: depth) + after, into: &bytes, at: place)
    }

    private static func rename(
        _ bytes: inout [UInt8], _ tag: Range<Int>, _ random: inout SeededGenerator
    ) {
        let start = tag.lowerBound + (bytes[tag.lowerBound + 1] == 0x2F ? 2 : 1)
        let end = bytes[start..<tag.upperBound].firstIndex { !isNameByte($0) } ?? start
        guard start < end else { return }
        bytes.replaceSubrange(start..<end, with: Array(random.pick(FuzzWords.xmlNames).utf8))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// Writes what stands from one tag to another once more.
    private static func repeatElement(
        _ bytes: inout [UInt8], _ tags: [Range<Int>], _ random: inout SeededGenerator
    ) {
        let first = random.below(tags.count)
        let last = min(tags.count - 1, first + random.below(40))
        let part = bytes[tags[first].lowerBound..<tags[last].upperBound]
        bytes.insert(contentsOf: part, at: tags[random.below(tags.count)].upperBound)
    }

    private static func changeFile(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        switch random.below(6) {
        case 0: bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
        case 1: bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
        case 2: bytes = [0xFE, 0xFF] + bytes.flatMap { [0, $0] }
        case 3: bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        default:
            let start = bytes.firstIndex(of: 0x3E).map { $0 + 1 } ?? 0
            bytes.replaceSubrange(
                ..<start, with: Array(random.pick(FuzzWords.xmlDeclarations).utf8))
        }
    }
}
