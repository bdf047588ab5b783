import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("XML: encodings")
struct EncodingTests {
    private static let name = "Ünal € 🛒"

    private static func answer(_ declaration: String, name: String) -> String {
        declaration + BrowseAnswer().with("fin.trs.line.dim2name", name).xml
    }

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    private static func readName(_ bytes: [UInt8], pieces: Int) throws -> String? {
        let table = try readBrowse(bytes, pieces: pieces).get()
        return table.rows.first.map { table.text($0.customerName) }
    }

    @Test(
        "UTF-8 is read with and without a declaration and a byte order mark, in any pieces",
        arguments: ["", "\u{FEFF}", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"],
        [1, 2, 3, 5, 4096])
    func utf8(start: String, pieces: Int) throws {
        let bytes = Array(Self.answer(start, name: Self.name).utf8)
        #expect(try Self.readName(bytes, pieces: pieces) == Self.name)
    }

    @Test(
        "UTF-16 is read in both orders, in any pieces", arguments: [true, false], [1, 2, 3, 4096])
    func utf16(bigEndian: Bool, pieces: Int) throws {
        let text = Self.answer("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", name: Self.name)
        let bytes = Self.utf16(text, bigEndian: bigEndian)
        #expect(try Self.readName(bytes, pieces: pieces) == Self.name)
    }

    @Test("ISO-8859-1 is read when it is declared", arguments: [1, 3, 4096])
    func latin1(pieces: Int) throws {
        let text = Self.answer("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", name: "Ünal")
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        #expect(try Self.readName(bytes, pieces: pieces) == "Ünal")
    }

    @Test(
        "Bytes that are not UTF-8 are a fault that says so",
        arguments: [0xFF, 0xC3, 0xFC] as [UInt8])
    func notUTF8(byte: UInt8) throws {
        var bytes = Array(Self.answer("", name: "Jansen").utf8)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "J")))
        bytes[place] = byte
        let fault = try #require(failure(of: readBrowse(bytes)))
        #expect(fault.message.contains("not in the encoding"))
        #expect(fault.line == 2)
    }

    @Test("An encoding that nobody knows is a fault that names it")
    func unknownEncoding() throws {
        let text = Self.answer("<?xml version=\"1.0\" encoding=\"KLINGON-8\"?>", name: "x")
        let fault = try #require(failure(of: readBrowse(text)))
        #expect(fault.message.contains("KLINGON-8"))
    }
}
