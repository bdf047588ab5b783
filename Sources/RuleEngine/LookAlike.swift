/// Digits in free text that only look like order numbers.
enum LookAlike {
    /// Whether a word has the shape of a date, a phone number, a postcode, an amount or a bank
    /// account.
    ///
    /// Eight digits behind an introducing word are a number, though they may be a day as well:
    /// many shops number their orders by year.
    static func isOther(
        _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, isIntroduced: Bool = false
    ) -> Bool {
        guard word.count <= 40 else { return false }
        let isCompact = isIntroduced && word.allSatisfy { isDigit(text[$0]) }
        return !isCompact && isDate(text, word) || isPhone(text, word) || isAmount(text, word)
            || isBankAccount(text, word) || isPostcode(text, word, goingOn: false)
            || isTimeOrCount(text, word) || isAddress(text, word) || isDay(text, word)
    }

    /// Whether a word is rather a name than a number, "Shop4You": more letters than digits, and no
    /// dash before the last of these ("WEB-17").
    static func isName(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        let digits = word.count { isDigit(text[$0]) }
        let isPath = word.contains { text[$0] == 0x2F } && word.contains { text[$0] == 0x2E }
        if isPath, digits * 2 < word.count { return true }
        if let sign = word.last(where: { !isDigit(text[$0]) }), text[sign] == 0x2D { return false }
        return digits * 2 < word.count { TextUnit.isWord(text[$0]) }
    }

    /// Whether "1012AB" stands here, or "1012" with a word of two letters behind it.
    static func isPostcode(
        _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, goingOn: Bool
    ) -> Bool {
        let start = word.lowerBound
        guard word.count == (goingOn ? 4 : 6), text[start] != 0x30,
            (start..<start + 4).allSatisfy({ isDigit(text[$0]) })
        else { return false }
        if !goingOn { return isCapital(text[start + 4]) && isCapital(text[start + 5]) }
        let next = TextUnit.token(text, from: TextUnit.skippingSpaces(text, word.upperBound))
        let letters = TextUnit.withoutSigns(text, next)
        return next.lowerBound == word.upperBound + 1 && letters.count == 2
            && letters.allSatisfy { isCapital(text[$0]) }
    }

    /// Whether digits follow what may be only the year of a number, "Factuur 2026 17", or only its
    /// first group.
    static func mayGoOn(
        _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ end: Int
    ) -> Bool {
        guard word.upperBound == end, word.allSatisfy({ isDigit(text[$0]) }) else { return false }
        let next = TextUnit.withoutSigns(
            text, TextUnit.token(text, from: TextUnit.skippingSpaces(text, end)))
        return !next.isEmpty && next.allSatisfy { isDigit(text[$0]) } && !isOther(text, next)
            && !isPostcode(text, next, goingOn: true)
            && (isYear(text, word) || next.count >= 3)
    }

    /// Whether digits count or measure things: "2 stuks", "100 euro", "50%", "1 van 3".
    ///
    /// Up to three digits do so before any word but one that begins the rest of a text: "Order 17
    /// van Jansen".
    static func isQuantity(
        _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ end: Int
    ) -> Bool {
        if word.upperBound < end, text[word.upperBound] == 0x25 { return true }
        if word.count <= 2, !word.allSatisfy({ isDigit(text[$0]) }) { return true }
        guard word.allSatisfy({ isDigit(text[$0]) }), word.upperBound == end else { return false }
        let token = TextUnit.token(text, from: TextUnit.skippingSpaces(text, end))
        let next = TextUnit.withoutSigns(text, token)
        guard let first = next.first else {
            return !token.isEmpty && text[token.lowerBound] == 0x25
        }
        guard TextUnit(text, first).isLetter else { return false }
        if isOne(of: ["euro", "eur"], text, next) {
            // "Order 16871 EUR 478,49" has its amount behind it.
            let behind = TextUnit.skippingSpaces(text, token.upperBound)
            return behind == text.count || !TextUnit(text, behind).isDigit
        }
        // "Order 5554 st. Jansen" has somebody's initials behind it.
        let isInitial = next.count <= 2 && next.upperBound < token.upperBound
        if isInitial { return false }
        if isOne(of: units, text, next) { return true }
        guard word.count <= 3 else { return false }
        if isOne(of: ["van", "of"], text, next) {
            // "1 van 3", but not "17 van 3 november"
            let start = TextUnit.skippingSpaces(text, token.upperBound)
            let count = TextUnit.token(text, from: start)
            let behind = TextUnit.skippingSpaces(text, count.upperBound)
            let isLast = behind == text.count || !TextUnit(text, behind).isLetter
            return word.count <= 2 && !count.isEmpty && count.count <= 2 && isLast
                && count.allSatisfy { isDigit(text[$0]) }
        }
        let isName = word.count == 3 && isCapital(text[first])
        return !isName && !isOne(of: goingOn, text, next)
    }

