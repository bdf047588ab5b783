import DomainModel
import Testing
import TwinfieldXML

@Suite("SOAP: the envelope and the document inside")
struct SOAPResultReaderTests {
    private static func open(
        _ text: String, pieces: Int = .max
    ) -> Result<SOAPOutcome<OpenItemTable>, RecordFault> {
        read(text, with: SOAPResultReader(BrowseReader(office: "NLA001")), pieces: pieces)
    }

    private static func rows(_ text: String, pieces: Int = .max) throws -> Int {
        switch try open(text, pieces: pieces).get() {
        case .answer(let table): return table.rows.count
        case .fault(let fault): throw fault
        }
    }

    @Test(
        "A document is the same escaped and in CDATA, wherever the bytes are cut",
        arguments: Envelope.Form.allCases, [1, 2, 3, 7, 300, 301, 4096, 100_000])
    func forms(form: Envelope.Form, pieces: Int) throws {
        let answer = BrowseAnswer(rows: Array(repeating: [:], count: 40)).with(
            "fin.trs.line.dim2name", "Ångström &amp; &lt;Zn&gt; €")
        let text = Envelope.around(answer.xml, form)
        guard case .answer(let table) = try Self.open(text, pieces: pieces).get() else {
            Issue.record("no answer")
            return
        }
        #expect(table.rows.count == 40)
        let name = try #require(table.rows.first).customerName
        #expect(table.text(name) == "Ångström & <Zn> €")
    }

    @Test(
        "A declaration of the document inside changes nothing, whatever encoding it claims",
        arguments: [
            "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n",
            "\n\n  <?xml version=\"1.0\" encoding=\"iso-8859-1\" standalone=\"yes\"?>",
            "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-16\"?>", "\u{FEFF}", " <!-- x -->",
            "<?xmlx y?>",
        ], [1, 4, 100_000])
    func declarations(front: String, pieces: Int) throws {
        let answer = BrowseAnswer().with("fin.trs.line.dim2name", "Zoë").xml
        for form in Envelope.Form.allCases {
            let text = Envelope.around(front + answer, form)
            #expect(try Self.rows(text, pieces: pieces) == 1, "\(form)")
        }
    }

    @Test("A text in several sections, and one escaped by numbers, is one text")
    func mixedText() throws {
        let xml = BrowseAnswer().xml
        let numbered = xml.split(separator: "<", omittingEmptySubsequences: false)
            .joined(separator: "&#x3C;")
        #expect(try Self.rows(Envelope.around("§").replacing("§", with: numbered), pieces: 5) == 1)
        let sections = xml.split(separator: "</td>").joined(separator: "</td]]><![CDATA[>")
        let text = Envelope.around("§").replacing("§", with: "<![CDATA[\(sections)]]>")
        #expect(try Self.rows(text, pieces: 5) == 1)
    }

    @Test("White space without end in front of the document takes no memory")
    func spaceInFront() throws {
        let space = String(repeating: " \n", count: 100_000)
        let text = Envelope.around(space + "<?xml version=\"1.0\"?></x>")
        let fault = try #require(failure(of: Self.open(text, pieces: 1000)))
        #expect(fault.line == 100_001)
    }

    @Test("The encoding of the envelope is that of the document inside, whatever that says")
    func otherEncoding() throws {
        let front = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        let answer = BrowseAnswer().with("fin.trs.line.dim2name", "Zoë").xml
        for form in Envelope.Form.allCases {
            let latin = Envelope.around(front + answer, form).replacing(
                "encoding=\"utf-8\"?><soap", with: "encoding=\"iso-8859-1\"?><soap")
            let bytes = latin.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            let reader = SOAPResultReader(BrowseReader(office: "NLA001"))
            guard case .answer(let table) = try read(bytes, with: reader, pieces: 11).get() else {
                Issue.record("no answer")
                return
            }
            #expect(table.rows.first.map { table.text($0.customerName) } == "Zoë")
        }
    }

    @Test("A fault inside names the line in the document inside")
    func lineInside() throws {
        let document = "<?xml version=\"1.0\"?>\n<browse result=\"1\">\n<tr>\n</td></browse>"
        let fault = try #require(failure(of: Self.open(Envelope.around(document))))
        #expect(fault.line == 4)
    }

    private static let fault = """
        <soap:Fault><faultcode>soap:Server</faultcode><faultstring>Geen toegang</faultstring>\
        <detail><message>Het token is ongeldig.</message><code>354</code>\
        <source>Login</source></detail></soap:Fault>
        """

