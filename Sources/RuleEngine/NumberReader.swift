import ByteText
import DomainModel

/// Finds order numbers in texts: the whole of a reference, or what a word introduces in free text.
struct NumberReader {
    /// A number that a text names.
    struct Found {
        /// Where it stands.
        var range: Range<Int>
        /// The series that was ignored in front of it, 0 for none.
        var series = 0
        /// What the words in front say it is.
        var kind = NumberKind.unknown
        /// It looks like a date, a phone number, a postcode, an amount or a bank account: it counts
        /// only when nothing better names a number.
        var isDoubtful = false
        /// It is a text of one word that may be a name, "Shop4You", or stands behind a mere `#` and
        /// a word, "EAN #4711": beside another number it counts only when it looks like that.
        var isVague = false
        /// It stands behind a word such as "klant" or "creditering": it is no proof of this order.
        var isOther = false
        /// More digits follow, so that it may be a part only: "Factuur 2026 17".
        var isPart = false
    }

    private let introducers: IntroducerTable
    private let excluders: IntroducerTable
    private let shapes: [NumberShape]
    private let noNumbers: [NumberForm]

    /// Whether the rules ignore a series such as `WEB-`, so that two numbers can look the same.
    var knowsSeries: Bool { introducers.hasSeries }

    /// Takes the words as the rules write them.
    init(_ rule: OrderNumberRule) {
        self.init(
            ignoredInFront: rule.ignoredInFront, invoiceWords: rule.invoiceWords,
            notBehind: rule.notBehind, noNumbers: rule.noNumbers, shapes: rule.shapes)
    }

    init(
        ignoredInFront: [String], invoiceWords: [String] = [], notBehind: [String] = [],
        noNumbers: [String] = [], shapes: [NumberShape] = []
    ) {
        introducers = IntroducerTable(ignoredInFront, invoiceWords: invoiceWords)
        excluders = IntroducerTable(notBehind.map { $0 + " " })
        self.noNumbers = noNumbers.map { text in
            var form = NumberForm()
            Array(text.utf8).withUnsafeBufferPointer { form.set($0) }
            return form
        }
        self.shapes = shapes
    }

    /// Whether a reference is a text that the rules know to be no number: "test", "n.v.t.".
    func isNoNumber(_ slice: TextSlice, in table: PaymentTable) -> Bool {
        var form = NumberForm()
        table.texts.withBytes(slice) { form.set($0) }
        return noNumbers.contains { $0 == form }
    }

