import Testing

@Suite("What counts as code")
struct MaskedSourceTests {
    @Test(
        "Comments and texts become blanks, interpolated code stays",
        arguments: [
            ("let a = 1 // try!", "let a = 1        "),
            ("a /* b /* c */ d */ e", "a                   e"),
            (#"f("try!", x)"#, #"f("    ", x)"#),
            (#"f("a\"b", x)"#, #"f("    ", x)"#),
            (##"f(#"a"b\n"#, x)"##, ##"f(#"     "#, x)"##),
            (#"f("a\(g("b") + h)c", x)"#, #"f(" \(g(" ") + h) ", x)"#),
            (##"f(#"\(a)\#(b)"#)"##, ##"f(#"    \#(b)"#)"##),
            ("#if DEBUG", "#if DEBUG"),
            (#"f("\\", y)"#, #"f("  ", y)"#),
            (#"let open = "unfinished"#, #"let open = "          "#),
        ])
    func blanks(text: String, code: String) {
        #expect(MaskedSource(text).code == [code])
    }

    @Test("A text of several lines keeps its line ends, so that places stay right")
    func multiLineText() {
        let source = MaskedSource("let a = \"\"\"\n  it's \"x\" // y\n  \"\"\"\nb // c\n")
        #expect(source.code == ["let a = \"\"\"", "               ", "  \"\"\"", "b     "])
        #expect(source.codeAndComments.last == "b // c")
        #expect(source.lines.count == 4)
    }
}
