import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("SOAP: the messages to Twinfield")
struct SOAPRequestTests {
    private static let header = SOAPHeader(accessToken: "geheim<1>", office: "NLA&01")

    private static func text(_ request: SOAPRequest) -> String {
        String(decoding: request.body, as: UTF8.self)
    }

    @Test("A document travels as one escaped text, with token, office and a nil id")
    func processXML() throws {
        let document = try ReadRequest.transaction(
            office: "A&B", code: "VRK", number: "1\"2"
        ).document()
        let request = try SOAPRequest.processXML(document, Self.header)
        #expect(request.path == "/webservices/processxml.asmx")
        #expect(request.action == "\"http://www.twinfield.com/ProcessXmlString\"")
        #expect(request.credits == 1 && request.isQuery)
        let texts = TextsOfElements.read(Self.text(request))
        #expect(texts["AccessToken"] == ["geheim<1>"])
        #expect(texts["CompanyCode"] == ["NLA&01"] && texts["CompanyId"] == [""])
        #expect(
            texts["xmlRequest"] == [
                "<read><type>transaction</type><office>A&amp;B</office><code>VRK</code>"
                    + "<number>1&quot;2</number></read>"
            ])
        #expect(Self.text(request).contains("<CompanyId xsi:nil=\"true\"/>"))
        #expect(!Self.text(request).contains("> <") && !Self.text(request).contains(">\n<"))
    }

    @Test("Only queries cost one credit")
    func credits() throws {
        let entries = ProcessXMLDocument(entries: Array("<transactions/>".utf8))
        #expect(try SOAPRequest.processXML(entries, Self.header).credits == 3)
        #expect(try !SOAPRequest.processXML(entries, Self.header).isQuery)
        let list = try ReadRequest.offices.document()
        #expect(try SOAPRequest.processXML(list, Self.header).credits == 1)
        let finder = FinderQuery.daybooks(office: "X", category: "journal")
        #expect(try SOAPRequest.search(finder, Self.header).credits == 1)
        let undo = try SOAPRequest.undoMatch(
            office: "X", customer: "D1", matchNumber: 3, Self.header)
        #expect(undo.credits == 3)
    }

    @Test("What MemoWriter writes comes through whole, without its declaration")
    func entries() throws {
        var texts = TextArena()
        func slice(_ text: String) -> TextSlice {
            Array(text.utf8).withUnsafeBytes { texts.append($0) }
        }
        let lines = [
            MemoLine(
                side: .debit, amount: 11_900, account: slice("2101"),
                description: slice("C1 ]]> & <betaling>")),
            MemoLine(
                side: .credit, amount: 11_900, account: slice("1300"), customer: slice("D1")),
        ]
        let date = try #require(CalendarDate(year: 2026, month: 11, day: 4))
        var draft = MemoDraft(
            office: "NLA001", journal: "MEMO", destiny: .provisional, currency: .eur, date: date)
        draft.lines = lines
        draft.texts = texts
        var writer = MemoWriter()
        try writer.write(Memo(balancing: draft))
        writer.end()
        var bytes: [UInt8] = []
        writer.drain { bytes = Array($0) }
        let request = try SOAPRequest.processXML(ProcessXMLDocument(entries: bytes), Self.header)
        let inner = try #require(TextsOfElements.read(Self.text(request))["xmlRequest"]?.first)
        #expect(inner.hasPrefix("<transactions><transaction destiny=\"temporary\">"))
        #expect(TextsOfElements.read(inner)["description"] == ["C1 ]]> & <betaling>"])
        #expect(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + inner
                == String(
                    decoding: bytes, as: UTF8.self))
    }

    @Test("The office may be left out only for the list of offices, and is never empty")
    func office() throws {
        let list = try ReadRequest.offices.document()
        let none = SOAPHeader(accessToken: "t", office: nil)
        #expect(try !Self.text(SOAPRequest.processXML(list, none)).contains("CompanyCode"))
        let empty = SOAPHeader(accessToken: "t", office: "")
        #expect(throws: RequestFault(field: "CompanyCode", problem: .missing)) {
            try SOAPRequest.processXML(list, empty)
        }
    }

    @Test(
        "Each read says first what it is",
        arguments: [
            (
                ReadRequest.transaction(office: "X", code: "MEMO", number: "7"),
                "<read><type>transaction</type><office>X</office><code>MEMO</code>"
                    + "<number>7</number></read>"
            ),
            (
                .browseDefinition(office: "X", code: "030_2"),
                "<read><type>browse</type><office>X</office><code>030_2</code></read>"
            ),
            (
                .dimensions(office: "X", type: "DEB", code: nil),
                "<read><type>dimensions</type><office>X</office><dimtype>DEB</dimtype></read>"
            ),
            (
                .dimensions(office: "X", type: "BAS", code: "1300"),
                "<read><type>dimensions</type><office>X</office><dimtype>BAS</dimtype>"
                    + "<code>1300</code></read>"
            ),
            (.office(code: "X"), "<read><type>office</type><code>X</code></read>"),
            (.offices, "<list><type>offices</type></list>"),
        ])
    func reads(request: ReadRequest, expected: String) throws {
        let document = try request.document()
        #expect(String(decoding: document.bytes, as: UTF8.self) == expected)
        #expect(document.isQuery)
    }

    @Test(
        "A text that cannot be sent is refused, and the token is never in what is said",
        arguments: ["", "a\u{0}b", "\u{FFFF}", String(repeating: "x", count: 17)])
    func badTexts(text: String) throws {
        #expect(throws: RequestFault.self) {
            try ReadRequest.transaction(office: "X", code: "V", number: text).document()
        }
        #expect(throws: RequestFault.self) {
            try SOAPRequest.undoMatch(office: "X", customer: text, matchNumber: 1, Self.header)
        }
        let token = "tok\u{1}en"
        do {
            let list = try ReadRequest.offices.document()
            _ = try SOAPRequest.processXML(list, SOAPHeader(accessToken: token, office: "X"))
            Issue.record("the token was taken")
        } catch {
            #expect(!"\(error)".contains("tok") && error.field == "AccessToken")
        }
    }

    @Test("Neither a request nor a header shows the token")
    func secrets() throws {
        let list = try ReadRequest.offices.document()
        let request = try SOAPRequest.processXML(list, Self.header)
        var shown = "\(request) \(Self.header)"
        dump(request, to: &shown)
        dump(Self.header, to: &shown)
        #expect(!shown.contains("geheim"), "\(shown)")
        #expect(!shown.contains("103, 101, 104, 101, 105, 109"))
    }

    @Test(
        "A document with a character that XML forbids is refused", arguments: [0, 0xFF] as [UInt8])
    func badDocument(byte: UInt8) {
        let document = ProcessXMLDocument(entries: Array("<transactions>".utf8) + [byte])
        #expect(throws: RequestFault.self) { try SOAPRequest.processXML(document, Self.header) }
        #expect(throws: RequestFault.self) {
            try SOAPRequest.processXML(ProcessXMLDocument(entries: []), Self.header)
        }
    }

    @Test("The finder, the undoing of a match and the list of deleted entries are asked whole")
    func others() throws {
        let finder = try SOAPRequest.search(
            .customers(office: "X", modifiedSince: "20261101000000"), Self.header)
        let asked = TextsOfElements.read(Self.text(finder))
        #expect(asked["type"] == ["DIM"] && asked["pattern"] == ["*"] && asked["field"] == ["0"])
        #expect(asked["firstRow"] == ["1"] && asked["maxRows"] == ["1000"])
        #expect(
            asked["string"] == ["office", "X", "dimtype", "DEB", "modifiedsince", "20261101000000"])
        let undo = TextsOfElements.read(
            Self.text(
                try SOAPRequest.undoMatch(
                    office: "X", customer: "D1", matchNumber: 12, Self.header)))
        #expect(undo["dimensionType"] == ["DEB"] && undo["dimension"] == ["D1"])
        #expect(undo["matchNumber"] == ["12"] && undo["office"] == ["X"])
        let date = CalendarDate(year: 2026, month: 11, day: 4)
        let deleted = try SOAPRequest.deletedTransactions(
            office: "X", daybook: "MEMO", from: date, to: date, Self.header)
        let texts = TextsOfElements.read(Self.text(deleted))
        #expect(texts["DateFrom"] == ["2026-11-04T00:00:00"] && texts["Daybook"] == ["MEMO"])
        #expect(texts["DateTo"] == ["2026-11-04T23:59:59"])
        #expect(deleted.path == "/webservices/DeletedTransactionsService.svc")
    }
}
