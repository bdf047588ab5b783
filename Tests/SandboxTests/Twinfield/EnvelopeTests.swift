import BooksModel
import DomainModel
import Testing

@testable import Sandbox

@Suite("The envelope")
struct EnvelopeTests {
    private static let list =
        "<xmlRequest>&lt;list&gt;&lt;type&gt;offices&lt;/type&gt;&lt;/list&gt;</xmlRequest>"
    private static let guid = "7F1F2B4E-1111-4a4a-8b8b-000000000001"
    private static let nilID =
        "<CompanyId xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>"

    private static func header(_ parts: String) -> String {
        "<Header xmlns=\"http://www.twinfield.com/\">\(parts)</Header>"
    }

    private static let token = "<AccessToken>token of tests</AccessToken>"
    private static let code = "<CompanyCode>NLA001</CompanyCode>"

    @Test(
        "is taken with the company by code, by id, or both, and with or without the id",
        arguments: [
            token + code, token + code + nilID, token + "<CompanyId>\(guid)</CompanyId>",
            token + code + "<CompanyId>\(guid)</CompanyId>", token + "  " + code + "\n",
        ])
    func headers(parts: String) {
        var twinfield = TwinfieldDouble()
        let answer = twinfield.soap(
            "ProcessXmlString", Self.list, header: Self.header(parts))
        #expect(answer.status == 200)
        #expect(TwinfieldDouble.document(in: answer).name == "offices")
    }

    @Test(
        "is refused with an empty 400 when its header does not fit the WSDL",
        arguments: [
            code + token, token + token + code, token + code + "<Other/>",
            token + code + "<CompanyId>no guid</CompanyId>", token + code + "<CompanyId/>",
            token + "<CompanyCode><b/></CompanyCode>",
        ])
    func badHeaders(parts: String) {
        var twinfield = TwinfieldDouble()
        let answer = twinfield.soap(
            "ProcessXmlString", Self.list, header: Self.header(parts))
        #expect(answer == WireAnswer(status: 400))
    }

    @Test("may have to carry the company's id, in one mood")
    func companyID() {
        var mood = TwinfieldMood()
        mood.requiresCompanyId = true
        var twinfield = TwinfieldDouble(mood: mood)
        #expect(twinfield.ask("<list><type>offices</type></list>").status == 400)
        let header = Self.header(Self.token + Self.code + Self.nilID)
        #expect(twinfield.soap("ProcessXmlString", Self.list, header: header).status == 200)
    }

    @Test(
        "names its errors by the codes of the reference",
        arguments: [
            ("", 500, "101"), (code, 500, "101"), (token, 500, "101"),
            ("<AccessToken/>" + code, 500, "101"),
            (token + "<CompanyCode>NLA009</CompanyCode>", 500, "109"),
            (token + "<CompanyCode></CompanyCode>", 500, "109"),
            (
                token + code + "<CompanyId>\(guid.replacing("7F1F", with: "0000"))</CompanyId>",
                500, "359"
            ),
        ])
    func faults(parts: String, status: Int, code: String) {
        for (language, word) in [(BooksLanguage.dutch, "Toegang"), (.english, "Access")] {
            var mood = TwinfieldMood()
            mood.language = language
            var twinfield = TwinfieldDouble(mood: mood)
            let read = "<xmlRequest>&lt;read>&lt;type>office&lt;/type>&lt;/read></xmlRequest>"
            let answer = twinfield.soap("ProcessXmlString", read, header: Self.header(parts))
            #expect(answer.status == status)
            let fault = XMLTree.read(answer.body)?.at("Body/Fault")
            #expect(fault?.names == ["faultcode", "faultstring", "detail"])
            #expect(fault?.child("detail")?.names == ["message", "code", "source"])
            #expect(fault?.at("detail/code")?.text == code)
            #expect(fault?.at("detail/message")?.text.hasPrefix(word) == true)
        }
    }

