import Testing

@testable import Sandbox

@Suite("The names of requests")
struct RequestKindTests {
    private static func processXML(_ document: String) -> WireRequest {
        let body = "<soap:Envelope><xmlRequest>\(document)</xmlRequest></soap:Envelope>"
        return WireRequest(
            method: "POST", path: "/webservices/processxml.asmx", body: Array(body.utf8))
    }

    static let documents = [
        ("&lt;transactions&gt;&lt;transaction destiny=\"final\"&gt;&lt;header/&gt;", "post", 3),
        ("<![CDATA[<transaction destiny='final'><header/>]]>", "post", 3),
        (
            "&lt;?xml version=\"1.0\"?&gt;&lt;!-- a --&gt; &lt;columns code=\"100\"/&gt;", "browse",
            1
        ),
        ("&lt;transaction action=&quot;delete&quot; reason=\"x\"&gt;", "delete", 3),
        ("<![CDATA[<transactions><transaction action='delete'>]]>", "delete", 3),
        (
            "&lt;transaction&gt;&lt;header/&gt;&lt;description&gt;action=\"delete\"", "post", 3
        ),
        ("&lt;match&gt;&lt;set/&gt;", "match", 3),
        ("&lt;read&gt;&lt;type&gt;browse&lt;/type&gt;", "read-browse", 1),
        ("<![CDATA[<list><type>offices</type></list>]]>", "list-offices", 1),
        ("&lt;read/&gt;", "read", 1),
        ("this is no XML", "processxml", 3),
    ]

    @Test("What ProcessXml is asked has a name and a price", arguments: documents)
    func documentsHaveNames(document: String, operation: String, credits: Int) {
        let kind = RequestKind(Self.processXML(document))
        #expect(kind.service == .twinfield)
        #expect(kind.operation == operation)
        #expect(kind.credits == credits)
    }

    static let paths = [
        ("GET", "/api/v1/method", "", "ccv/method"),
        ("GET", "/api/v1/transaction", "createdAfter", "ccv/transaction-list"),
        ("GET", "/api/v1/transaction", "reference", "ccv/transaction-single"),
        ("GET", "/api/v1/transaction", "references", "ccv/transaction-batch"),
        ("POST", "/api/v1/refund", "", "ccv/refund"),
        ("GET", "/auth/authentication/connect/authorize", "", "login/authorize"),
        ("POST", "/auth/authentication/connect/authorize", "", "login/consent"),
        ("POST", "/auth/authentication/connect/token", "", "login/token"),
        (
            "GET", "/auth/authentication/connect/accesstokenvalidation", "token",
            "login/validation"
        ),
        ("POST", "/webservices/finder.asmx", "", "twinfield/finder"),
        ("POST", "/webservices/matching.asmx", "", "twinfield/undo"),
        ("POST", "/webservices/DeletedTransactionsService.svc", "", "twinfield/deleted"),
        ("GET", "/webservices/finder.asmx", "wsdl", "twinfield/wsdl"),
        ("GET", "/admin", "", "admin/index"),
        ("POST", "/admin/books/match", "", "admin/books"),
    ]

    @Test("Every address has a name", arguments: paths)
    func pathsHaveNames(method: String, path: String, query: String, name: String) {
        let fields = query.isEmpty ? [] : [WireRequest.Field(query, "1")]
        let request = WireRequest(method: method, path: path, query: fields)
        #expect(RequestKind(request).name == name)
    }
}
