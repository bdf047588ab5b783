import RuleEditing
import SourceDiagnostics
import Testing

@Suite("Changing a value of a rules file")
struct EditorTests {
    private static let rules = """
        # Regels van de winkel
        office: NLA001      # de administratie
        book_from: 2025-01-01
        accounts:
          debtors: ["1300"]             # debiteuren
          suspense:                     # kruisposten
            ideal: "2101"
            card/visa: '2102'   # Visa
            # nog geen amex
            paypal:
              account: "2105"
              in_currency: { GBP: "2151" }
        match:
          daybooks: [VRK]
          sale_dated: { from: 30 days before payment, to: 30 days after payment }
          wait_for_sale: { at_most: 14 days, then: error }

        """

    private func edited(
        _ edits: RuleEdit..., in text: String = rules
    ) throws(RuleEditFault) -> String {
        let source = SourceText(path: "rules.yaml", bytes: Array(text.utf8))
        return String(
            decoding: try RuleFileEditor.applying(edits, to: source).bytes, as: UTF8.self)
    }

    @Test(
        "Only the value changes; comments, order and quotes stay",
        arguments: [
            (RuleEdit.set(RulePath("office"), "NLA002"), "office: NLA001", "office: NLA002"),
            (
                .set(RulePath("book_from"), "2026-07-01"), "book_from: 2025-01-01",
                "book_from: 2026-07-01"
            ),
            (
                .set(RulePath("accounts", "suspense", "ideal"), "2199"), "ideal: \"2101\"",
                "ideal: \"2199\""
            ),
            (
                .set(RulePath("accounts", "suspense", "card/visa"), "0012"), "'2102'", "'0012'"
            ),
            (
                .set(RulePath("accounts", "suspense", "paypal", "in_currency", "GBP"), "2152"),
                "\"2151\"", "\"2152\""
            ),
            (
                .set(RulePath("match", "sale_dated", "from"), "45 days before payment"),
                "from: 30 days before", "from: 45 days before"
            ),
            (.setList(RulePath("accounts", "debtors"), ["1310"]), "[\"1300\"]", "[\"1310\"]"),
            (
                .setList(RulePath("accounts", "debtors"), ["1300", "1310"]), "[\"1300\"]",
                "[\"1300\", \"1310\"]"
            ),
            (.setList(RulePath("match", "daybooks"), ["VRK", "VRK2"]), "[VRK]", "[VRK, VRK2]"),
            (
                .add(
                    RulePath("accounts", "suspense", "paypal", "in_currency"), key: "USD",
                    value: "2"),
                "GBP: \"2151\" }", "GBP: \"2151\", USD: \"2\" }"
            ),
            (
                .set(RulePath("match", "several_fit"), "error"),
                "then: error }\n", "then: error }\n  several_fit: error\n"
            ),
        ])
    func values(edit: RuleEdit, old: String, new: String) throws {
        let expected = Self.rules.replacing(old, with: new)
        #expect(expected != Self.rules)
        #expect(try edited(edit) == expected)
    }

