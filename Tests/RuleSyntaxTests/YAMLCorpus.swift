import SourceDiagnostics
import Testing

/// Broken YAML and what is said about it: the code, and line and column from 1.
struct BrokenYAML: Sendable, CustomTestStringConvertible {
    let text: String
    let code: DiagnosticCode
    let line: Int
    let column: Int
    /// Words that the message or its help must hold.
    let words: String

    init(_ text: String, _ code: DiagnosticCode, _ line: Int, _ column: Int, _ words: String) {
        self.text = text
        self.code = code
        self.line = line
        self.column = column
        self.words = words
    }

    var testDescription: String { text.debugDescription }

    /// Files with one mistake each.
    static let all: [BrokenYAML] = tabs + colons + quotes + brackets + layout + signs + refused

    private static let tabs = [
        BrokenYAML("a:\n\tb: 2\n", .yamlSyntax, 2, 1, "tab"),
        BrokenYAML("a: 1\n\tb: 2\n", .yamlSyntax, 2, 1, "tab"),
        BrokenYAML("a: \"x\"\n\tb: 2\n", .yamlSyntax, 2, 1, "tab"),
        BrokenYAML("list:\n  - a\n\t- b\n", .yamlSyntax, 3, 1, "tab"),
        BrokenYAML("a: >\n b\n\tc\n", .yamlSyntax, 3, 1, "tab"),
        BrokenYAML("a:\n  é: 1\n  \tb: 2\n", .yamlSyntax, 3, 3, "tab"),
    ]

    private static let colons = [
        BrokenYAML("version:1\nname: x\n", .yamlSyntax, 1, 8, "space"),
        BrokenYAML("version: 1\nname:foo\noffice: x\n", .yamlSyntax, 2, 5, "space"),
        BrokenYAML("s:\n  - id:foo\n    when: x\n", .yamlSyntax, 2, 7, "space"),
        BrokenYAML("{a:}\n", .yamlSyntax, 1, 3, "space"),
        BrokenYAML("a: 1\nfoo\nb: 2\n", .yamlSyntax, 2, 1, "`:` is missing"),
        BrokenYAML("a: 1\nfoo\n", .yamlSyntax, 2, 1, "`:` is missing"),
        BrokenYAML("a: 1\n\"foo\"\nb: 2\n", .yamlSyntax, 2, 1, "`:` is missing"),
        BrokenYAML("a: b: c\n", .yamlSyntax, 1, 5, "second `: `"),
        BrokenYAML("é🙂: b: c\n", .yamlSyntax, 1, 6, "second `: `"),
        BrokenYAML("a: \"b\": c\n", .yamlSyntax, 1, 7, "second `: `"),
        BrokenYAML(": b\n", .yamlSyntax, 1, 1, "key is missing"),
    ]

    private static let quotes = [
        BrokenYAML("a: \"x\nb: 2\n", .yamlSyntax, 1, 4, "never closed"),
        BrokenYAML("a: 'x\nb: 2\n", .yamlSyntax, 1, 4, "never closed"),
        BrokenYAML("a: 1\nb: \"x\nc: \"y\"\n", .yamlSyntax, 2, 4, "not closed"),
        BrokenYAML("a: 'it's'\n", .yamlSyntax, 1, 8, "quotes are closed"),
        BrokenYAML("a: \"x\" y\n", .yamlSyntax, 1, 8, "quotes are closed"),
        BrokenYAML("a: \"x\n---\ny\"\n", .yamlSyntax, 1, 4, "never closed"),
        BrokenYAML("a: \"\\d\"\n", .yamlSyntax, 1, 5, "backslash"),
        BrokenYAML("a: \"b\\xZZ\"\n", .yamlSyntax, 1, 6, "escape"),
        BrokenYAML("a: \"\\uD800\"\n", .yamlSyntax, 1, 5, "escape"),
    ]

    private static let brackets = [
        BrokenYAML("a: [1, 2\nb: 3\n", .yamlSyntax, 1, 4, "`[` is not closed"),
        BrokenYAML("a: 1\nb: [\n  # c\n", .yamlSyntax, 2, 4, "`[` is not closed"),
        BrokenYAML("a: {b: 1\nc: 2\n", .yamlSyntax, 1, 4, "`{` is not closed"),
        BrokenYAML("a: [\"x\" \"y\"]\n", .yamlSyntax, 1, 9, "`,` or `]`"),
        BrokenYAML("a: [1,,2]\n", .yamlSyntax, 1, 7, "missing before"),
        BrokenYAML("a: 1\n]\n", .yamlSyntax, 2, 1, "closes no bracket"),
        BrokenYAML("a: [1]]\n", .yamlSyntax, 1, 7, "closes no bracket"),
        BrokenYAML("a: ]\n", .yamlSyntax, 1, 4, "cannot begin with `]`"),
        BrokenYAML("a: {x} betaling\n", .yamlSyntax, 1, 8, "quotes"),
    ]

