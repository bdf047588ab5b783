import Foundation
import ProgramSupport
import Testing

@Suite("Connecting from the pages, against the sandbox", .serialized)
struct PageConnectingTests {
    @Test("In an empty folder the pages begin, and CCV is connected with its key")
    func ccv() async throws {
        let shop = try Shop()
        let browser = try await PagesVisitor(shop)
        let before = try await browser.open("configuratie")
        #expect(before.contains("Deze verbinding draait nog niet: verbind eerst CCV + Twinfield"))
        #expect(before.contains("light red"))
        #expect(!before.contains("light green"))
        let wrong = try await browser.submit("verbind-ccv", ["sleutel": "l_wrong-key-of-nobody"])
        #expect(wrong.contains("CCV accepteert deze sleutel niet; er is niets bewaard."))
        let torn = try await browser.submit("verbind-ccv", ["sleutel": "l_wrong key"])
        #expect(torn.contains("Dit is geen API-sleutel"))
        #expect(try !Self.keeps("api_key", shop))
        let key = shop.sandbox.addresses.apiKey
        let good = try await browser.submit("verbind-ccv", ["sleutel": " \(key)\n"])
        #expect(good.contains("Verbonden met CCV, met de methoden"), "\(good)")
        #expect(good.contains("light green"))
        #expect(good.contains("verbind eerst Twinfield"))
        #expect(try shop.run("status", "--json").text.contains(#""ccv":{"state":"connected""#))
        let log = try await browser.open("logboek")
        #expect(log.contains("CCV verbonden"))
        #expect(log.contains("CCV geweigerd"))
        let end = try browser.stop()
        #expect(end.code == 0)
        // Neither key stands in a page, in a message, in the record of who did what.
        let texts = [before, wrong, torn, good, log, end.text, end.errors]
        for secret in [key, "l_wrong"] {
            #expect(!texts.contains { $0.contains(secret) })
            for name in shop.place.contents {
                let bytes = try? Data(contentsOf: shop.place.folder.appending(path: name))
                #expect(bytes?.firstRange(of: Data(secret.utf8)) == nil, "\(name)")
            }
        }
    }

    @Test("Twinfield sends the browser back to the dashboard itself, or to a port beside it")
    func twinfield() async throws {
        for isOwn in [true, false] {
            let shop = try Shop()
            let browser = try await PagesVisitor(shop, port: isOwn ? shop.port : 0)
            try await browser.open("configuratie")
            let none = try await browser.submit("verbind-twinfield", [:])
            #expect(none.contains("Er is geen client secret ingevuld"))
            let redirect = try await Self.login(browser, shop)
            #expect(redirect.hasPrefix(shop.redirect + "?"))
            try await browser.open(redirect)
            #expect(!browser.page.contains("webshop"), "a stranger's page says nothing")
            let page = try await browser.goOn()
            #expect(page.contains("Verbonden met Twinfield: NLA001"), "\(page)")
            #expect(browser.place == browser.address + "configuratie")
            #expect(try shop.run("status", "--json").text.contains(#""office":"NLA001""#))
            // Once is enough: the same address does nothing any more.
            if isOwn {
                try await browser.open(redirect)
                #expect(try await browser.goOn().contains("Deze aanmelding is voorbij"))
            }
            // Again, with the secret that is stored.
            let again = try await Self.login(browser, shop, secret: "")
            try await browser.open(again)
            #expect(try await browser.goOn().contains("Verbonden met Twinfield: NLA001"))
            #expect(try browser.stop().code == 0)
        }
    }

