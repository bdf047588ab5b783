/// Lists and ranges of order numbers in free text: "1001 en 1002", "1001 t/m 1005".
enum NumberList {
    /// The next number of a list: behind a sign or a word that goes on, and about as long as the
    /// one before it.
    static func next(
        _ text: UnsafeBufferPointer<UInt8>, behind word: Range<Int>, _ end: Int,
        _ introducers: IntroducerTable
    ) -> (word: Range<Int>, end: Int)? {
        var position = TextUnit.skippingSpaces(text, end)
        let hasSign = word.upperBound < end && [0x2C, 0x3B, 0x2B].contains(text[end - 1])
        var links = 0
        // "tot en met" has three of them.
        while links < 4 {
            let token = TextUnit.token(text, from: position)
            guard isLink(text, token) else { break }
            links += 1
            position = TextUnit.skippingSpaces(text, token.upperBound)
        }
        guard links > 0 || hasSign else { return nil }
        if let front = introducers.skip(text, position, text.count, isFree: false) {
            position = front.end
            links += 1
        }
        let token = TextUnit.token(text, from: position)
        if let first = token.first, TextUnit(text, first).byte == 0x2B, token.count > 1 {
            return nil  // a phone number: +31 6 …
        }
        let next = TextUnit.withoutSigns(text, token)
        // Behind a comma alone anything may follow; a word such as "en" goes on with a number.
        let isLong = next.count >= 5 && next.allSatisfy { LookAlike.isDigit(text[$0]) }
        let hasLength =
            abs(next.count - word.count) <= 1 || links > 0 && next.count >= 3 || isLong
            || isOfSeries(text, next, of: word)
        let isAlike =
            hasLength && NumberReader.hasDigit(text, next)
            && !LookAlike.isOther(text, next)
            && !LookAlike.isPostcode(text, next, goingOn: true)
            && !LookAlike.isQuantity(text, next, token.upperBound)
        return isAlike ? (next, token.upperBound) : nil
    }

    /// Whether both begin with the same letters, two at least: "WEB-976283; WEB-2229".
    private static func isOfSeries(
        _ text: UnsafeBufferPointer<UInt8>, _ next: Range<Int>, of word: Range<Int>
    ) -> Bool {
        let letters = word.prefix { !LookAlike.isDigit(text[$0]) }
        return letters.count >= 2 && next.count > letters.count
            && zip(next, letters).allSatisfy { text[$0] | 0x20 == text[$1] | 0x20 }
    }

    private static let words: [StaticString] = [
        "en", "and", "t/m", "tm", "tot", "met", "of", "or", "to", "plus", "ook", "maar", "resp",
        "resp.", "alsmede", "samen", "én", "und", "et",
    ]

    /// "+", "&", "/", a dash or any other sign alone, or one of the words.
    private static func isLink(
        _ text: UnsafeBufferPointer<UInt8>, _ token: Range<Int>
    ) -> Bool {
        if token.isEmpty { return false }
        return TextUnit.withoutSigns(text, token).isEmpty
            || LookAlike.isOne(of: words, text, token)
    }
}