    private static let layout = [
        BrokenYAML("a: 1\n  b: 2\n", .yamlSyntax, 2, 3, "indented too deep"),
        BrokenYAML("a:\n    b: 1\n  c: 2\n", .yamlSyntax, 3, 3, "2 spaces"),
        BrokenYAML("a:\n  b: 1\n c: 2\n", .yamlSyntax, 3, 2, "1 space,"),
        BrokenYAML("  a: 1\nb: 2\n", .yamlSyntax, 2, 1, "belongs to nothing"),
        BrokenYAML("a: 1\n- b\n", .yamlSyntax, 2, 1, "among keys"),
        BrokenYAML("a:\n  - b\n  c: d\n", .yamlSyntax, 3, 3, "among the items"),
        BrokenYAML("a: - b\n", .yamlSyntax, 1, 4, "line of its key"),
        BrokenYAML("a: |x\n  b\n", .yamlSyntax, 1, 5, "next line"),
    ]

    private static let signs = [
        BrokenYAML("a: @x\n", .yamlSyntax, 1, 4, "cannot begin with `@`"),
        BrokenYAML("a: %x\n", .yamlSyntax, 1, 4, "cannot begin with `%`"),
        BrokenYAML("%x\na: 1\n", .yamlSyntax, 1, 1, "cannot begin with `%`"),
        BrokenYAML("a: *\n", .anchorOrAlias, 1, 4, "quotes"),
        BrokenYAML("a: !x!y z\n", .tag, 1, 4, "quotes"),
    ]

    private static let refused = [
        BrokenYAML("a: &x 1\n", .anchorOrAlias, 1, 4, "`&x` is an anchor"),
        BrokenYAML("a: *x\n", .anchorOrAlias, 1, 4, "`*x` is an alias"),
        BrokenYAML("*x : b\n", .anchorOrAlias, 1, 1, "`*x` is an alias"),
        BrokenYAML("a: !!str 1\n", .tag, 1, 4, "`!!str` is a tag"),
        BrokenYAML("a: ! 1\n", .tag, 1, 4, "`!` is a tag"),
        BrokenYAML("a: !<tag:x> [1]\n", .tag, 1, 4, "`!<tag:x>` is a tag"),
        BrokenYAML("%TAG ! x\n---\na: 1\n", .tag, 1, 1, "%TAG"),
        BrokenYAML("a: 1\n<<: b\n", .mergeKey, 2, 1, "merge key"),
        BrokenYAML("a: 1\nb: 2\na: 3\n", .duplicateKey, 3, 1, "again"),
        BrokenYAML("a: 1\n\"a\": 3\n", .duplicateKey, 2, 1, "again"),
        BrokenYAML("- {b: 1, b: 2}\n", .duplicateKey, 1, 10, "again"),
        BrokenYAML("? [a]\n: b\n", .keyNotText, 1, 3, "text"),
        BrokenYAML("{a: 1}: b\n", .keyNotText, 1, 1, "text"),
        BrokenYAML("\"\": b\n", .keyNotText, 1, 1, "text"),
        BrokenYAML("a: 1\n---\nb: 2\n", .secondDocument, 2, 1, "second document"),
        BrokenYAML("a: 1\n---\n", .secondDocument, 2, 1, "second document"),
        BrokenYAML("", .emptyFile, 1, 1, "nothing"),
        BrokenYAML("# only a comment\n\n", .emptyFile, 1, 1, "nothing"),
        BrokenYAML("---\n", .emptyFile, 1, 1, "nothing"),
        BrokenYAML("\u{FEFF}", .emptyFile, 1, 1, "nothing"),
        BrokenYAML("a: b\u{1B}[31m\n", .forbiddenCharacter, 1, 5, "control character"),
        BrokenYAML("a: b\nc: \u{0}\n", .forbiddenCharacter, 2, 4, "NUL"),
        BrokenYAML("a: é\u{FFFF}\n", .forbiddenCharacter, 1, 5, "control character"),
    ]
}
