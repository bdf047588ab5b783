import Testing

@testable import ByteText

@Suite("JSONWriter")
struct JSONWriterTests {
    private func text(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("Commas and colons stand where JSON wants them")
    func nesting() {
        let json = text { json in
            json.beginObject()
            json.key("a")
            json.beginArray()
            json.integer(1)
            json.beginObject()
            json.endObject()
            json.beginArray()
            json.endArray()
            json.null()
            json.endArray()
            json.key("b")
            json.boolean(true)
            json.key("c")
            json.boolean(false)
            json.key("d")
            json.string("x")
            json.endObject()
        }
        #expect(json == #"{"a":[1,{},[],null],"b":true,"c":false,"d":"x"}"#)
    }

    @Test("A new line begins a new value without a comma")
    func lines() {
        let json = text { json in
            for number in 1...2 {
                json.beginObject()
                json.key("n")
                json.integer(Int64(number))
                json.endObject()
                json.newline()
            }
        }
        #expect(json == "{\"n\":1}\n{\"n\":2}\n")
    }

    @Test(
        "Texts are escaped as RFC 8259 demands",
        arguments: [
            ("", #""""#),
            ("plain", #""plain""#),
            ("\"", #""\"""#),
            ("\\", #""\\""#),
            ("a\"b\\c", #""a\"b\\c""#),
            ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
            ("\u{0}\u{1}\u{F}\u{10}\u{1B}\u{1F}", #""\u0000\u0001\u000f\u0010\u001b\u001f""#),
            ("\u{7F}é€🙂\u{2028}", "\"\u{7F}é€🙂\u{2028}\""),
        ])
    func escaping(_ value: String, _ expected: String) {
        #expect(text { $0.string(value) } == expected)
        #expect(text { $0.string(Array(value.utf8)) } == expected)
        #expect(text { $0.string(Array(value.utf8)[...]) } == expected)
        #expect(text { $0.string(value.utf8.lazy.map { $0 }) } == expected)
        #expect(text { $0.key(value) } == expected + ":")
    }

    @Test(
        "Whole numbers are written to their last digit",
        arguments: [
            (Int64(0), "0"), (7, "7"), (-7, "-7"), (10, "10"), (-119_00, "-11900"),
            (.max, "9223372036854775807"), (.min, "-9223372036854775808"),
        ])
    func integers(_ value: Int64, _ expected: String) {
        #expect(text { $0.integer(value) } == expected)
    }

    @Test(
        "Amounts are written without zeros at their end",
        arguments: [
            (Int64(2820), 2, "28.2"), (999, 2, "9.99"), (10_000, 2, "100"), (0, 2, "0"),
            (5, 2, "0.05"), (50, 2, "0.5"), (-5, 2, "-0.05"), (-12_340, 2, "-123.4"),
            (1500, 0, "1500"), (1234, 3, "1.234"), (1200, 3, "1.2"),
            (.max, 2, "92233720368547758.07"), (.min, 2, "-92233720368547758.08"),
        ])
    func decimals(_ value: Int64, _ digits: Int, _ expected: String) {
        #expect(text { $0.decimal(value, digits: digits) } == expected)
    }

    @Test("An emptied writer begins anew")
    func emptied() {
        let json = text { json in
            json.integer(1)
            json.removeAll(keepingCapacity: true)
            json.integer(2)
        }
        #expect(json == "2")
    }
}
