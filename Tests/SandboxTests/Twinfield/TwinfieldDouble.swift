import BooksModel
import DomainModel
import PaymentsModel

@testable import Sandbox

/// The Twinfield of the sandbox with a small shop, and short words to talk to it.
struct TwinfieldDouble {
    static let base = "http://127.0.0.1:5081"
    static let login = "/auth/authentication/connect/"
    static let redirect = "http://127.0.0.1:8765/callback"
    static let client = OAuthClient(
        id: "demo", secret: "s3cret+/=", redirectURIs: [Self.redirect])
    static let allScopes = "openid twf.user twf.organisation twf.organisationUser offline_access"

    var world: World
    var now = Instant(milliseconds: 1_795_000_000_000)  // 2026-11-18
    var random = SplitMix(state: 7)
    var token = ""

    /// Splits a counter into numbers; the same every time.
    struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    init(mood: TwinfieldMood = TwinfieldMood(), scopes: String = Self.allScopes) {
        world = World(
            organisation: Organisation(
                code: "WEB", name: "Groep & Zn", id: "11111111-2222-3333-4444-555555555555",
                userCode: "API1", userName: "Api",
                offices: [Self.books("NLA001"), Self.books("NLA002")]),
            payments: PaymentAccount(apiKey: "", methods: []),
            logins: Logins(clients: [Self.client]))
        world.twinfieldMood = mood
        token = "token of tests"
        let consent = ConsentRequest(
            ticket: "t", clientID: "demo", redirectURI: Self.redirect,
            scopes: scopes.split(separator: " ").map(String.init), nonce: "n")
        world.changeLogins(.ask(consent), at: now)
        world.changeLogins(.approve(ticket: "t", code: "c"), at: now)
        let tokens = LoginsChange.Tokens(
            access: token, refresh: "refresh", seconds: mood.accessTokenSeconds)
        world.changeLogins(.exchange(code: "c", tokens), at: now)
    }

    private static func books(_ code: String) -> Books {
        Books(
            office: Office(
                code: code, name: "Winkel \(code)", shortName: "Win",
                id: "7f1f2b4e-1111-4a4a-8b8b-000000000" + code.suffix(3)),
            daybooks: [
                Daybook(code: "VRK", name: "Verkoop", shortName: "Verk", category: .sales),
                Daybook(code: "MEMO", name: "Memoriaal", shortName: "Memo", category: .journal),
                Daybook(
                    code: "AFLETTEREN", name: "Afletteren", shortName: "Afl",
                    category: .automatic),
            ],
            accounts: [
                Account(
                    code: "1300", name: "Debiteuren", shortName: "Deb", kind: .balance,
                    requiresRelation: true, isMatchable: true),
                Account(code: "1500", name: "Btw", shortName: "Btw", kind: .balance),
                Account(code: "2101", name: "Kruispost", shortName: "Kru", kind: .balance),
                Account(code: "8000", name: "Omzet", shortName: "Omz", kind: .profitAndLoss),
                Account(code: "9990", name: "Af", shortName: "Af", kind: .profitAndLoss),
            ],
            customers: [
                Customer(code: "DEB", name: "", isTemplate: true),
                Customer(
                    code: "1000", name: "Bakker & <Zn>",
                    addresses: [
                        CustomerAddress(name: "Bakker", email: "a@example.com"),
                        CustomerAddress(type: "contact", isDefault: false, name: "Piet"),
                    ], ebillMail: "b@example.com", reminderEmail: "c@example.com",
                    remittanceMail: "d@example.com", paymentTermDays: 14),
                Customer(code: "1001", name: "Küppers"),
            ],
            vatCodes: [VATCode(code: "VH", name: "Hoog", shortName: "Hoog")],
            writeOffAccounts: WriteOffAccounts(writeOff: "9990", discount: "9990"),
            years: 2025...2026)
    }
}

extension TwinfieldDouble {
    /// Sends a request as it is.
    mutating func send(
        _ method: String, _ path: String, query: [(String, String)] = [],
        headers: [(String, String)] = [], body: String = ""
    ) -> WireAnswer {
        TwinfieldService.answer(
            WireRequest(
                method: method, path: path, query: query.map { .init($0.0, $0.1) },
                headers: headers.map { .init($0.0, $0.1) }, body: Array(body.utf8),
                baseURL: Self.base),
            world: &world, now: now, random: &random)
    }