    @Test("A suspense account is added behind the last one, and taken away with its comment")
    func rows() throws {
        let suspense = RulePath("accounts", "suspense")
        let added = try edited(.add(suspense, key: "klarna", value: "2122"))
        #expect(
            added
                == Self.rules.replacing(
                    "{ GBP: \"2151\" }\n", with: "{ GBP: \"2151\" }\n    klarna: '2122'\n"))
        #expect(try edited(.remove(suspense.appending("klarna")), in: added) == Self.rules)
        let removed = try edited(.remove(suspense.appending("card/visa")))
        #expect(removed == Self.rules.replacing("    card/visa: '2102'   # Visa\n", with: ""))
        let gone = try edited(.remove(suspense.appending("paypal")))
        #expect(!gone.contains("2105") && gone.contains("# nog geen amex"))
        #expect(
            throws: RuleEditFault.lastRow,
            performing: {
                try edited(
                    .remove(suspense.appending("paypal").appending("in_currency").appending("GBP")))
            })
        #expect(
            throws: RuleEditFault.notThere,
            performing: { try edited(.add(suspense, key: "ideal", value: "1")) })
    }

    @Test(
        "What YAML could take for something else gets quotes",
        arguments: [
            ("no", "\"no\""), ("1300", "\"1300\""), ("0012", "\"0012\""), (": #", "\": #\""),
            ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("- x", "\"- x\""), ("*a", "\"*a\""),
            ("&a", "\"&a\""), ("{a}", "\"{a}\""), ("\"", "\"\\\"\""), ("\\", "\"\\\\\""),
            ("Null", "\"Null\""), ("2026-01-01", "\"2026-01-01\""), ("1e3", "\"1e3\""),
            ("NLB2", "NLB2"), ("Café", "Café"), ("België €", "\"België €\""), ("x, y", "\"x, y\""),
            ("'a'", "\"'a'\""), ("!t", "\"!t\""), ("%d", "\"%d\""), ("a ]", "\"a ]\""),
        ])
    func quotes(typed: String, written: String) throws {
        let expected = Self.rules.replacing("office: NLA001", with: "office: " + written)
        #expect(try edited(.set(RulePath("office"), typed)) == expected)
    }

    @Test(
        "A text with a line end, a control character or one that cannot be seen is refused",
        arguments: [
            "a\nb", "a\r\nb", "a\u{0}b", "a\u{1B}[0m", "a\u{2028}b", "a\u{85}b", "a\u{202E}b",
            "a\u{FEFF}b", "a\tb", "\u{E0041}",
        ])
    func unwritable(text: String) {
        for edit in [
            RuleEdit.set(RulePath("office"), text),
            .setList(RulePath("accounts", "debtors"), ["1", text]),
            .add(RulePath("accounts", "suspense"), key: text, value: "1"),
            .add(RulePath("accounts", "suspense"), key: "gift", value: text),
        ] {
            #expect(throws: RuleEditFault.unwritable, performing: { try edited(edit) })
        }
    }

    @Test("What is not there, is empty or is no text is refused")
    func refused() {
        for (edit, fault) in [
            (RuleEdit.set(RulePath("offices", "x"), "a"), RuleEditFault.notThere),
            (.set(RulePath("accounts"), "a"), .notThere), (.set(RulePath("office"), ""), .empty),
            (.setList(RulePath("accounts", "debtors"), []), .empty),
            (.remove(RulePath("match", "nothing")), .notThere),
            (.set(RulePath("office"), String(repeating: "x", count: 201)), .tooLong),
        ] {
            #expect(throws: fault, performing: { try edited(edit) })
        }
        for text in ["a: [", "a: 1\na: 2\n", "a: &x 1\nb: *x\n", "- a\n"] {
            #expect(
                throws: (any Error).self,
                performing: { try edited(.set(RulePath("a"), "3"), in: text) })
        }
    }

    @Test("Line ends stay as they are: Windows, none at the end, a byte-order mark")
    func lineEnds() throws {
        let windows = Self.rules.replacing("\n", with: "\r\n")
        let row = RuleEdit.add(RulePath("accounts", "suspense"), key: "eps", value: "1")
        let added = try edited(row, in: windows)
        #expect(added.contains("{ GBP: \"2151\" }\r\n    eps: '1'\r\nmatch"))
        #expect(!added.replacing("\r\n", with: "").utf8.contains(10))
        let bare = "\u{FEFF}a: 1\nm:\n  b: 2"
        let longer = try edited(.add(RulePath("m"), key: "c", value: "x"), in: bare)
        #expect(longer == "\u{FEFF}a: 1\nm:\n  b: 2\n  c: x")
        #expect(try edited(.remove(RulePath("m", "c")), in: longer) == bare)
        let crlf = "a: 1\r\nm:\r\n  b: 2"
        let grown = try edited(.add(RulePath("m"), key: "c", value: "x"), in: crlf)
        #expect(try edited(.remove(RulePath("m", "c")), in: grown) == crlf)
        #expect(try edited(.set(RulePath("a"), "2"), in: bare) == "\u{FEFF}a: 2\nm:\n  b: 2")
        #expect(try edited(.set(RulePath("a"), "x"), in: "a:\nb: 1\n") == "a: x\nb: 1\n")
        #expect(try edited(.remove(RulePath("a")), in: "\u{FEFF}a: 1\nb: 2\n") == "\u{FEFF}b: 2\n")
    }

    @Test("Lists on lines of their own keep their form")
    func blockLists() throws {
        let text = "m:\n  # eerste\n  - \"1\" # een\n  - \"2\"\n  - \"3\"\nn: 1\n"
        let path = RulePath("m")
        #expect(
            try edited(.setList(path, ["1", "9", "3"]), in: text)
                == text.replacing("\"2\"", with: "\"9\""))
        #expect(
            try edited(.setList(path, ["1", "3"]), in: text)
                == text.replacing("  - \"2\"\n", with: ""))
        #expect(
            try edited(.setList(path, ["1", "2", "3", "4"]), in: text)
                == text.replacing("\"3\"\n", with: "\"3\"\n  - \"4\"\n"))
        #expect(
            try edited(.setList(path, ["0", "1", "2", "3"]), in: text)
                == text.replacing("  - \"1\"", with: "  - \"0\"\n  - \"1\""))
        #expect(
            try edited(.setList(path, ["2", "3"]), in: text)
                == text.replacing("  - \"1\" # een\n", with: ""))
        #expect(try edited(.setList(path, ["a", "b"]), in: "m: \"1\"\n") == "m: [\"a\", \"b\"]\n")
        #expect(try edited(.setList(path, ["2"]), in: "m: [\"1\", \"2\"]\n") == "m: [\"2\"]\n")
    }
}
