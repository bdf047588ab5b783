/// The forms of the small values: `14 days`, `30 days before payment`, `first 40`, `2025-01-01`.
package enum ScalarForm {
    static func accepts(_ text: String, as kind: ValueKind) -> Bool {
        switch kind {
        case .date: day(text) != nil
        case .wholeNumber: wholeNumber(text) != nil
        case .flag: flag(text) != nil
        case .days: days(text) != nil
        case .duration: duration(text) != nil
        case .timeOfDay: timeOfDay(text) != nil
        case .dayOffset: dayOffset(text) != nil
        case .cut: cut(text) != nil
        case .choice: false
        case .choiceOrTolerance: tolerance(text) != nil
        default: true
        }
    }

    static func day(_ text: String) -> DateParts? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = wholeNumber(String(parts[0])), let month = wholeNumber(String(parts[1])),
            let day = wholeNumber(String(parts[2]))
        else { return nil }
        return DateParts(year: year, month: month, day: day)
    }

    package static func wholeNumber(_ text: String) -> Int? {
        guard (1...9).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }

    package static func flag(_ text: String) -> Bool? {
        switch text {
        case "true": true
        case "false": false
        default: nil
        }
    }

    static func days(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 2, words[1] == "days" || words[1] == "day",
            let count = wholeNumber(String(words[0])), count <= 3660
        else { return nil }
        return count
    }

    /// `25 seconds`, `30 minutes`: a whole number and a unit; at most a year.
    package static func duration(_ text: String) -> Duration? {
        let words = text.split(separator: " ")
        guard words.count == 2, let count = wholeNumber(String(words[0])) else { return nil }
        let span: Duration
        switch words[1] {
        case "millisecond", "milliseconds": span = .milliseconds(count)
        case "second", "seconds": span = .seconds(count)
        case "minute", "minutes": span = .seconds(count * 60)
        case "hour", "hours": span = .seconds(count * 3600)
        case "day", "days": span = .seconds(count * 86_400)
        default: return nil
        }
        return span <= .seconds(366 * 86_400) ? span : nil
    }

    /// `02:30`: minutes after midnight, from 0 to 1439.
    package static func timeOfDay(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = wholeNumber(String(parts[0])), let minute = wholeNumber(String(parts[1])),
            hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// Negative before the payment, positive after it.
    static func dayOffset(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 4, words[3] == "payment",
            let count = days(words[0] + " " + words[1])
        else { return nil }
        switch words[2] {
        case "before": return -count
        case "after": return count
        default: return nil
        }
    }

    /// `within 0.05`, `within 1 %`: digits with at most two decimals.
    static func tolerance(_ text: String) -> AmountTestDeclaration? {
        var words = text.split(separator: " ").map(String.init)
        guard words.first == "within", words.count >= 2 else { return nil }
        var isPercent = false
        if words.count == 3, words[2] == "%" || words[2] == "percent" {
            isPercent = true
        } else if words.count == 2, words[1].hasSuffix("%") {
            isPercent = true
            words[1].removeLast()
        } else if words.count != 2 {
            return nil
        }
        let parts = words[1].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, wholeNumber(String(parts[0])) != nil,
            parts.count == 1 || (parts[1].count <= 2 && wholeNumber(String(parts[1])) != nil)
        else { return nil }
        return isPercent ? .withinPercent(words[1]) : .within(words[1])
    }

    static func cut(_ text: String) -> TextCutDeclaration? {
        let words = text.split(separator: " ")
        guard words.count == 2, let count = wholeNumber(String(words[1])), count > 0 else {
            return nil
        }
        switch words[0] {
        case "first": return .first(count)
        case "last": return .last(count)
        default: return nil
        }
    }
}