    @Test("A refusal, a wrong secret, somebody else and a made-up state each get their sentence")
    func refusals() async throws {
        let shop = try Shop()
        let browser = try await PagesVisitor(shop, port: shop.port)
        try await browser.open("configuratie")
        try await browser.open(try await Self.login(browser, shop, decision: "refuse"))
        #expect(try await browser.goOn().contains("De toegang is bij Twinfield geweigerd"))
        try await browser.open(try await Self.login(browser, shop, secret: "wrong-secret-value"))
        let wrong = try await browser.goOn()
        #expect(wrong.contains("Twinfield laat ons niet binnen"))
        #expect(!wrong.contains("wrong-secret-value"))
        #expect(try !Self.keeps("client_secret", shop))
        #expect(try !Self.keeps("tokens", shop))

        // Others are given an address that a login of this browser led to.
        let redirect = try await Self.login(browser, shop)
        let stranger = PagesVisitor(beside: browser)
        try await stranger.open(redirect)
        #expect(try await stranger.goOn().contains("Aanmelden"))
        let bo = try await PagesVisitor("Bo", beside: browser, shop)
        try await bo.open(redirect)
        #expect(try await bo.goOn().contains("in een andere browser of sessie begonnen"))
        // The one who began it still can.
        try await browser.open(redirect)
        #expect(try await browser.goOn().contains("Verbonden met Twinfield"))

        try await browser.open(shop.redirect + "?code=x&state=made-up")
        #expect(browser.way?.hasPrefix("/verbonden?") == true)
        #expect(try await browser.goOn().contains("Deze aanmelding is voorbij"))
        #expect(try browser.stop().code == 0)
    }