    @Test(
        "A fault in an envelope is told apart by its code, whatever its words", arguments: [1, 99])
    func soapFault(pieces: Int) throws {
        let text = Envelope.opening + Self.fault + Envelope.closing
        guard case .fault(let fault) = try Self.open(text, pieces: pieces).get() else {
            Issue.record("no fault")
            return
        }
        #expect(
            fault
                == SOAPFault(
                    code: 354, message: "Het token is ongeldig.", source: "Login",
                    faultCode: "soap:Server"))
    }

    @Test(
        "Only the codes that mean a rejected request say that nothing was done",
        arguments: [
            (nil, false), (100, false), (101, true), (102, true), (103, false), (108, false),
            (109, true), (122, true), (186, false), (187, true), (354, false), (359, false),
        ] as [(Int?, Bool)])
    func rejections(code: Int?, isSure: Bool) {
        #expect(SOAPFault(code: code, message: "x").saysNothingWasDone == isSure)
    }

    @Test(
        "A fault without a plain code has none",
        arguments: [
            "", "<detail/>", "<detail><code/></detail>", "<detail><code>x1</code></detail>",
            "<detail><code>187</code><code>100</code></detail>", "<code>187</code>",
            "<detail><code>18700000</code></detail>",
        ])
    func faultWithoutCode(detail: String) throws {
        let text = "<soap:Fault><faultstring>Oeps</faultstring>\(detail)</soap:Fault>"
        let outcome = try Self.open(Envelope.opening + text + Envelope.closing).get()
        guard case .fault(let fault) = outcome else {
            Issue.record("no fault")
            return
        }
        #expect(fault.code == nil && fault.message == "Oeps")
    }

    @Test(
        "What is no envelope with one result is a fault with a line",
        arguments: [
            ("", "empty (0 bytes)"), ("<html><body>Sign in</body></html>", "web page"),
            ("<!DOCTYPE soap:Envelope><x/>", "document type declaration"),
            ("{\"Message\":\"x\"}", "not XML"), ("<browse result=\"1\"/>", "expected <Envelope>"),
            (Envelope.opening + Envelope.closing, "no <ProcessXmlStringResult>"),
            (Envelope.opening + "<SearchResponse/>" + Envelope.closing, "ProcessXmlStringResponse"),
            (Envelope.opening, "cut off"),
            (Envelope.around(""), "the answer is empty"),
            (Envelope.around(" \n\t "), "only white space"),
            (Envelope.around("<html><p>x</p></html>"), "web page"),
            (Envelope.around("<!DOCTYPE b [<!ENTITY a \"b\">]><browse>&a;</browse>"), "DTD"),
            (Envelope.around("<browse>&nbsp;</browse>"), "an entity is not defined"),
            (
                Envelope.around("<browse result=\"1\">" + String(repeating: "<a>", count: 99)),
                "32 levels"
            ),
        ], [1, 100_000])
    func noEnvelope(text: (String, String), pieces: Int) throws {
        let fault = try #require(failure(of: Self.open(text.0, pieces: pieces)))
        #expect(fault.message.contains(text.1), "\(fault)")
        #expect((fault.line ?? 0) >= 1)
    }

    @Test("Elements in the result, two results and a fault beside one are refused")
    func mixedResults() {
        let result = "<ProcessXmlStringResult>&lt;browse result=\"1\"/&gt;</ProcessXmlStringResult>"
        func body(_ content: String) -> String { Envelope.opening + content + Envelope.closing }
        func response(_ content: String) -> String {
            body("<ProcessXmlStringResponse>\(content)</ProcessXmlStringResponse>")
        }
        for text in [
            response(result + result), response(result + "<ProcessXmlStringResult/>"),
            response("<ProcessXmlStringResult><browse result=\"1\"/></ProcessXmlStringResult>"),
            response("<Other/>"), body(Self.fault + Self.fault),
            body("<ProcessXmlStringResponse>\(result)</ProcessXmlStringResponse>" + Self.fault),
            body(Self.fault + "<ProcessXmlStringResponse>\(result)</ProcessXmlStringResponse>"),
        ] { #expect(failure(of: Self.open(text)) != nil, "\(text)") }
        #expect(failure(of: Self.open(response(result))) == nil)
    }

    @Test("An envelope that is cut off is a fault at every byte", arguments: Envelope.Form.allCases)
    func cutAnywhere(form: Envelope.Form) {
        let bytes = Array(Envelope.around(BrowseAnswer().xml, form).utf8)
        for count in 0..<bytes.count {
            let reader = SOAPResultReader(BrowseReader(office: "NLA001"))
            #expect(failure(of: read(Array(bytes.prefix(count)), with: reader)) != nil, "\(count)")
        }
    }

    @Test("Broken UTF-8 in the result is a fault", arguments: Envelope.Form.allCases)
    func brokenUTF8(form: Envelope.Form) throws {
        let answer = BrowseAnswer().with("fin.trs.line.dim2name", "Zo#").xml
        for broken in [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]] {
            var bytes = Array(Envelope.around(answer, form).utf8)
            let place = try #require(bytes.firstIndex(of: UInt8(ascii: "#")))
            bytes.replaceSubrange(place...place, with: broken)
            let reader = SOAPResultReader(BrowseReader(office: "NLA001"))
            let fault = try #require(failure(of: read(bytes, with: reader)))
            #expect(fault.message.contains("encoding") || fault.message.contains("well-formed"))
        }
    }
}
