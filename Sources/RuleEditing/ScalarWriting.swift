import ByteText
import RuleSyntax

/// Writes a text as YAML, in the quotes that its place had, or in quotes when it needs them.
enum ScalarWriting {
    /// The text as it is typed into a file.
    ///
    /// A text without quotes stays so only when no reader of YAML takes it for anything but this
    /// text, or when it is of the form that the text before it had: a day, a number.
    static func text(
        _ value: String, like style: YAMLScalar.Style, before old: String? = nil
    ) -> String {
        switch style {
        case .singleQuoted: "'" + value.replacing("'", with: "''") + "'"
        case .plain where isPlain(value, before: old): value
        case .plain, .doubleQuoted, .literal, .folded: doubleQuoted(value)
        }
    }

    /// Refuses what no form may write: a second line, and what nobody would see.
    static func check(_ value: String) throws(RuleEditFault) {
        guard value.count <= RuleEdit.longest else { throw .tooLong }
        let isShown = value.unicodeScalars.allSatisfy { ShownText.harmless($0) == $0 }
        guard isShown, !value.unicodeScalars.contains("\u{FFFD}") else { throw .unwritable }
    }

    private static func doubleQuoted(_ value: String) -> String {
        "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func isPlain(_ value: String, before old: String?) -> Bool {
        guard let first = value.unicodeScalars.first, let last = value.unicodeScalars.last,
            isWord(first), last != " ", value.unicodeScalars.allSatisfy(isPlainScalar)
        else { return false }
        if !isTakenForOther(value) { return true }
        guard let old else { return false }
        return isDay(value) && isDay(old) || isNumber(value) && isNumber(old)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// Letters, digits, and signs that mean nothing to YAML wherever they stand behind a letter.
    private static func isPlainScalar(_ scalar: Unicode.Scalar) -> Bool {
        isWord(scalar) || " _-./*()+".unicodeScalars.contains(scalar)
    }

    /// Whether some reader of YAML makes a number, a day, a truth or nothing of it.
    private static func isTakenForOther(_ value: String) -> Bool {
        if words.contains(value.lowercased()) { return true }
        guard let first = value.unicodeScalars.first, ("0"..."9").contains(first) else {
            return false
        }
        return value.unicodeScalars.allSatisfy { scalar in
            ("0"..."9").contains(scalar) || "_.:+-/xXoOabcdefABCDEF".unicodeScalars.contains(scalar)
        }
    }

    private static let words: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
    ]

    private static func isDay(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy(isDigits)
    }

    private static func isNumber(_ value: String) -> Bool {
        isDigits(value[...]) && (value == "0" || !value.hasPrefix("0"))
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
