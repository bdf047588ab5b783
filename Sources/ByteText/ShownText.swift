/// Makes text of a file safe to show on a terminal.
///
/// A control character could move the cursor or recolour the screen; a bidirectional override
/// could make a text read as another than it is.
public enum ShownText {
    /// The character, or U+FFFD when it must not be shown; tabs and line ends are controls too.
    public static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
        case 0xE0000...0xE007F: "\u{FFFD}"
        default: scalar
        }
    }

    /// The text in one line: a space for each tab and line end, U+FFFD for what must not be shown.
    public static func oneLine(_ text: some StringProtocol) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isSpace = scalar == "\t" || scalar == "\n" || scalar == "\r"
            safe.append(isSpace ? " " : harmless(scalar))
        }
        return String(safe)
    }
}