    @Test("The command connects also while the dashboard owns the redirect address")
    func command() async throws {
        let shop = try Shop()
        let browser = try await PagesVisitor(shop, port: shop.port)
        let talk = try shop.place.talk(["connect", "twinfield", "--config", "books/ccvmap.yaml"])
        try talk.say(shop.sandbox.addresses.clientSecret + "\n")
        let address = try talk.line()
        #expect(address.hasPrefix(shop.sandbox.addresses.twinfield + "/auth/authentication/"))
        // What is made up does not end the waiting.
        try await browser.open(shop.redirect + "?code=x&state=made-up")
        try await browser.open(try await shop.sandbox.consent(address))
        #expect(browser.page.contains("Het venster waarin ccvmap draait gaat verder"))
        let run = try talk.end()
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.text.contains("connected to Twinfield: office NLA001 "))
        #expect(run.errors.contains("in use"))
        #expect(try browser.stop().code == 0)
    }

    @Test("Controleer nu asks both services, and the lights say what they answer")
    func check() async throws {
        let shop = try Shop()
        try await shop.connect()
        let browser = try await PagesVisitor(shop)
        try await browser.open("configuratie")
        let well = try await browser.submit("controleer", [:])
        #expect(well.contains("Zojuist gevraagd: alles is verbonden."))
        try await shop.sandbox.act("/tokens/revoke", "{}")
        let ill = try await browser.submit("controleer", [:])
        #expect(ill.contains("niet alles is verbonden"))
        #expect(ill.contains("verlopen: verbind opnieuw"), "\(ill)")
        #expect(try browser.stop().code == 0)
    }

    @Test("Without a client id, or with rules that do not compile, the pages still begin")
    func incomplete() async throws {
        let shop = try Shop()
        try shop.place.edit(
            "books/ccvmap.yaml", "client_id: \(shop.sandbox.addresses.clientID)", "")
        let browser = try await PagesVisitor(shop)
        let page = try await browser.open("configuratie")
        #expect(page.contains("ontbreekt in ccvmap.yaml: client_id"))
        #expect(!page.contains("acties/verbind-twinfield"))
        try shop.place.edit("books/rules/ccv-twinfield.yaml", "version: 1", "versoin: 1")
        // The page of before holds for a second.
        try await Task.sleep(for: .milliseconds(1100))
        let broken = try await browser.open("configuratie")
        #expect(browser.status == 200)
        #expect(broken.contains("ccvmap rules check"))
        try await browser.open("fouten")
        #expect(browser.status == 200)
        #expect(try browser.stop().code == 0)
    }

    @Test("The accounts stand with their names and balances, ours apart from those of others")
    func accounts() async throws {
        let shop = try Shop()
        try await shop.connect()
        // A method has an account that is not there, another one that is no balance account.
        try shop.place.edit("books/rules/ccv-twinfield.yaml", #"gift: "2112""#, #"gift: "2199""#)
        try shop.place.edit("books/rules/ccv-twinfield.yaml", #"sdd: "2110""#, #"sdd: "4900""#)
        _ = try shop.run("run")
        let browser = try await PagesVisitor(shop)
        try await browser.open("configuratie")
        let before = try await Self.accounts(browser)
        let ideal = try #require(before["2101"])
        #expect(ideal.contains("Kruispost iDEAL"))
        #expect(before["1300"]?.contains("Debiteuren") == true)
        #expect(before["2199"]?.contains("Bestaat niet in administratie NLA001") == true)
        #expect(before["4900"]?.contains("resultatenrekening") == true)
        let (balance, ours, others) = try Self.amounts(ideal)
        #expect(balance > 0)
        #expect(ours == balance)
        #expect(others == 0)
        // The debtors account: what we booked there, against all that was sold and paid.
        let debtors = try Self.amounts(try #require(before["1300"]))
        #expect(debtors.ours < 0)
        #expect(debtors.balance == debtors.ours + debtors.others)
        #expect(browser.page.contains("gelezen om"))

        // A person books on the suspense account: that is from others, and is read when asked.
        try await shop.sandbox.act(
            "/books/entries",
            #"""
            {"daybook":"MEMO","lines":[{"dim1":"2101","side":"credit","value":"12.34"},
            {"dim1":"1100","side":"debit","value":"12.34"}]}
            """#)
        try await browser.open("configuratie")
        #expect(
            try Self.amounts(try #require(try await Self.accounts(browser)["2101"])).others == 0)
        try await browser.submit("lees-rekeningen", [:])
        let after = try Self.amounts(try #require(try await Self.accounts(browser)["2101"]))
        #expect(after == (balance - 1234, ours, -1234))

        // When Twinfield lets nobody in, what was known stays, and the page comes at once.
        try await shop.sandbox.act("/tokens/revoke", "{}")
        try await browser.submit("lees-rekeningen", [:])
        #expect(browser.page.contains("hieronder staat wat eerder bekend was"), "\(browser.page)")
        #expect(try Self.amounts(try #require(try await Self.accounts(browser)["2101"])) == after)
        #expect(try browser.stop().code == 0)
    }

    /// Whether a secret of the connection is stored; what it is for stands in clear.
    private static func keeps(_ kind: String, _ shop: Shop) throws -> Bool {
        let text = shop.place.read("books/ccvmap.secrets") ?? ""
        return text.contains("\"\(kind)\"")
    }

    /// The rows of the accounts by their codes; the page is loaded until they were read.
    private static func accounts(_ browser: PagesVisitor) async throws -> [String: String] {
        while browser.page.contains("wordt nu gelezen") {
            try await Task.sleep(for: .milliseconds(100))
            try await browser.open("configuratie")
        }
        var rows: [String: String] = [:]
        for part in browser.page.split(separator: "<tr><th scope=\"row\">").dropFirst() {
            rows[String(part.prefix { $0 != "<" })] = String(part)
        }
        return rows
    }

    /// The three amounts of a row, in cents.
    private static func amounts(
        _ row: String
    ) throws -> (balance: Int, ours: Int, others: Int) {
        let cells = row.split(separator: "<td class=\"number\">").dropFirst().prefix(3)
        let amounts = try cells.map { cell in
            try #require(
                Int(cell.prefix { $0 != "<" }.filter { $0.isNumber || $0 == "-" }), "\(row)")
        }
        try #require(amounts.count == 3)
        return (amounts[0], amounts[1], amounts[2])
    }

    /// Sends the form, answers at Twinfield, and gives the address to which that leads.
    private static func login(
        _ browser: PagesVisitor, _ shop: Shop, secret: String? = nil, decision: String = "approve"
    ) async throws -> String {
        try await browser.open("configuratie")
        let given = secret ?? shop.sandbox.addresses.clientSecret
        let page = try await browser.submit("verbind-twinfield", ["geheim": given])
        let way = try #require(browser.way, "\(page)")
        #expect(way.hasPrefix(shop.sandbox.addresses.twinfield + "/auth/authentication/"))
        #expect(given.isEmpty || !page.contains(given))
        return try await shop.sandbox.consent(way, decision: decision)
    }
}
