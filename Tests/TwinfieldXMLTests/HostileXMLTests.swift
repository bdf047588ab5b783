import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("XML: hostile and broken documents")
struct HostileXMLTests {
    private static let laughs = """
        <?xml version="1.0"?>
        <!DOCTYPE browse [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
        <browse result="1"><tr><td>&d;&d;&d;&d;</td></tr></browse>
        """
    private static let external =
        "<!DOCTYPE browse [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><browse>&x;</browse>"
    private static let parameter =
        "<!DOCTYPE b [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;]><browse>&y;</browse>"

    @Test(
        "A document type declaration is refused whatever it holds",
        arguments: [
            laughs, external, parameter, "<!DOCTYPE browse><browse result=\"1\"/>",
            "<!DOCTYPE browse SYSTEM \"http://127.0.0.1:9/x.dtd\"><browse result=\"1\"/>",
            "<!-- x --><!DOCTYPE browse [<!ATTLIST browse result CDATA \"1\">]><browse/>",
            "<!DOCTYPE browse [", "<!DOCTYPE",
        ], [1, 100_000])
    func documentType(xml: String, pieces: Int) throws {
        for fault in [
            failure(of: readBrowse(xml, pieces: pieces)),
            failure(of: readDimensions(xml, pieces: pieces)),
        ] {
            let fault = try #require(fault)
            #expect(fault.message.contains("has a document type declaration (DTD)"))
        }
    }

    @Test("XInclude is not followed, and instructions are ignored")
    func xinclude() throws {
        var text = BrowseAnswer().with("fin.trs.line.dim2name", "a<i:include href=\"x\"/>b").xml
        text = "<?xml-stylesheet href=\"file:///etc/passwd\"?>" + text
        text = text.split(separator: "<browse ").joined(
            separator: "<browse xmlns:i=\"http://www.w3.org/2001/XInclude\" ")
        let table = try readBrowse(text).get()
        #expect(table.rows.first.map { table.text($0.customerName) } == "ab")
    }