    /// Sends an envelope of SOAP 1.1.
    mutating func soap(
        _ operation: String, _ body: String, header: String? = nil,
        path: String = "/webservices/processxml.asmx", company: String? = "NLA001"
    ) -> WireAnswer {
        let code = company.map { "<CompanyCode>\($0)</CompanyCode>" } ?? ""
        let inner =
            header
            ?? "<Header xmlns=\"http://www.twinfield.com/\"><AccessToken>\(token)</AccessToken>"
            + code + "</Header>"
        let envelope =
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>\(inner)"
            + "</s:Header><s:Body><\(operation) xmlns=\"http://www.twinfield.com/\">\(body)"
            + "</\(operation)></s:Body></s:Envelope>"
        return send(
            "POST", path,
            headers: [
                ("content-type", "text/xml; charset=utf-8"),
                ("soapaction", "\"http://www.twinfield.com/\(operation)\""),
            ], body: envelope)
    }

    /// Sends a document to ProcessXml as an escaped text.
    mutating func ask(_ document: String, company: String? = "NLA001") -> WireAnswer {
        let escaped = document.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return soap(
            "ProcessXmlString", "<xmlRequest>\(escaped)</xmlRequest>", company: company)
    }

    /// The document that ProcessXml answers.
    mutating func document(_ document: String, company: String? = "NLA001") -> XMLNode {
        Self.document(in: ask(document, company: company))
    }

    /// The document in an answer of ProcessXmlString; one without a name when there is none.
    static func document(in answer: WireAnswer) -> XMLNode {
        let text = XMLTree.read(answer.body)?.child("Body")?.child("ProcessXmlStringResponse")?
            .value("ProcessXmlStringResult")
        return text.flatMap { XMLTree.read($0.utf8) } ?? XMLNode("")
    }

    /// Books a sale of 121.00 in the books themselves, and gives its number.
    @discardableResult
    mutating func sell(
        _ invoice: String, customer: String = "1000", destiny: String = "final",
        office: String = "NLA001", description: String = "", amount: String = "121.00"
    ) -> String {
        let request = EntryRequest(
            destiny: destiny, office: office, daybook: "VRK", currency: "EUR", date: "20261101",
            invoiceNumber: invoice,
            lines: [
                LineRequest(
                    kind: "total", dim1: "1300", dim2: customer, debitCredit: "debit",
                    value: amount, description: description),
                LineRequest(dim1: "8000", debitCredit: "credit", value: amount),
            ])
        let change = BooksChange.post(request, origin: .invoice, user: "JAN")
        guard case .saved(let entry) = world.changeBooks(change, office: office, at: now) else {
            return ""
        }
        return entry.key.number
    }

    /// The document of a memo of two lines that pays an invoice.
    static func memo(
        _ invoice: String = "F1", amount: String = "121.00", credit: String? = nil,
        attributes: String = "destiny=\"temporary\"", header: String = "",
        account: String = "2101", customer: String = "1000"
    ) -> String {
        "<transaction \(attributes)><header><office>NLA001</office><code>MEMO</code>"
            + "<currency>EUR</currency><date>20261104</date>\(header)</header><lines>"
            + "<line type=\"detail\" id=\"1\"><dim1>\(account)</dim1>"
            + "<debitcredit>debit</debitcredit><value>\(amount)</value>"
            + "<description>tr_1</description></line>"
            + "<line type=\"detail\" id=\"2\"><dim1>1300</dim1><dim2>\(customer)</dim2>"
            + "<debitcredit>credit</debitcredit><value>\(credit ?? amount)</value>"
            + "<invoicenumber>\(invoice)</invoicenumber></line></lines></transaction>"
    }

    /// Posts a memo and gives its number; empty when it was refused.
    mutating func pay(_ invoice: String = "F1", amount: String = "121.00") -> String {
        let answer = document(Self.memo(invoice, amount: amount))
        return answer.child("header")?.value("number") ?? ""
    }
}

extension XMLNode {
    /// All elements below this one, and itself, in order.
    var all: [XMLNode] { [self] + children.flatMap(\.all) }

    /// The names of the children.
    var names: [String] { children.map(\.name) }

    /// The elements at a path of names.
    func at(_ path: String) -> XMLNode? {
        path.split(separator: "/").reduce(Optional(self)) { $0?.child(String($1)) }
    }
}
