import BooksModel
import Testing

@testable import Sandbox

@Suite("A read")
struct ReadTests {
    private static func read(
        _ twinfield: inout TwinfieldDouble, _ code: String, _ number: String
    ) -> XMLNode {
        twinfield.document(
            "<read><type>transaction</type><office>NLA001</office><code>\(code)</code>"
                + "<number>\(number)</number></read>")
    }

    private static func match(
        _ twinfield: inout TwinfieldDouble, _ memo: String, _ sale: String, value: String = ""
    ) {
        let amount = value.isEmpty ? "" : "<matchvalue>\(value)</matchvalue>"
        _ = twinfield.document(
            "<match><set><matchcode>170</matchcode><office>NLA001</office>"
                + "<matchdate>20261105</matchdate><lines><line><transcode>MEMO</transcode>"
                + "<transnumber>\(memo)</transnumber><transline>2</transline></line>"
                + "<line><transcode>VRK</transcode><transnumber>\(sale)</transnumber>"
                + "<transline>1</transline>\(amount)</line></lines></set></match>")
    }

    @Test("of a sale has the total line first, with the invoice number in the header")
    func sale() {
        var twinfield = TwinfieldDouble()
        let number = twinfield.sell("F1")
        let entry = Self.read(&twinfield, "VRK", number)
        #expect(entry.name == "transaction" && entry["location"] == "final")
        #expect(entry["result"] == "1")
        #expect(entry.at("header/invoicenumber")?.text == "F1")
        #expect(entry.at("header/inputdate")?.text.count == 14)
        #expect(entry.at("header/originreference")?.text == "")
        let total = entry.child("lines")?.children.first
        #expect(total?["type"] == "total" && total?["id"] == "1")
        #expect(total?.child("dim2")?["dimensiontype"] == "DEB")
        #expect(total?.value("basevalueopen") == "121.00")
        #expect(total?.child("matches") == nil && total?.child("openvalue") == nil)
    }

    @Test("has signed open amounts, and matches nested as lines in lines")
    func matches() {
        var twinfield = TwinfieldDouble()
        let sale = twinfield.sell("F1")
        let memo = twinfield.pay(amount: "21.00")
        #expect(
            Self.read(&twinfield, "MEMO", memo).child("lines")?.children[1]
                .value("basevalueopen") == "-21.00")
        Self.match(&twinfield, memo, sale, value: "21.00")
        let line = Self.read(&twinfield, "VRK", sale).child("lines")?.children[0]
        #expect(line?.value("basevalueopen") == "100.00")
        #expect(line?.value("matchstatus") == "available")
        #expect(line?.value("matchdate") == "20261105")
        let set = line?.at("matches/set")
        #expect(set?["status"] == "temporary")
        #expect(set?.names == ["matchdate", "lines", "matchvalue"])
        #expect(set?.value("matchvalue") == "21.00")
        let other = set?.at("lines/line")
        #expect(other?.names == ["code", "number", "line", "method", "matchvalue"])
        #expect(other?.children.map(\.text) == ["MEMO", memo, "2", "payment", "-21.00"])
        let memoLine = Self.read(&twinfield, "MEMO", memo).child("lines")?.children[1]
        #expect(memoLine?.value("matchstatus") == "matched")
        #expect(memoLine?.value("basevalueopen") == "0.00")
    }

    @Test("of a transaction that is not there is an empty element with an error; a guess")
    func missing() {
        var twinfield = TwinfieldDouble()
        let entry = Self.read(&twinfield, "VRK", "77")
        #expect(entry["result"] == "0" && entry["msgtype"] == "error" && entry.children.isEmpty)
    }

    @Test("of a customer has the four places where e-mail addresses live")
    func customer() {
        var twinfield = TwinfieldDouble()
        let read = "<read><type>dimensions</type><office>NLA001</office><dimtype>DEB</dimtype>"
        let customer = twinfield.document(read + "<code>1000</code></read>")
        #expect(customer.name == "dimension" && customer["status"] == "active")
        #expect(customer.value("name") == "Bakker & <Zn>")
        let addresses = customer.child("addresses")?.children ?? []
        #expect(addresses.map { $0.value("email") } == ["a@example.com", ""])
        #expect(addresses.map { $0["default"] } == ["true", "false"])
        #expect(customer.at("financials/ebilling")?.text == "true")
        #expect(customer.at("financials/ebillmail")?.text == "b@example.com")
        #expect(customer.at("financials/substitutewith")?.text == "1300")
        #expect(customer.at("creditmanagement/reminderemail")?.text == "c@example.com")
        #expect(customer.at("remittanceadvice/sendmail")?.text == "d@example.com")
        let all = twinfield.document(read + "</read>")
        #expect(all.name == "dimensions" && all["result"] == "1")
        #expect(all.children.map { $0.value("code") } == ["DEB", "1000", "1001"])
        #expect(all.children[0].value("behaviour") == "template")
    }

    @Test(
        "of a dimension that is not there says so as recorded, in both languages",
        arguments: [
            ("DEB", "00590", "code", "Dimensie 00590 bestaat niet.", BooksLanguage.dutch),
            ("BAS", "00590", "code", "Dimension 00590 does not exist.", .english),
            ("BAT", "00590", "type", "Dimension type BAT does not exist.", .english),
        ])
    func missingDimension(
        type: String, code: String, element: String, text: String, language: BooksLanguage
    ) {
        var mood = TwinfieldMood()
        mood.language = language
        var twinfield = TwinfieldDouble(mood: mood)
        let answer = twinfield.document(
            "<read><type>dimensions</type><office>NLA001</office><dimtype>\(type)</dimtype>"
                + "<code>\(code)</code></read>")
        #expect(answer["result"] == "0" && answer["msg"] == nil)
        #expect(answer.names == ["office", "type", "code"])
        #expect(answer.child(element)?["msg"] == text)
        #expect(answer.child(element)?["msgtype"] == "error")
    }

    @Test("lists dimensions by name, as recorded")
    func listed() {
        var twinfield = TwinfieldDouble()
        let answer = twinfield.document(
            "<list><type>dimensions</type><office>NLA001</office><dimtype>DEB</dimtype></list>")
        #expect(answer["office"] == "NLA001" && answer["type"] == "DEB")
        #expect(answer.children.last?["name"] == "Küppers")
        #expect(answer.children.last?.text == "1001")
    }

    @Test("may have the credit management twice, in one mood")
    func creditManagement() {
        var mood = TwinfieldMood()
        mood.repeatsCreditManagement = true
        var twinfield = TwinfieldDouble(mood: mood)
        let answer = twinfield.document(
            "<read><type>dimensions</type><dimtype>DEB</dimtype><code>1000</code></read>")
        #expect(answer.names.filter { $0 == "creditmanagement" }.count == 2)
    }

    @Test("of the administration wants its code, and misleads without it")
    func office() {
        var twinfield = TwinfieldDouble()
        let good = twinfield.document("<read><type>office</type><code>NLA002</code></read>")
        #expect(good.value("name") == "Winkel NLA002" && good["result"] == "1")
        let without = twinfield.document("<read><type>office</type></read>")
        #expect(without["msg"] == "U hebt geen toegang tot deze administratie.")
        let unknown = twinfield.document("<read><type>nonsense</type></read>")
        #expect(unknown["msgtype"] == "error" && unknown["result"] == "0")
    }
}
