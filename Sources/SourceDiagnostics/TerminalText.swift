import ByteText

/// Makes text from a file safe to send to a terminal, and measures it.
enum TerminalText {
    /// The most characters of a message; a longer one quotes something that nobody reads whole.
    private static let longest = 1_000

    /// The text in one line, with U+FFFD for what must not be sent; cut when it is very long.
    static func oneLine(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        for (count, scalar) in text.unicodeScalars.enumerated() {
            if count == longest {
                safe.append("…")
                break
            }
            let isSpace = scalar == "\t" || scalar == "\n" || scalar == "\r"
            safe.append(isSpace ? " " : harmless(scalar))
        }
        return String(safe)
    }

    /// The character, or U+FFFD when it must not be sent; tabs and line ends are for the caller.
    static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ShownText.harmless(scalar)
    }

    /// The columns that a character takes in a terminal; a tab counts as one.
    static func width(of character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if first.properties.isEmojiPresentation { return 2 }
        if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(first) ? 2 : 1
        }
    }

    /// Whether a character is of East Asian width W or F (Unicode Standard Annex 11, by blocks).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
