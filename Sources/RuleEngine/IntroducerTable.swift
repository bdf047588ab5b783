/// What does not count in front of a number, as the rules list it in `ignore_in_front`.
///
/// A space behind a word: it is a word of its own, so a dash makes a series of it ("ORDER-5"); the
/// number may touch it ("Order1001"). A space before it: in free text it counts behind another word
/// only ("Order nr 17", but not "huis nr 17").
struct IntroducerTable {
    /// What was skipped in front of a number.
    struct Front {
        /// Where the number begins.
        var end: Int
        /// The series among what was skipped; 0 for none.
        var series: Int
        /// What the words say that follows.
        var kind: NumberKind
        /// Whether "nr", "nummer" or "#" says that a number follows, and no quantity.
        var isMarked: Bool
        /// Whether nothing but spaces stands before the words.
        var isFirst = false
    }

    /// A word; its letters stand in `letters`, so that looking at it costs no counted reference.
    private struct Introducer {
        var letters: Range<Int>
        var isWholeWord: Bool
        var isFollower: Bool
        /// Its place in the rules when it stands for a series such as `WEB-`, else 0.
        var series: Int
        var kind: NumberKind
        var isMarked: Bool
    }

    /// The words by their first letter, the longest first.
    private let introducers: [Introducer]
    /// By letter: where its words begin in `introducers`; one more for the end.
    private let starts: [Int]
    private let letters: [UInt8]
    /// Whether a series is among them.
    let hasSeries: Bool

    /// Takes the words as the rules write them.
    init(_ words: [String], invoiceWords: [String] = []) {
        let ofInvoices = Set(invoiceWords.map { Self.trimmed($0) })
        var table = [[(word: [UInt8], introducer: Introducer)]](repeating: [], count: 256)
        var hasSeries = false
        for (place, word) in words.enumerated() {
            let written = word.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            guard let start = written.firstIndex(where: { $0 != 0x20 }),
                let end = written.lastIndex(where: { $0 != 0x20 }), let last = written.last
            else { continue }
            // "order ", "order:" and "#" are words; "WEB-" names numbers of its own.
            let isSeries = ![0x20, 0x3A, 0x23].contains(last)
            hasSeries = hasSeries || isSeries
            let introducer =
                Introducer(
                    letters: 0..<0, isWholeWord: last == 0x20,
                    isFollower: start > 0, series: isSeries ? place + 1 : 0,
                    kind: ofInvoices.contains(Self.trimmed(word))
                        ? .invoice : start > 0 || last == 0x23 || isSeries ? .unknown : .order,
                    isMarked: Self.isMarked(written[start...end]))
            table[Int(written[start])].append((Array(written[start...end]), introducer))
        }
        self.hasSeries = hasSeries
        var introducers: [Introducer] = []
        var starts: [Int] = []
        var letters: [UInt8] = []
        for row in table {
            starts.append(introducers.count)
            // The longest first, so that "order" does not hide "ordernummer".
            for (word, introducer) in row.sorted(by: { $0.word.count > $1.word.count }) {
                introducers.append(introducer)
                introducers[introducers.count - 1].letters =
                    letters.count..<letters.count + word.count
                letters += word
            }
        }
        starts.append(introducers.count)
        (self.introducers, self.starts, self.letters) = (introducers, starts, letters)
    }

    /// Skips all that does not count from here on, with the gap behind it; nil when nothing does.
    func skip(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, isFree: Bool
    ) -> Front? {
        guard start < limit, var front = match(text, start, limit, isFirst: isFree) else {
            return nil
        }
        front.isFirst = TextUnit.skippingSpaces(text, 0) >= start
        front.end = skippingGap(text, front.end, limit)
        while let further = match(text, front.end, limit, isFirst: false) {
            front.end = skippingGap(text, further.end, limit)
            if further.series != 0 { front.series = front.series &* 1_000 &+ further.series }
            if further.kind != .unknown { front.kind = further.kind }
            front.isMarked = front.isMarked || further.isMarked
        }
        return front
    }

    /// Whether a word ends in what says that a number follows.
    private static func isMarked(_ word: ArraySlice<UInt8>) -> Bool {
        let marks = ["#", "nr", "nrs", "no", "nummer", "nummers", "number"]
        return marks.contains { word.reversed().starts(with: $0.utf8.reversed()) }
    }

    private static func trimmed(_ word: String) -> [UInt8] {
        word.utf8.filter { ![0x20, 0x3A].contains($0) }
            .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private func match(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, isFirst: Bool
    ) -> Front? {
        guard start < limit else { return nil }
        let first = Int(TextUnit(text, start).byte)
        for index in starts[first]..<starts[first + 1] {
            let introducer = introducers[index]
            if isFirst, introducer.isFollower { continue }
            guard let end = end(of: introducer, text, start, limit) else { continue }
            if TextUnit.isWord(letters[introducer.letters.upperBound - 1]), end < limit {
                let next = TextUnit(text, end)
                // "Orderly 5" has no introducing word, and "ORDER-5" is a series of its own.
                let isPartOfWord =
                    next.isLetter
                    || introducer.isWholeWord && (next.byte == 0x2D || next.byte == 0x5F)
                if isPartOfWord { continue }
            }
            return Front(
                end: end, series: introducer.series, kind: introducer.kind,
                isMarked: introducer.isMarked)
        }
        return nil
    }

    private func end(
        of introducer: Introducer, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
    ) -> Int? {
        var position = start
        for index in introducer.letters {
            let byte = letters[index]
            guard position < limit else { return nil }
            let unit = TextUnit(text, position)
            guard unit.byte == byte else { return nil }
            position += unit.count
        }
        return position <= limit ? position : nil
    }

    private func skippingGap(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
    ) -> Int {
        var position = start
        while position < limit {
            let unit = TextUnit(text, position)
            guard unit.isSpace || unit.byte == 0x3A || unit.byte == 0x2E else { break }
            position += unit.count
        }
        return position
    }
}
