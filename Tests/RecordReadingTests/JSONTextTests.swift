import ByteText
import DomainModel
import RecordReading
import Testing

@Suite("Texts in JSON")
struct JSONTextTests {
    @Test(
        "An escape becomes the character it stands for",
        arguments: [
            (#"\" \\ \/"#, "\" \\ /"), (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"),
            (#"\u0041\u00e9\u00E9"#, "Aéé"), (#"\u20ac"#, "€"), (#"\u0000"#, "\0"),
            (#"a\u0000b"#, "a\0b"), (#"\ud83d\ude00"#, "😀"), (#"\uD83D\uDE00x"#, "😀x"),
            (#"\ud83d"#, "\u{FFFD}"), (#"\ude00"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"),
            (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\ud83d\u0041"#, "\u{FFFD}A"),
            (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\ude00\ude00"#, "\u{FFFD}\u{FFFD}"),
            (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
            (#"\uffff"#, "\u{FFFF}"), (#"\u005cn"#, #"\n"#),
            (#"12345678\n12345678"#, "12345678\n12345678"),
        ])
    func escapes(json: String, text: String) throws {
        let (row, table) = try Reading.payment(#","description":"\#(json)""#)
        #expect(Array(table.bytes(row.description)) == Array(text.utf8))
        #expect(row.defects == [])
    }

    @Test("Text of every script and length comes through byte by byte")
    func scripts() throws {
        let samples = ["é", "ß", "Ω", "ж", "中文", "日本", "ש", "👩‍👩‍👧", "\u{7F}", "\u{10FFFF}", "’"]
        for sample in samples {
            for count in 0..<20 {
                let text = String(repeating: "x", count: count) + sample + "y"
                let (row, table) = try Reading.payment(#","description":"\#(text)""#)
                #expect(Array(table.bytes(row.description)) == Array(text.utf8))
            }
        }
    }

    @Test("A control character in a text is refused wherever it stands")
    func controlCharacters() throws {
        for position in 0..<20 {
            for byte in [0x00, 0x01, 0x09, 0x0A, 0x0D, 0x1F] as [UInt8] {
                var text = [UInt8](repeating: UInt8(ascii: "x"), count: 20)
                text[position] = byte
                let bytes = Array(#"{"reference":""#.utf8) + text + Array(#""}"#.utf8)
                let fault = try Reading.fault(bytes)
                #expect(fault.message.hasSuffix("inside a text, expected it to be escaped"))
                #expect(fault.byteOffset == 14 + position)
                #expect(fault.line == 1)
            }
        }
    }

    @Test(
        "Bytes that are not UTF-8 are refused at their place",
        arguments: [
            [0xE9], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xFF], [0xFE],
        ] as [[UInt8]])
    func notUTF8(sequence: [UInt8]) throws {
        for filler in [0, 1, 7, 8, 9] {
            let front = "{\n\"reference\":\"" + String(repeating: "x", count: filler)
            let bytes = Array(front.utf8) + sequence + Array(#" behind it, text goes on"}"#.utf8)
            let fault = try Reading.fault(bytes)
            #expect(fault.message.contains("which is not UTF-8"))
            #expect(fault.message.contains("byte 0x" + String(sequence[0], radix: 16).uppercased()))
            #expect(fault.byteOffset == front.utf8.count)
            #expect(fault.line == 2)
            #expect(fault.help.contains("UTF-8"))
        }
    }

    @Test("A byte that is not UTF-8 is named as such outside texts too")
    func notUTF8Outside() throws {
        let fault = try Reading.fault([0x5B, 0xE9, 0x5D])
        #expect(fault.message == "found byte 0xE9, which is not UTF-8")
        #expect(fault.byteOffset == 1)
    }

    @Test("A byte order mark at the start is passed over")
    func byteOrderMark() throws {
        let json = #"[{"reference":"C1"}]"#
        let bytes = [0xEF, 0xBB, 0xBF] + Array(json.utf8)
        for piece in [1, 2, 3, 4, .max] {
            let table = try Reading.payments(bytes, piece: piece)
            #expect(table.rows.map { table.text($0.reference) } == ["C1"])
        }
        let twice = try Reading.fault([0xEF, 0xBB, 0xBF] + bytes)
        #expect(twice.byteOffset == 3)
        #expect(twice.message.contains("U+FEFF"))
    }
}