    /// What begins the rest of a text behind a number.
    private static let goingOn: [StaticString] = [
        "voor", "bij", "door", "op", "dd", "d.d", "via", "met", "en", "t/m", "tot", "is", "in",
        "te", "aan", "per", "tnv", "t.n.v", "uit", "namens", "betaald", "bedankt", "dank", "graag",
        "plus", "maar", "or",
        "and", "from", "for", "by", "at", "inzake", "webshop", "ivm", "tbv",
    ]

    private static let units: [StaticString] = [
        "stuk", "stuks", "st", "x", "procent", "korting", "kg", "kilo", "gram",
        "gr", "g", "liter", "ltr", "l", "ml", "cl", "m", "cm", "mm", "km", "m2", "m3", "jaar",
        "dag", "dagen", "uur", "week", "weken", "maand", "maanden", "personen", "pers", "punten",
        "flessen", "dozen", "pieces", "pcs", "items", "artikelen", "days", "hours",
    ]

    /// Whether a piece of a text is one of some words in lower case, in any case.
    static func isOne(
        of words: [StaticString], _ text: UnsafeBufferPointer<UInt8>, _ token: Range<Int>
    ) -> Bool {
        words.contains { word in
            word.utf8CodeUnitCount == token.count
                && zip(token, 0..<token.count).allSatisfy {
                    text[$0] == word.utf8Start[$1] || text[$0] | 0x20 == word.utf8Start[$1]
                }
        }
    }

    /// "19-11" or "19/11": a day without its year.
    private static func isDay(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        guard (3...5).contains(word.count),
            let sign = word.first(where: { !isDigit(text[$0]) }),
            [0x2D, 0x2F].contains(text[sign])
        else { return false }
        let day = word.lowerBound..<sign
        let month = sign + 1..<word.upperBound
        guard (1...2).contains(day.count), (1...2).contains(month.count),
            month.allSatisfy({ isDigit(text[$0]) })
        else { return false }
        func value(_ digits: Range<Int>) -> Int {
            digits.reduce(0) { $0 * 10 + Int(text[$1] - 0x30) }
        }
        return isDay(year: 2000, value(month), value(day))
    }

    private static func isDate(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        guard (6...10).contains(word.count) else { return false }
        var parts = (0, 0, 0)
        var lengths = (0, 0, 0)
        var part = 0
        for index in word {
            let byte = text[index]
            if isDigit(byte) {
                let digit = Int(byte - 0x30)
                switch part {
                case 0: (parts.0, lengths.0) = (parts.0 * 10 + digit, lengths.0 + 1)
                case 1: (parts.1, lengths.1) = (parts.1 * 10 + digit, lengths.1 + 1)
                default: (parts.2, lengths.2) = (parts.2 * 10 + digit, lengths.2 + 1)
                }
            } else if [0x2D, 0x2F, 0x2E].contains(byte), part < 2 {
                part += 1
            } else {
                return false
            }
        }
        if part == 0, lengths.0 == 8 {
            return isDay(year: parts.0 / 10_000, parts.0 / 100 % 100, parts.0 % 100)
                || isDay(year: parts.0 % 10_000, parts.0 / 10_000 % 100, parts.0 / 1_000_000)
        }
        guard part == 2, (1...2).contains(lengths.1) else { return false }
        if lengths.0 == 4, lengths.2 <= 2 { return isDay(year: parts.0, parts.1, parts.2) }
        guard lengths.0 <= 2, lengths.2 == 4 || lengths.2 == 2 else { return false }
        let year = lengths.2 == 2 ? 2000 + parts.2 : parts.2
        return isDay(year: year, parts.1, parts.0)
    }

