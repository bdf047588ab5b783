import DomainModel
import RecordReading
import Testing

@Suite("Files that hold no payments")
struct WholeFileFaultTests {
    @Test("A file of no bytes is refused, an empty list is the empty set")
    func emptyFile() throws {
        let fault = try Reading.fault([])
        #expect(fault.message == "the file is empty (0 bytes): expected payments as JSON")
        #expect(fault.line == 1)
        #expect(fault.byteOffset == 0)
        #expect(fault.help.contains("`[]`"))
        #expect(try Reading.payments("[]").rows.isEmpty)
        #expect(try Reading.items("[]").rows.isEmpty)
        #expect(try Reading.customers("[]").byCode.isEmpty)
    }

    @Test("A file of white space is refused", arguments: [" ", "\n\n", "\u{FEFF}", "\u{FEFF}\r\n"])
    func whiteSpace(text: String) throws {
        for piece in [1, .max] {
            let fault = try Reading.fault(Array(text.utf8), piece: piece)
            #expect(fault.message == "the file holds only white space: expected payments as JSON")
            #expect(fault.byteOffset == text.utf8.count)
        }
    }

    @Test("A file that ends too early is refused wherever it was cut")
    func cutOff() throws {
        let json =
            "[{\"reference\":\"a\\u20ac€\",\"amount\":-1.5e2},\n {\"x\":[true,{\"y\":null}]}]"
        let bytes = Array(json.utf8)
        #expect(try Reading.payments(bytes).rows.count == 2)
        for end in 1..<bytes.count {
            for piece in [1, .max] {
                let fault = try Reading.fault(Array(bytes[..<end]), piece: piece)
                #expect(fault.message.hasPrefix("the file ends in the middle of"), "\(end)")
                #expect(fault.byteOffset == end)
                #expect(fault.help.contains("fetch or export it again"))
            }
        }
        let inPayment = try Reading.fault(Array(bytes[..<60]))
        #expect(
            inPayment.message
                == "the file ends in the middle of a payment that begins in line 2")
        let inList = try Reading.fault(Array(bytes.dropLast()))
        #expect(inList.message == "the file ends in the middle of the list: its `]` is missing")
    }

    @Test("An object that stands alone and ends too early is refused")
    func cutOffAlone() throws {
        let bytes = Array("{\"reference\":\"a\"}\n\n{\"reference\":\"b\"".utf8)
        let fault = try Reading.fault(bytes)
        #expect(
            fault.message == "the file ends in the middle of a payment that begins in line 3")
    }

    @Test("UTF-16 is recognised with and without its mark")
    func utf16() throws {
        let json = #"[{"reference":"a"}]"#
        let little = json.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = json.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
            for piece in [1, .max] {
                let fault = try Reading.fault(bytes, piece: piece)
                #expect(fault.message == "found text in UTF-16, expected payments as JSON")
                #expect(fault.help == "Save the file as UTF-8.")
            }
        }
    }

    @Test(
        "Content of another kind is named",
        arguments: [
            ("<!DOCTYPE html><html><body>502</body></html>", "a web page (HTML), not data"),
            ("\n <HTML lang=nl>", "a web page (HTML), not data"),
            (
                "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">",
                "a web page (HTML), not data"
            ),
            ("<!-- proxy -->\n<html>", "a web page (HTML), not data"),
            ("<?xml version=\"1.0\"?><browse/>", "XML"),
            ("<browse result=\"1\">", "XML"),
            ("PK\u{3}\u{4}", "a zip archive or a spreadsheet"),
        ])
    func foreign(text: String, found: String) throws {
        for piece in [1, 10, .max] {
            let fault = try Reading.fault(Array(text.utf8), piece: piece)
            #expect(fault.message == "found \(found), expected payments as JSON")
            #expect(fault.line == (text.hasPrefix("\n") ? 2 : 1))
            #expect(!fault.help.isEmpty)
        }
        let gzip = try Reading.fault([0x1F, 0x8B, 0x08, 0x00])
        #expect(gzip.message.contains("gzip"))
    }

    @Test("Objects of which not one has a reference are no payments")
    func noPayments() throws {
        let some = try Reading.fault(Array("\n[{},{\"amount\":1},{\"id\":1}]".utf8))
        #expect(
            some.message == "found no payments: not one of the 3 objects has a `reference`")
        #expect(some.line == 2)
        #expect(some.byteOffset == 2)
        let one = try Reading.fault(Array(#"{"data":[{"reference":"a"}]}"#.utf8))
        #expect(one.message == "found no payments: the only object has no `reference`")
        let items = try Reading.fault(Array(#"{"dim2":"D1","openvalue":"1.00"}"#.utf8))
        #expect(items.message.hasSuffix("they look like open items"))
        let customers = try Reading.fault(Array(#"{"dim2":"D1","email":[]}"#.utf8))
        #expect(customers.message.hasSuffix("they look like customers"))
        #expect(try Reading.payments(#"[{},{"reference":null}]"#).rows.count == 2)
    }

    @Test(
        "An error answer of CCV is named with its reason",
        arguments: [
            (
                #"{"type":"process_error","message":"Refund limit: 11.98","reference":"2d951ad9","#
                    + #""failureCode":"refund_limit"}"#,
                "process_error: refund_limit: Refund limit: 11.98"
            ),
            (#"{"type":"input_error"}"#, "input_error"),
            (#"[{"message":"Invalid\u0001 key"}]"#, #"Invalid\u0001 key"#),
        ])
    func errorAnswer(json: String, reason: String) throws {
        let fault = try Reading.fault(Array(json.utf8))
        #expect(
            fault.message == "found an error answer of CCV (\(reason)), expected payments")
    }

    @Test("An object of more than 4 MiB is refused, whether it ends or not")
    func tooLarge() throws {
        let front = Array(#"{"reference":"a"}"#.utf8) + Array("\n{\"x\":\"".utf8)
        let filler = [UInt8](repeating: UInt8(ascii: "x"), count: 5 << 20)
        for bytes in [front + filler, front + filler + Array(#""}"#.utf8)] {
            for piece in [1000, 65536, .max] {
                let fault = try Reading.fault(bytes, piece: piece)
                #expect(fault.message.contains("a payment of more than 4 MiB"))
                #expect(fault.line == 2)
                #expect(fault.byteOffset == 18)
            }
        }
        let most = (4 << 20) - front.count + 18 - 2
        let largest = front + filler[..<most] + Array(#""}"#.utf8)
        #expect(try Reading.payments(largest, piece: 65536).rows.count == 2)
        #expect(try Reading.payments(largest + Array("\n".utf8)).rows.count == 2)
    }

    @Test("A reader states its fault again and reads nothing more")
    func faultStays() throws {
        var reader = PaymentReader()
        let bad = Array(#"{"reference":17 18} and then some more"#.utf8)
        let fault = try #require(throws: RecordFault.self) {
            try bad.withUnsafeBytes { try reader.feed($0) }
        }
        #expect(throws: fault) { try Array("[]".utf8).withUnsafeBytes { try reader.feed($0) } }
        #expect(throws: fault) { try reader.finish() }
    }
}
