import ByteText

/// Finds order numbers in texts: the whole of a reference, or what a word introduces in free text.
struct NumberReader {
    /// A word or sign that does not count in front of a number.
    private struct Introducer {
        var bytes: [UInt8]
        /// Written with a space behind it: something must stand between it and the number.
        var needsGap: Bool
    }

    private let introducers: [[Introducer]]

    /// Takes the words as the rules write them.
    init(ignoredInFront: [String]) {
        var table = [[Introducer]](repeating: [], count: 256)
        for word in ignoredInFront {
            var bytes = word.utf8.map(Self.folded)
            var needsGap = false
            while bytes.last == 0x20 {
                bytes.removeLast()
                needsGap = true
            }
            while bytes.first == 0x20 { bytes.removeFirst() }
            guard let first = bytes.first else { continue }
            table[Int(first)].append(Introducer(bytes: bytes, needsGap: needsGap))
        }
        // The longest first, so that "order" does not hide "ordernummer".
        introducers = table.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
    }

    /// A reference without what does not count in front; the whole of it when nothing is left.
    func stripped(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let whole = Self.trimmed(text, 0..<text.count)
        var start = whole.lowerBound
        while let end = introducerEnd(in: text, at: start, limit: whole.upperBound) {
            let next = skippingGap(text, from: end, limit: whole.upperBound)
            if next >= whole.upperBound { return whole }
            start = next
        }
        return start..<whole.upperBound
    }

    /// Calls `body` with each number that a free text names: the whole of it when it is one word
    /// with a digit, else each word with a digit behind an introducing word.
    func forEachNamed(
        in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void
    ) {
        let whole = stripped(text)
        if isOneWord(text, whole), Self.hasDigit(text, whole) { return body(whole) }
        var position = 0
        while position < text.count {
            guard position == 0 || !Self.isWordByte(text[position - 1]) || text[position] == 0x23,
                var end = introducerEnd(in: text, at: position, limit: text.count)
            else {
                position += 1
                continue
            }
            var start = skippingGap(text, from: end, limit: text.count)
            while let further = introducerEnd(in: text, at: start, limit: text.count) {
                end = further
                start = skippingGap(text, from: end, limit: text.count)
            }
            let word = self.word(text, from: start)
            if Self.hasDigit(text, word) { body(word) }
            position = max(word.upperBound, end, position + 1)
        }
    }

    /// Calls `body` with every word of a text that has a digit and four letters or digits.
    func forEachWord(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        var position = 0
        while position < text.count {
            if Self.isSpace(text[position]) {
                position += 1
                continue
            }
            let word = self.word(text, from: position)
            if Self.hasDigit(text, word), word.count(where: { Self.isWordByte(text[$0]) }) >= 4 {
                body(word)
            }
            while position < text.count, !Self.isSpace(text[position]) { position += 1 }
        }
    }

    /// Where an introducing word that begins here ends, or nil.
    private func introducerEnd(
        in text: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int
    ) -> Int? {
        guard start < limit else { return nil }
        for introducer in introducers[Int(Self.folded(text[start]))] {
            let end = start + introducer.bytes.count
            guard end <= limit else { continue }
            var index = 0
            while index < introducer.bytes.count,
                Self.folded(text[start + index]) == introducer.bytes[index]
            {
                index += 1
            }
            guard index == introducer.bytes.count else { continue }
            if Self.isWordByte(introducer.bytes[index - 1]), end < limit {
                let next = text[end]
                // "Orderly 5" has no introducing word, and "ORDER-5" is a series of its own.
                let isPartOfWord =
                    introducer.needsGap
                    ? Self.isWordByte(next) || next == 0x2D || next == 0x5F
                    : Self.isLetter(next)
                if isPartOfWord { continue }
            }
            return end
        }
        return nil
    }

    private func skippingGap(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int
    ) -> Int {
        var position = start
        while position < limit, [0x20, 0x09, 0x3A, 0x2E].contains(text[position]) { position += 1 }
        return position
    }

    /// The word from here to the next space, without punctuation around it.
    private func word(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int> {
        var end = start
        while end < text.count, !Self.isSpace(text[end]) { end += 1 }
        var lower = start
        while lower < end, text[lower] < 0x80, !Self.isWordByte(text[lower]) { lower += 1 }
        while end > lower, text[end - 1] < 0x80, !Self.isWordByte(text[end - 1]) { end -= 1 }
        return lower..<end
    }

    private func isOneWord(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.allSatisfy { !Self.isSpace(text[$0]) }
    }

    /// Whether a digit of any script stands in a part of a text.
    static func hasDigit(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var isASCII = true
        for index in range {
            if (0x30...0x39).contains(text[index]) { return true }
            if text[index] >= 0x80 { isASCII = false }
        }
        if isASCII { return false }
        return String(decoding: text[range], as: UTF8.self).unicodeScalars
            .contains { $0.properties.numericType == .decimal }
    }

    /// Whether a number stands as a whole in a text and takes up all of a word there.
    static func stands(
        _ number: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>,
        over word: Range<Int>
    ) -> Bool {
        let first = max(0, word.upperBound - number.count)
        let last = min(word.lowerBound, text.count - number.count)
        guard first <= last else { return false }
        return (first...last).contains { start in
            let end = start + number.count
            return text[start..<end].elementsEqual(number)
                && (start == 0 || !isWordByte(text[start - 1])) && endsWord(text, end)
        }
    }

    /// Whether nothing of a word follows: "2026-11" goes on behind "2026".
    private static func endsWord(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        if end >= text.count || isSpace(text[end]) { return true }
        return !isWordByte(text[end]) && (end + 1 >= text.count || isSpace(text[end + 1]))
    }

    static func trimmed(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, isSpace(text[lower]) { lower += 1 }
        while upper > lower, isSpace(text[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte)
    }
}
