import ByteText
import Testing

@Suite("Text of files as a terminal may show it")
struct ShownTextTests {
    @Test(
        "What a terminal would obey is replaced, and all else stays",
        arguments: [
            ("Jansen & Zn. é \u{1F600}", "Jansen & Zn. é \u{1F600}"),
            ("a\tb\nc\rd", "a b c d"), ("\u{1B}[31mred", "\u{FFFD}[31mred"),
            ("\u{9B}31m \u{85} \u{7F}", "\u{FFFD}31m \u{FFFD} \u{FFFD}"),
            ("abc \u{202E}cba\u{2066}", "abc \u{FFFD}cba\u{FFFD}"), ("\u{FEFF}", "\u{FFFD}"),
            ("", ""),
        ])
    func oneLine(text: String, shown: String) {
        #expect(ShownText.oneLine(text) == shown)
    }
}