    /// A reference without what does not count in front; the whole of it when nothing is left.
    func stripped(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> { reference(in: text).range }

    /// A reference without what does not count in front, and the series that was ignored.
    func reference(in text: UnsafeBufferPointer<UInt8>) -> Found {
        let whole = Self.trimmed(text, 0..<text.count)
        let front = introducers.skip(text, whole.lowerBound, whole.upperBound, isFree: false)
        guard let front, front.end < whole.upperBound else { return Found(range: whole) }
        return Found(
            range: front.end..<whole.upperBound, series: front.series, kind: front.kind)
    }

    /// Calls `body` with each number that a free text names: the whole of it when it is one word
    /// with a digit, else each word with a digit behind an introducing word, and each word of one
    /// of the shapes that the rules name.
    func forEachNamed(in text: UnsafeBufferPointer<UInt8>, _ body: (Found) -> Void) {
        var whole = reference(in: text)
        if TextUnit.isOneWord(text, whole.range), Self.hasDigit(text, whole.range) {
            whole.isVague = whole.range.lowerBound == 0 && LookAlike.isName(text, whole.range)
            let isIntroduced = whole.range.lowerBound > 0
            whole.isDoubtful = LookAlike.isOther(text, whole.range, isIntroduced: isIntroduced)
            return body(whole)
        }
        var position = 0
        while position < text.count {
            guard position == 0 || text[position] == 0x23 || !isInsideWord(text, position) else {
                position += 1
                continue
            }
            if let end = readOther(text, position, body) {
                position = end
            } else if let front = introducers.skip(text, position, text.count, isFree: true) {
                position = max(readNumbers(text, front, body), position + 1)
            } else {
                position += 1
            }
        }
        if !shapes.isEmpty { readShapes(text, body) }
    }

    /// Reads a number that is of something else, "Klant #1234", "Retour van order 1001", and says
    /// where it ends; nil when no such word stands here.
    private func readOther(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ body: (Found) -> Void
    ) -> Int? {
        guard let excluder = excluders.skip(text, start, text.count, isFree: true) else {
            return nil
        }
        var end = excluder.end
        var isIntroduced = false
        // At most "van uw" stands between; what follows any other word is told by that word.
        for _ in 0..<3 {
            if let front = introducers.skip(text, end, text.count, isFree: false) {
                isIntroduced = true
                end = front.end
                break
            }
            let token = TextUnit.token(text, from: end)
            guard LookAlike.isOne(of: Self.linkingWords, text, token) else { break }
            end = TextUnit.skippingSpaces(text, token.upperBound)
        }
        let token = TextUnit.token(text, from: end)
        let word = TextUnit.withoutSigns(text, token)
        guard Self.hasDigit(text, word) else { return isIntroduced ? end : excluder.end }
        body(Found(range: word, isOther: true))
        return token.upperBound
    }

    private static let linkingWords: [StaticString] = [
        "van", "voor", "op", "bij", "de", "uw", "onze", "mijn", "inzake", "of", "for", "the",
        "your",
    ]

    /// Words that look like the shop's own numbers name one without an introducing word.
    private func readShapes(_ text: UnsafeBufferPointer<UInt8>, _ body: (Found) -> Void) {
        var form = NumberForm()
        forEachWord(in: text) { range in
            form.set(UnsafeBufferPointer(rebasing: text[range]))
            if shapes.contains(where: { $0.digits(of: form) != nil }) { body(Found(range: range)) }
        }
    }

    /// Calls `body` with every word of a text that has a digit and four letters or digits.
    func forEachWord(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        var position = 0
        while position < text.count {
            let unit = TextUnit(text, position)
            if unit.isSpace {
                position += unit.count
                continue
            }
            let token = TextUnit.token(text, from: position)
            let word = TextUnit.withoutSigns(text, token)
            if Self.hasDigit(text, word), word.count(where: { TextUnit.isWord(text[$0]) }) >= 4 {
                body(word)
            }
            position = max(token.upperBound, position + 1)
        }
    }

    /// Calls `body` with the parts of a text between spaces and signs of lists, "1001/1002", that
    /// have a digit and four letters or digits.
    func forEachPiece(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        var start = 0
        while start < text.count {
            var end = start
            var next = text.count
            while end < text.count {
                let unit = TextUnit(text, end)
                next = end + unit.count
                if unit.isSpace || [0x2C, 0x3B, 0x2B, 0x26, 0x2F, 0x7C].contains(unit.byte) {
                    break
                }
                end = next
            }
            let word = TextUnit.withoutSigns(text, start..<end)
            if Self.hasDigit(text, word), word.count(where: { TextUnit.isWord(text[$0]) }) >= 4 {
                body(word)
            }
            start = max(next, start + 1)
        }
    }

    /// Reads the number behind introducing words, and those that go on behind "en", "," or "+".
    private func readNumbers(
        _ text: UnsafeBufferPointer<UInt8>, _ front: IntroducerTable.Front,
        _ body: (Found) -> Void
    ) -> Int {
        var token = TextUnit.token(text, from: front.end)
        var word = TextUnit.withoutSigns(text, token)
        // "Bestelling - 1001"
        if word.isEmpty, !token.isEmpty {
            let next = TextUnit.skippingSpaces(text, token.upperBound)
            if next < text.count, (0x30...0x39).contains(text[next]) {
                token = TextUnit.token(text, from: next)
                word = TextUnit.withoutSigns(text, token)
            }
        }
        guard Self.hasDigit(text, word) else { return front.end }
        var found = Found(range: word, series: front.series, kind: front.kind)
        found.isDoubtful =
            LookAlike.isOther(text, word, isIntroduced: true)
            || LookAlike.isPostcode(text, word, goingOn: true)
            || !front.isMarked && LookAlike.isQuantity(text, word, token.upperBound)
        found.isVague = front.kind == .unknown && !front.isFirst
        found.isPart = LookAlike.mayGoOn(text, word, token.upperBound)
        body(found)
        var end = token.upperBound
        if found.isPart {
            // "Facturen 1001 1002": it may be a number of its own as well.
            let next = TextUnit.token(text, from: TextUnit.skippingSpaces(text, end))
            body(Found(range: TextUnit.withoutSigns(text, next), isPart: true))
            end = next.upperBound
        }
        while let next = NumberList.next(text, behind: word, end, introducers) {
            body(Found(range: next.word, kind: front.kind))
            end = next.end
        }
        return end
    }

    private func isInsideWord(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
        let before = text[position - 1]
        if before < 0x80 { return TextUnit.isWord(before) }
        // The sign that ends here may be a wide space.
        var start = position - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return TextUnit(text, start).isWord
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
                && (start == 0 || !TextUnit.isWord(text[start - 1])) && endsWord(text, end)
        }
    }

    /// Whether nothing of a word follows: "2026-11" goes on behind "2026".
    private static func endsWord(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        if end >= text.count || TextUnit(text, end).isSpace { return true }
        return !TextUnit.isWord(text[end])
            && (end + 1 >= text.count || TextUnit(text, end + 1).isSpace)
    }

    static func trimmed(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper {
            let unit = TextUnit(text, lower)
            guard unit.isSpace else { break }
            lower += unit.count
        }
        while upper > lower {
            var start = upper - 1
            while start > lower, text[start] & 0xC0 == 0x80 { start -= 1 }
            guard TextUnit(text, start).isSpace else { break }
            upper = start
        }
        return lower..<max(lower, upper)
    }
}
