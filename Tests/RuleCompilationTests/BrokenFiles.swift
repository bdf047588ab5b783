import SourceDiagnostics

/// Mistakes in the YAML itself; its reader has a table of its own, so here is one of each kind.
extension BrokenRules {
    static let files: [BrokenRules] = [
        BrokenRules(
            testDescription: "a bracket that nothing closes",
            rules: [Edit(old: "daybooks: [VRK]", new: "daybooks: ⟦[⟧VRK")],
            messages: [Message(code: .yamlSyntax, words: "]")]),
        BrokenRules(
            testDescription: "a tab as indentation",
            rules: [Edit(old: "    ideal: \"2101\"", new: "⟦\t⟧ideal: \"2101\"")],
            messages: [Message(code: .yamlSyntax, words: "tab")]),
        BrokenRules(
            testDescription: "a template that is no YAML is not called unknown",
            template: [Edit(old: "{ line: sale", new: "{ line: sale ⟦:⟧ x")],
            messages: [Message(code: .yamlSyntax, words: "")]),
        BrokenRules(
            testDescription: "a byte that is no UTF-8",
            rules: [Edit(old: "name: CCV Online Payments ", new: "name: ⟦\(strayByte)⟧naar")],
            messages: [Message(code: .notUTF8, words: "UTF-8")]),
        BrokenRules(
            testDescription: "an anchor and an alias",
            rules: [
                Edit(old: "status: failed }", new: "status: ⟦&f⟧ failed }"),
                Edit(old: "status: pending }", new: "status: ⟦*f⟧ }"),
            ],
            messages: [
                Message(code: .anchorOrAlias, words: "f"),
                Message(code: .anchorOrAlias, words: "f"),
            ]),
        BrokenRules(
            testDescription: "a tag",
            rules: [Edit(old: "ideal: \"2101\"", new: "ideal: ⟦!!str⟧ 2101")],
            messages: [Message(code: .tag, words: "!!str")]),
        BrokenRules(
            testDescription: "a merge key",
            rules: [Edit(old: "email:\n", new: "email:\n  ⟦<<⟧: { from: [metadata] }\n")],
            messages: [Message(code: .mergeKey, words: "<<")]),
        BrokenRules(
            testDescription: "a second document",
            rules: [Edit(old: "\nemail:\n", new: "\n⟦---⟧\nemail:\n")],
            messages: [Message(code: .secondDocument, words: "")]),
        BrokenRules(
            testDescription: "nested too deep",
            rules: [
                Edit(
                    old: "[VRK]",
                    new: String(repeating: "[", count: 30) + "⟦[⟧"
                        + String(repeating: "[", count: 9) + String(repeating: "]", count: 40))
            ],
            messages: [Message(code: .tooDeep, words: "32")]),
        BrokenRules(
            testDescription: "more than a megabyte",
            wholeRules: "⟦⟧version: 1\n# " + String(repeating: "x", count: 1 << 20),
            messages: [Message(code: .tooLarge, words: "bytes")]),
        BrokenRules(
            testDescription: "an empty file",
            wholeRules: "⟦⟧", messages: [Message(code: .emptyFile, words: "")]),
        BrokenRules(
            testDescription: "a key that is a list",
            rules: [Edit(old: "email:\n", new: "email:\n  ? ⟦[a, b]⟧\n  : c\n")],
            messages: [Message(code: .keyNotText, words: "")]),
        BrokenRules(
            testDescription: "a control character",
            rules: [Edit(old: "naar Twinfield\noffice", new: "naar⟦\u{1}⟧ Twinfield\noffice")],
            messages: [Message(code: .forbiddenCharacter, words: "")]),
        BrokenRules(
            testDescription: "a key twice",
            rules: [Edit(old: "office: NLA001  ", new: "office: NLA001\n⟦office⟧: NLA002")],
            messages: [Message(code: .duplicateKey, words: "office")]),
        BrokenRules(
            testDescription: "a method twice, spelt alike",
            rules: [Edit(old: "    paypal:", new: "    ⟦ideal⟧: \"2199\"\n    paypal:")],
            messages: [Message(code: .duplicateKey, words: "ideal")]),
        BrokenRules(
            testDescription: "a list instead of rules",
            wholeRules: "⟦- version: 1⟧\n",
            messages: [Message(code: .wrongKind, words: "the rules file is a list")]),
        BrokenRules(
            testDescription: "a text instead of a template",
            wholeTemplate: "⟦journal MEMO⟧\n",
            messages: [Message(code: .wrongKind, words: "the template is the text")]),
    ]
}