    @Test("answers a token that is not valid with 401 and the code in the reason phrase")
    func tokenInvalid() {
        var twinfield = TwinfieldDouble()
        twinfield.now.milliseconds += 3_600_000
        let answer = twinfield.ask("<list><type>offices</type></list>")
        #expect(
            answer == WireAnswer(status: 401, reason: "354 : Access denied. Token invalid."))
        var other = TwinfieldDouble(scopes: "openid twf.organisation")
        let refused = other.ask("<list><type>offices</type></list>")
        #expect(refused.status == 401)
        #expect(refused.reason?.hasPrefix("351 : ") == true)
        let session = Self.header("<SessionID>old</SessionID>" + Self.code)
        let expired = other.soap("ProcessXmlString", Self.list, header: session)
        #expect(expired.reason?.hasPrefix("103 : Your logon credentials") == true)
    }

    @Test("needs no company for the list of administrations, and for nothing else")
    func withoutCompany() {
        var twinfield = TwinfieldDouble()
        let offices = twinfield.document("<list><type>offices</type></list>", company: nil)
        #expect(offices["result"] == "1")
        #expect(offices.children.map(\.text) == ["NLA001", "NLA002"])
        #expect(twinfield.ask(TwinfieldDouble.memo(), company: nil).status == 500)
        #expect(twinfield.ask("<list><type>offices</type></list>", company: "").status == 500)
    }

    @Test(
        "takes a document as one text: escaped, in CDATA, with a declaration of any encoding",
        arguments: [
            "&lt;list>&lt;type>offices&lt;/type>&lt;/list>",
            "<![CDATA[<list><type>offices</type></list>]]>",
            "<![CDATA[<?xml version=\"1.0\" encoding=\"utf-16\"?>\n<list><type>offices</type>"
                + "</list>]]>",
            "\n  <![CDATA[<list> <type>offices</type> </list>]]>\n",
        ])
    func documents(text: String) {
        var twinfield = TwinfieldDouble()
        let answer = twinfield.soap("ProcessXmlString", "<xmlRequest>\(text)</xmlRequest>")
        #expect(TwinfieldDouble.document(in: answer).name == "offices")
    }

    @Test("refuses literal XML as a text, with 400, and what is no XML, with 187")
    func literalXML() {
        var twinfield = TwinfieldDouble()
        let literal = "<xmlRequest><list><type>offices</type></list></xmlRequest>"
        #expect(twinfield.soap("ProcessXmlString", literal).status == 400)
        for text in ["", "&lt;list>", "list", "&lt;a/>&lt;a/>", "&lt;general/>", "&lt;foo/>"] {
            let answer = twinfield.soap("ProcessXmlString", "<xmlRequest>\(text)</xmlRequest>")
            #expect(answer.status == 500, "\(text)")
        }
    }

    @Test("takes literal XML in no namespace as a document, and answers so")
    func document() {
        var twinfield = TwinfieldDouble()
        let literal = "<xmlRequest><list xmlns=\"\"><type>offices</type></list></xmlRequest>"
        let answer = twinfield.soap("ProcessXmlDocument", literal)
        let result = XMLTree.read(answer.body)?.at(
            "Body/ProcessXmlDocumentResponse/ProcessXmlDocumentResult/offices")
        #expect(result?.namespace == nil)
        #expect(result?.children.count == 2)
        let other = "<xmlRequest><list><type>offices</type></list></xmlRequest>"
        #expect(twinfield.soap("ProcessXmlDocument", other).status == 500)
        #expect(twinfield.soap("ProcessXmlCompressed", "<xmlRequest/>").status == 500)
    }

    private static let envelope =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
        + "<UndoMatch xmlns=\"http://www.twinfield.com/\"/></s:Body></s:Envelope>"

    @Test(
        "is refused before the service when it is none, of another type, or for another action",
        arguments: [
            ("", "text/xml", "UndoMatch", 400), ("{}", "application/json", "UndoMatch", 415),
            (envelope, "text/plain", "UndoMatch", 415), (envelope, "text/xml", "Search", 500),
            (envelope, "text/xml", "", 500),
            ("<!DOCTYPE a>" + envelope, "text/xml", "UndoMatch", 400),
            (envelope.replacing("schemas", with: "scheme"), "text/xml", "UndoMatch", 400),
            (envelope.replacing("s:Body", with: "s:Boby"), "text/xml", "UndoMatch", 400),
            (envelope + "x", "text/xml", "UndoMatch", 400),
        ])
    func rawRequests(body: String, type: String, action: String, status: Int) {
        var twinfield = TwinfieldDouble()
        let answer = twinfield.send(
            "POST", "/webservices/matching.asmx",
            headers: [
                ("content-type", type), ("soapaction", "\"http://www.twinfield.com/\(action)\""),
            ], body: body)
        #expect(answer.status == status)
    }

    @Test("speaks SOAP 1.2 as well, faults included")
    func soap12() {
        var twinfield = TwinfieldDouble()
        let space = "http://www.w3.org/2003/05/soap-envelope"
        for (parts, status) in [(Self.token + Self.code, 200), (Self.code, 500)] {
            let body =
                "<s:Envelope xmlns:s=\"\(space)\"><s:Header>\(Self.header(parts))</s:Header>"
                + "<s:Body><ProcessXmlString xmlns=\"http://www.twinfield.com/\">\(Self.list)"
                + "</ProcessXmlString></s:Body></s:Envelope>"
            let answer = twinfield.send(
                "POST", "/webservices/processxml.asmx",
                headers: [("content-type", "application/soap+xml; charset=utf-8")], body: body)
            #expect(answer.status == status)
            #expect(answer.header("Content-Type")?.hasPrefix("application/soap+xml") == true)
            let root = XMLTree.read(answer.body)
            #expect(root?.namespace == space)
            let fault = root?.at("Body/Fault")
            #expect((fault?.at("Detail/code")?.text == "101") == (status == 500))
        }
    }

    @Test("declares every name that its WSDLs use, at the sandbox's own address")
    func descriptions() {
        var twinfield = TwinfieldDouble()
        for name in ["processxml", "finder", "matching"] {
            let path = "/webservices/\(name).asmx"
            let answer = twinfield.send("GET", path, query: [("wsdl", "")])
            let all = XMLTree.read(answer.body)?.all ?? []
            let declared = Set(all.compactMap { $0["name"] })
            let used = all.flatMap(\.attributes).map(\.value).filter { $0.hasPrefix("tns:") }
            #expect(used.count > 10)
            #expect(Set(used.map { String($0.dropFirst(4)) }).isSubset(of: declared))
            let places = all.filter { $0.name == "address" }.compactMap { $0["location"] }
            #expect(places == Array(repeating: TwinfieldDouble.base + path, count: 2))
        }
        #expect(twinfield.send("GET", "/webservices/finder.asmx").status == 405)
        #expect(twinfield.send("POST", "/webservices/nothing.asmx").status == 404)
    }
}
