import DomainModel
import RecordReading
import Testing

@Suite("The grammar of JSON")
struct JSONGrammarTests {
    @Test(
        "What RFC 8259 allows is read",
        arguments: [
            (#"[]"#, 0), (" [ ] \n", 0), (#"[{"reference":"a"}]"#, 1),
            (#"{"reference":"a"}"#, 1), ("\r\n\t {\"reference\":\"a\"}\r\n\r\n", 1),
            ("{\"reference\":\"a\"}\n{\"reference\":\"b\"}\n", 2),
            ("{\n  \"reference\" : \"a\" ,\n  \"x\" : [ 1 , 2 ]\n}", 1),
            (#"{"reference":"a"}{"reference":"b"}"#, 2),
            (#"{"reference":"a","x":[0,-0,0.5,-1.25e+10,1E-2,10]}"#, 1),
            (#"{"reference":"a","x":[true,false,null,"",{},[],[[]],{"":{}}]}"#, 1),
            (#"{"reference":"a","x":{"a":{"b":[{"c":[]},{}]},"d":1}}"#, 1),
            (#"[{"reference":"a"},{}]"#, 2),
        ])
    func valid(json: String, count: Int) throws {
        for piece in [1, 3, .max] {
            #expect(try Reading.payments(json, piece: piece).rows.count == count)
        }
    }

    /// Text that is no JSON, the byte at which that shows, and words of the message.
    static let refusals: [(String, Int, String)] = [
        (#"{"reference":"a",}"#, 17, "found `}` after a comma"),
        (#"[{"reference":"a"},]"#, 19, "found `]` after a comma"),
        (#"{"x":[1,],"reference":"a"}"#, 8, "found `]` after a comma"),
        (#"{"x":{"y":1,},"reference":"a"}"#, 12, "found `}` after a comma"),
        (#"{,}"#, 1, "found `,`, expected a key"),
        (#"{"x":[,1]}"#, 6, "found `,`, expected a text, a number"),
        (#"{reference:"a"}"#, 1, "found `reference`, expected a key in double quotes"),
        (#"{'reference':'a'}"#, 1, "found `'`, expected a key"),
        (#"{“reference”:"a"}"#, 1, "found `“` (U+201C), expected a key"),
        (#"{"reference" "a"}"#, 13, "found `\"`, expected `:`"),
        (#"{"reference":"a" "b":1}"#, 17, "found `\"`, expected `,` or `}`"),
        (#"{"reference":"a"]"#, 16, "found `]`, expected `,` or `}`"),
        (#"{"x":[1}}"#, 7, "found `}`, expected `,` or `]`"),
        (#"{"x":{"y" 1}}"#, 10, "found `1`, expected `:`"),
        (#"{"x":{1:2}}"#, 6, "found `1`, expected a key"),
        (#"{"x":{"y":1]}"#, 11, "found `]`, expected `,` or `}`"),
        (#"{"amount":NaN}"#, 10, "found `NaN`"),
        (#"{"amount":-Infinity}"#, 10, "found `-Infinity`, expected a number"),
        (#"{"amount":Infinity}"#, 10, "found `Infinity`"),
        (#"{"amount":undefined}"#, 10, "found `undefined`"),
        (#"{"amount":True}"#, 10, "found `True`"),
        (#"{"amount":trues}"#, 10, "found `trues`"),
        (#"{"amount":nul}"#, 10, "found `nul`"),
        (#"{"amount":01}"#, 10, "found `01`, expected a number"),
        (#"{"amount":+1}"#, 10, "found `+1`"),
        (#"{"amount":.5}"#, 10, "found `.5`"),
        (#"{"amount":5.}"#, 10, "found `5.`, expected a number"),
        (#"{"amount":-}"#, 10, "found `-`, expected a number"),
        (#"{"amount":1e}"#, 10, "found `1e`, expected a number"),
        (#"{"amount":1e+}"#, 10, "found `1e+`, expected a number"),
        (#"{"amount":0x10}"#, 10, "found `0x10`, expected a number"),
        (#"{"amount":1_000}"#, 10, "found `1_000`, expected a number"),
        (#"{"amount":9,99}"#, 12, "found `99`, expected a key"),
        (#"{"amount":€5}"#, 10, "found `€` (U+20AC)"),
        (#"{"x":"\a"}"#, 7, "found `a` after a backslash"),
        (#"{"x":"\u12G4"}"#, 7, "found `u12G4` after a backslash"),
        (#"{"x":"\x41"}"#, 7, "found `x41` after a backslash"),
        (#"{"x":1}/* no */"#, 7, "found `/`, expected one more object"),
        (#"{"x":1}garbage"#, 7, "found `garbage`, expected one more object"),
        (#"{"x":1},{"x":1}"#, 7, "found `,` between two objects"),
        (#"{"x":1}[{"x":1}]"#, 7, "found `[`, expected one more object"),
        (#"[{"x":1}][{"x":1}]"#, 9, "found `[` behind the end of the list"),
        (#"[{"x":1}]{"x":1}"#, 9, "found `{` behind the end of the list"),
        (#"[] x"#, 3, "found `x` behind the end of the list"),
        (#"[{"x":1} {"x":1}]"#, 9, "found `{`, expected `,` or `]`"),
        (#"[{"x":1}}"#, 8, "found `}`, expected `,` or `]`"),
        (#"[,{"x":1}]"#, 1, "found `,`, expected an object"),
        (#"[17]"#, 1, "found `17`, expected an object"),
        (#"[null]"#, 1, "found `null`, expected an object"),
        (#"["C1"]"#, 1, "found `\"`, expected an object"),
        (#"[[{"reference":"a"}]]"#, 1, "found `[`, expected an object"),
        (#"17"#, 0, "found `17`, expected a list (`[`) or an object (`{`)"),
        (#""text""#, 0, "found `\"`, expected a list"),
        (#"null"#, 0, "found `null`, expected a list"),
        (#"reference;amount"#, 0, "found `reference`, expected a list"),
        (#"}"#, 0, "found `}`, expected a list"),
        ("\u{C}{}", 0, "found the control character U+000C"),
        ("{\"x\":\u{85}}", 5, "found the character U+0085"),
        ("\u{202E}{}", 0, "found the character U+202E"),
        ("{\"x\":\u{1}}", 5, "found the control character U+0001"),
    ]

    @Test("What RFC 8259 does not allow is refused at its byte", arguments: refusals)
    func invalid(json: String, byteOffset: Int, words: String) throws {
        for piece in [1, 2, 5, .max] {
            let fault = try Reading.fault(Array(json.utf8), piece: piece)
            #expect(fault.message.contains(words), "\(fault.message)")
            #expect(fault.byteOffset == byteOffset)
            #expect(fault.line == 1)
            #expect(!fault.help.isEmpty)
        }
    }

    @Test("The line counts from 1 and over all that was read before")
    func lines() throws {
        let good = "{\"reference\":\n\"a\"}\r\n"
        let bytes = Array((String(repeating: good, count: 50) + "\n{\"x\" 1}").utf8)
        for piece in [1, 7, 100, .max] {
            let fault = try Reading.fault(bytes, piece: piece)
            #expect(fault.line == 102)
            #expect(fault.byteOffset == bytes.count - 2)
        }
    }

    @Test("Sixty-four lists and objects may stand inside each other, one more may not")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try Reading.payments(#"{"reference":"a","x":\#(nested(63))}"#).rows.count == 1)
        #expect(try Reading.payments(#"[{"reference":"a","x":\#(nested(62))}]"#).rows.count == 1)
        let alone = try Reading.fault(Array(#"{"x":\#(nested(64))}"#.utf8))
        #expect(alone.message.contains("nested more than 64 deep"))
        #expect(alone.byteOffset == 5 + 63)
        let listed = try Reading.fault(Array(#"[{"x":\#(nested(63))}]"#.utf8))
        #expect(listed.byteOffset == 6 + 62)
    }
}
