import DomainModel
import RecordReading
import Testing

@Suite("Which format a file has")
struct RecordFormatTests {
    @Test(
        "XML begins with an angle bracket, everything else is left to the reader of JSON",
        arguments: [
            ("<browse/>", RecordFormat.xml), ("<?xml version=\"1.0\"?><browse>", .xml),
            ("\u{FEFF} \r\n\t<dimensions>", .xml), ("<", .xml), ("[", .json), ("{\"a\":1}", .json),
            ("\u{FEFF}[]", .json), ("", .json), (" ", .json), ("\u{FEFF}", .json),
            ("reference;amount", .json), ("[\"<html>\"]", .json),
        ])
    func detect(text: String, format: RecordFormat) throws {
        let found = try Array(text.utf8).withUnsafeBytes { try RecordFormat.detect($0) }
        #expect(found == format)
    }

    @Test(
        "A web page, UTF-16 and archives are named",
        arguments: [
            (Array("  <!doctype HTML>".utf8), "a web page (HTML), not data", 2),
            (Array("<?xml version='1.0'?><html xmlns='x'>".utf8), "a web page (HTML)", 0),
            ([0xFF, 0xFE, 0x3C, 0x00], "text in UTF-16", 0), ([0x3C, 0x00], "text in UTF-16", 0),
            ([0x00, 0x5B], "text in UTF-16", 0), ([0x1F, 0x8B, 0x08], "a compressed file", 0),
            (Array("PK\u{3}\u{4}".utf8), "a zip archive or a spreadsheet", 0),
        ] as [([UInt8], String, Int)])
    func foreign(bytes: [UInt8], found: String, byteOffset: Int) throws {
        let fault = try #require(throws: RecordFault.self) {
            try bytes.withUnsafeBytes { try RecordFormat.detect($0) }
        }
        #expect(fault.message.hasPrefix("found \(found)"))
        #expect(fault.message.hasSuffix("expected JSON or XML"))
        #expect(fault.byteOffset == byteOffset)
        #expect(!fault.help.isEmpty)
    }

    @Test("The line of a web page is counted behind the lines that are empty")
    func lineOfForeign() throws {
        let fault = try #require(throws: RecordFault.self) {
            try Array("\n\r\n  <html>".utf8).withUnsafeBytes { try RecordFormat.detect($0) }
        }
        #expect(fault.line == 3)
        #expect(fault.byteOffset == 5)
    }
}
