import BooksModel
import Testing

@testable import Sandbox

@Suite("A posted transaction")
struct PostTests {
    @Test("comes back with what the server knows: the recorded elements, in the recorded order")
    func success() {
        var twinfield = TwinfieldDouble()
        let attributes = "destiny=\"temporary\" raisewarning=\"false\" autobalancevat=\"false\""
        let answer = twinfield.document(TwinfieldDouble.memo(attributes: attributes))
        #expect(answer.name == "transaction")
        #expect(answer["result"] == "1" && answer["location"] == "temporary")
        #expect(answer["destiny"] == nil && answer["raisewarning"] == "false")
        let header = answer.child("header")
        #expect(
            header?.names == [
                "office", "code", "currency", "date", "period", "origin", "user", "regime",
                "number",
            ])
        #expect(header?.child("code")?["name"] == "Memoriaal")
        #expect(header?.value("number") == "202600001")
        #expect(header?.value("period") == "2026/11")
        let lines = answer.child("lines")?.children ?? []
        #expect(lines.map { $0["id"] } == ["1", "2"])
        #expect(lines[0].value("matchstatus") == "notmatchable")
        let customer = lines[1]
        #expect(customer.child("dim2")?["name"] == "Bakker & <Zn>")
        #expect(customer.child("dim2")?["type"] == "DEB")
        #expect(customer.value("openvalue") == "121.00")
        #expect(customer.value("openbasevalue") == "121.00")
        #expect(customer.value("duedate") == "20261118")
        #expect(customer.value("matchstatus") == "available")
        // Recorded: an empty element instead of none.
        #expect(lines[0].child("invoicenumber")?.text == "")
    }

    @Test("is booked twice when the same XML is posted twice")
    func twice() {
        var twinfield = TwinfieldDouble()
        #expect(twinfield.pay() == "202600001")
        #expect(twinfield.pay() == "202600002")
    }

    @Test("is booked or refused for itself in a batch, and the root tells of the worst")
    func partialSuccess() {
        var twinfield = TwinfieldDouble()
        let bad = TwinfieldDouble.memo(credit: "120.99")
        let batch = "<transactions>\(bad)\(TwinfieldDouble.memo())</transactions>"
        let answer = twinfield.document(batch)
        #expect(answer.name == "transactions" && answer["result"] == "0")
        let (refused, booked) = (answer.children[0], answer.children[1])
        #expect(refused["result"] == "0" && refused["msgtype"] == "error")
        #expect(
            refused["msg"]?.hasPrefix(
                "De boeking is niet in balans. Er ontbreekt 0.01 credit.//De boeking balanceert"
                    + " niet in de basisvaluta.") == true)
        #expect(refused["destiny"] == "temporary" && refused["location"] == nil)
        #expect(refused.at("header/number") == nil)
        #expect(booked["result"] == "1" && booked.at("header/number")?.text == "202600001")
        #expect(
            twinfield.document("<transactions>\(TwinfieldDouble.memo())</transactions>")["result"]
                == "1")
    }

    @Test("is not saved when there is a warning, unless warnings are switched off")
    func warning() {
        var twinfield = TwinfieldDouble()
        let period = "<period>2026/10</period>"
        let answer = twinfield.document(TwinfieldDouble.memo(header: period))
        let date = answer.at("header/date")
        #expect(date?["msgtype"] == "warning" && date?["result"] == "0")
        #expect(date?["msg"] == "Datum 04-11-2026 valt buiten de opgegeven periode (2026/10).")
        #expect(answer["result"] == "0" && answer["msg"] == nil)
        #expect(answer.child("header")?["result"] == "0")
        #expect(answer.at("header/number") == nil)
        let silent = "destiny=\"temporary\" raisewarning=\"false\""
        let saved = twinfield.document(TwinfieldDouble.memo(attributes: silent, header: period))
        #expect(saved["result"] == "1")
        #expect(saved.at("header/number")?.text == "202600001")
    }

    @Test("may get a warning for nothing, in one mood")
    func warningMood() {
        var mood = TwinfieldMood()
        mood.warnsOnPost = true
        var twinfield = TwinfieldDouble(mood: mood)
        let answer = twinfield.document(TwinfieldDouble.memo())
        #expect(answer.at("header/date")?["msgtype"] == "warning")
        #expect(twinfield.world.organisation["NLA001"]?.entries.isEmpty == true)
        let silent = "destiny=\"temporary\" raisewarning=\"false\""
        #expect(twinfield.document(TwinfieldDouble.memo(attributes: silent))["result"] == "1")
    }

    @Test("has each message on its element, and a bare result on all around it")
    func fieldErrors() {
        var twinfield = TwinfieldDouble()
        let answer = twinfield.document(
            TwinfieldDouble.memo(
                header: "<duedate>20261201</duedate>", account: "4711", customer: "9999"))
        #expect(
            answer.at("header/duedate")?["msg"] == "Vervaldatum is niet toegestaan in de koptekst.")
        let lines = answer.child("lines")
        #expect(lines?["result"] == "0" && lines?["msg"] == nil)
        #expect(lines?.children.allSatisfy { $0["result"] == "0" && $0["msg"] == nil } == true)
        #expect(
            lines?.children[0].child("dim1")?["msg"]
                == "Dimensie 4711 komt niet voor in administratie NLA001")
        #expect(lines?.children[1].child("dim2")?["msgtype"] == "error")
        #expect(answer["result"] == "0" && answer["msg"] == nil)
    }

    @Test("has its messages in English for an English user")
    func english() {
        var mood = TwinfieldMood()
        mood.language = .english
        var twinfield = TwinfieldDouble(mood: mood)
        let answer = twinfield.document(TwinfieldDouble.memo(credit: "1.00"))
        #expect(answer["msg"]?.contains("balans") == false)
        #expect(answer["msgtype"] == "error")
    }

    @Test("says that a missing destiny is wrong, and an administration that is not there")
    func destinyAndOffice() {
        var twinfield = TwinfieldDouble()
        let without = twinfield.document(TwinfieldDouble.memo(attributes: ""))
        #expect(without["msg"] == "Incorrecte XML - de bestemming is ongeldig.")
        let elsewhere = TwinfieldDouble.memo().replacing("NLA001", with: "NLA009")
        let answer = twinfield.document(elsewhere)
        #expect(answer.at("header/office")?["msg"] == "De administratie bestaat niet.")
        let other = TwinfieldDouble.memo().replacing("NLA001", with: "NLA002")
        #expect(twinfield.document(other)["result"] == "1")
        #expect(twinfield.world.organisation["NLA001"]?.entries.isEmpty == true)
    }

    @Test("must name its administration itself, and it counts above that of the header")
    func headerOffice() {
        var twinfield = TwinfieldDouble()
        let memo = TwinfieldDouble.memo()
        let without = memo.replacing("<office>NLA001</office>", with: "")
        #expect(twinfield.document(without).at("header/office")?["msgtype"] == "error")
        let answer = twinfield.document(memo, company: "NLA002")
        #expect(answer.at("header/office")?.text == "NLA001")
    }

    @Test("may come back without the ids of its lines, and with the office's name as its code")
    func moods() {
        var mood = TwinfieldMood()
        mood.linesWithoutIds = true
        mood.echoesOfficeDifferently = true
        mood.commentsInAnswers = true
        mood.prettyAnswers = true
        var twinfield = TwinfieldDouble(mood: mood)
        let refused = twinfield.document(TwinfieldDouble.memo(credit: "1.00"))
        #expect(refused.child("lines")?.children.compactMap { $0["id"] } == [])
        let booked = twinfield.document(TwinfieldDouble.memo())
        #expect(booked.at("header/office")?.text == "Winkel NLA001")
        #expect(booked["result"] == "1")
        let text = String(decoding: twinfield.ask(TwinfieldDouble.memo()).body, as: UTF8.self)
        #expect(text.contains("&lt;!----&gt;"))
    }

    @Test("is refused with 400 when it has more than a thousand lines")
    func tooManyLines() {
        var twinfield = TwinfieldDouble()
        let line = "<line type=\"detail\"><dim1>2101</dim1></line>"
        for (count, status) in [(1000, 200), (1001, 400)] {
            let lines = String(repeating: line, count: count)
            let document = "<transaction destiny=\"final\"><lines>\(lines)</lines></transaction>"
            #expect(twinfield.ask(document).status == status)
        }
    }

    @Test("can be deleted while it is provisional, with a reason, and is then in the list")
    func deletion() {
        var twinfield = TwinfieldDouble()
        let number = twinfield.pay()
        let keys = "<office>NLA001</office><code>MEMO</code><number>\(number)</number>"
        let silent = twinfield.document("<transaction action=\"delete\">\(keys)</transaction>")
        #expect(silent["result"] == "0" && silent["msgtype"] == "error")
        let document =
            "<transaction action=\"delete\" reason=\"weg &amp; over\">\(keys)</transaction>"
        #expect(twinfield.document(document)["result"] == "1")
        #expect(twinfield.document(document)["result"] == "0")
        let sale = twinfield.sell("F1")
        let final = twinfield.document(
            document.replacing("MEMO", with: "VRK").replacing(number, with: sale))
        #expect(final["msg"] == "De status van de boeking moet Concept zijn.")
        let contract =
            "http://schemas.datacontract.org/2004/07/Twinfield.WebServices."
            + "DeletedTransactionsService"
        let answer = twinfield.send(
            "POST", "/webservices/DeletedTransactionsService.svc",
            headers: [("content-type", "text/xml")],
            body: "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
                + "<Authentication xmlns=\"http://www.twinfield.com/\"><AccessToken>"
                + "\(twinfield.token)</AccessToken></Authentication></s:Header><s:Body>"
                + "<Query xmlns=\"http://www.twinfield.com/\" xmlns:b=\"\(contract)\""
                + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " i:type=\"b:GetDeletedTransactions\"><b:CompanyCode>NLA001</b:CompanyCode>"
                + "<b:DateFrom>2026-11-18</b:DateFrom></Query></s:Body></s:Envelope>")
        let list = XMLTree.read(answer.body)?.at("Body/Result/DeletedTransactions")?.children
        #expect(list?.count == 1)
        #expect(list?.first?.value("TransactionNumber") == number)
        #expect(list?.first?.value("ReasonForDeletion") == "weg & over")
        #expect(list?.first?.namespace == contract)
    }
}