    static func isYear(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        let start = word.lowerBound
        guard word.count == 4, word.allSatisfy({ isDigit(text[$0]) }) else { return false }
        return text[start] == 0x32 && text[start + 1] == 0x30
            || text[start] == 0x31 && text[start + 1] == 0x39
    }

    /// "12:30", "12:30:59" or "2x".
    private static func isTimeOrCount(
        _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
    ) -> Bool {
        let digits = word.prefix { isDigit(text[$0]) }.count
        guard (1...3).contains(digits), digits < word.count else { return false }
        let rest = word.dropFirst(digits)
        if rest.count == 1 { return text[rest.lowerBound] | 0x20 == 0x78 }
        return digits <= 2 && (rest.count == 3 || rest.count == 6)
            && rest.allSatisfy { index in
                (index - rest.lowerBound) % 3 == 0 ? text[index] == 0x3A : isDigit(text[index])
            }
    }

    /// An e-mail address, or a name of the web: "shop24.nl".
    private static func isAddress(
        _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
    ) -> Bool {
        if word.contains(where: { text[$0] == 0x40 }) { return true }
        guard let dot = word.last(where: { text[$0] == 0x2E }), isWordEnd(text, dot) else {
            return false
        }
        return (2...6).contains(word.upperBound - dot - 1)
            && (dot + 1..<word.upperBound).allSatisfy { text[$0] | 0x20 >= 0x61 && text[$0] < 0x7B }
    }

    /// Whether letters stand before a dot: "17.nl" could be a number, "shop24.nl" is a name.
    private static func isWordEnd(_ text: UnsafeBufferPointer<UInt8>, _ dot: Int) -> Bool {
        var index = dot - 1
        while index >= 0, isDigit(text[index]) { index -= 1 }
        return index >= 0 && TextUnit.isWord(text[index])
    }

    private static func isDay(year: Int, _ month: Int, _ day: Int) -> Bool {
        (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    /// Digits as in the Netherlands: 10 from 0, or a country behind + or 00.
    private static func isPhone(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        var digits = 0
        for index in word {
            if isDigit(text[index]) {
                digits += 1
            } else if ![0x2D, 0x28, 0x29, 0x2E, 0x2F, 0x2B].contains(text[index]) {
                return false
            }
        }
        let start = word.lowerBound
        let hasPlus = text[start] == 0x2B || start > 0 && text[start - 1] == 0x2B
        if hasPlus { return (10...15).contains(digits) }
        guard digits >= 10, text[start] == 0x30 else { return false }
        if text[start + 1] == 0x30 { return (12...17).contains(digits) && text[start + 2] != 0x30 }
        return digits == 10
    }

    /// Two decimals behind a comma or a point, or a sign of the euro in front.
    private static func isAmount(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        var range = word
        let euro: [UInt8] = [0xE2, 0x82, 0xAC]
        let hasEuro = range.count > 3 && text[range].starts(with: euro)
        if hasEuro { range = range.lowerBound + 3..<range.upperBound }
        guard range.count >= 2,
            range.allSatisfy({ isDigit(text[$0]) || text[$0] == 0x2C || text[$0] == 0x2E })
        else { return false }
        let sign = range.upperBound - 3
        return hasEuro || sign > range.lowerBound && !isDigit(text[sign])
    }

    /// "NL91ABNA0417164300", or the digits of a Belgian or German account.
    private static func isBankAccount(
        _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
    ) -> Bool {
        let start = word.lowerBound
        guard (15...34).contains(word.count), isCapital(text[start]), isCapital(text[start + 1]),
            isDigit(text[start + 2]), isDigit(text[start + 3])
        else { return false }
        let hasBank = (start + 4..<start + 8).allSatisfy { isCapital(text[$0]) }
        let rest = (hasBank ? start + 8 : start + 4)..<word.upperBound
        let isKnownLength = hasBank || word.count == 16 || word.count == 22
        return isKnownLength && rest.allSatisfy { isDigit(text[$0]) }
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}