    @Test(
        "32 levels are read, 33 are refused", arguments: [(32, true), (33, false), (5000, false)])
    func depth(levels: Int, isFine: Bool) {
        let open = String(repeating: "<a>", count: levels - 1)
        let close = String(repeating: "</a>", count: levels - 1)
        let result = readBrowse("<browse result=\"1\">\(open)\(close)</browse>")
        #expect((failure(of: result) == nil) == isFine)
        if !isFine { #expect(failure(of: result)?.message.contains("32 levels") == true) }
    }

    @Test("A cell of 1 MiB is read, one of a byte more is refused")
    func longCell() throws {
        let text = String(repeating: "x", count: 1 << 20)
        let answer = BrowseAnswer().with("fin.trs.line.dim2name", text)
        let table = try readBrowse(answer.xml).get()
        #expect(table.rows.first?.customerName.count == 1 << 20)
        let longer = BrowseAnswer().with("fin.trs.line.dim2name", text + "x")
        #expect(failure(of: readBrowse(longer.xml))?.message.contains("1 MiB") == true)
    }

    @Test(
        "A tag or a comment that does not end is refused soon",
        arguments: ["<a ", "<!-- ", "<?p ", "<![CDATA["])
    func longTag(start: String) throws {
        let names = (0..<50_000).map { "a\($0)=\"\"" }.joined(separator: " ")
        let fault = try #require(failure(of: readBrowse("<browse>\(start)\(names)")))
        #expect(fault.message.contains("longer than 64 KiB"))
        let short = "<browse result=\"1\"><!--\(names.prefix(30_000))--></browse>"
        #expect(try readBrowse(short).get().rows.isEmpty)
    }

    @Test(
        "Each kind of wrong file is one fault that says what it is",
        arguments: [
            ("", "the file is empty (0 bytes)"),
            (" \n\t", "only white space"),
            ("\u{FEFF}", "only white space"),
            ("[{\"reference\":\"C1\"}]", "this is not XML: it begins with \"[{"),
            ("reference;amount\nC1;2", "this is not XML: it begins with \"ref"),
            ("<html><body>Log in</body></html>", "this is a web page"),
            ("<!DOCTYPE html><html lang=nl>", "this is a web page"),
            ("\n<!doctype HTML>\n<title>x", "this is a web page"),
            ("<HTML><p>x</HTML>", "this is a web page"),
            ("<browse result=\"1\"><tr>", "cut off"),
            ("<browse result=\"1", "cut off"),
            ("<", "cut off"),
            ("<?xml version=\"1.0\"?>", "cut off"),
            ("<browse><tr></browse>", "not well-formed"),
            ("<browse result=1/>", "not well-formed"),
            ("<browse/><browse/>", "more behind the end"),
            ("<browse>&nbsp;</browse>", "an entity is not defined"),
            ("<browse>\u{1}</browse>", "not well-formed"),
            ("<browse>&#0;</browse>", "not well-formed"),
            ("<transactions><transaction/></transactions>", "the root element is <transactions>"),
            ("<s:Envelope xmlns:s=\"urn:s\"/>", "the root element is <Envelope>"),
            ("<Browse result=\"1\"/>", "the root element is <Browse>"),
        ])
    func wrongFile(text: String, expected: String) throws {
        for pieces in [1, 2, 1 << 20] {
            let fault = try #require(failure(of: readBrowse(text, pieces: pieces)))
            #expect(fault.message.contains(expected))
        }
    }

    @Test("A cut-off answer is a fault at every byte")
    func cutAnywhere() {
        let bytes = Array(BrowseAnswer().xml.utf8)
        for count in 0..<bytes.count {
            #expect(failure(of: readBrowse(Array(bytes.prefix(count)))) != nil, "\(count) bytes")
        }
    }

    @Test("A fault of the XML names its line and its byte")
    func place() throws {
        let text = "<browse result=\"1\">\n<tr>\n</td></browse>"
        let fault = try #require(failure(of: readBrowse(text)))
        #expect(fault.line == 3)
        let byte = try #require(fault.byteOffset)
        #expect((20...text.utf8.count).contains(byte))
    }

    @Test("After a fault every further piece is refused with the same fault")
    func afterFault() {
        var reader = BrowseReader(office: "X")
        var faults: [String] = []
        let room = String(repeating: " ", count: 1 << 15)
        for piece in ["<browse><a></b>" + room, "</browse>", ""] {
            do {
                try Array(piece.utf8).withUnsafeBytes { try reader.feed($0) }
            } catch {
                faults.append("\(error)")
            }
        }
        #expect(faults.count == 3)
        #expect(Set(faults).count == 1)
    }

    @Test(
        "Thousands of random mutations neither trap nor hang", arguments: [1, 2, 3, 4] as [UInt64])
    func mutations(seed: UInt64) {
        var random = SplitMix(state: seed)
        var answer = BrowseAnswer()
        answer.rows = Array(repeating: [:], count: 3)
        let original = Array(answer.xml.utf8)
        let marks = Array("<>&\"'/!?[]-;=\u{0}\u{FF}0.".utf8)
        var readable = 0
        for _ in 0..<1500 {
            var bytes = original
            for _ in 0...random.below(4) {
                let place = random.below(bytes.count)
                switch random.below(4) {
                case 0: bytes[place] = marks[random.below(marks.count)]
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8(random.below(256)), at: place)
                default:
                    bytes.replaceSubrange(place..., with: original.dropFirst(random.below(900)))
                }
            }
            let result = readBrowse(bytes, pieces: 1 + random.below(400))
            if case .success(let table) = result {
                readable += 1
                // What is read must hold together.
                for row in table.rows { #expect(Int(row.number.count) <= bytes.count) }
            }
        }
        #expect(readable < 1500)
    }
}

/// A small random generator with a seed, so that a failure can be repeated.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}
