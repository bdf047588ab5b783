import DomainModel
import Testing
import TwinfieldXML

@Suite("Customers: names and e-mail addresses")
struct DimensionsReaderTests {
    private static let full = """
        <dimension status="active" result="1">
          <office name="x">NLA001</office><type name="Debiteuren">DEB</type>
          <code>0017</code><name>Jansen &amp; Zn</name>
          <financials><substitutewith name="no">1300</substitutewith>
            <ebilling>true</ebilling><ebillmail>factuur@jansen.nl</ebillmail></financials>
          <addresses>
            <address id="1" type="invoice" default="true"><name>not this</name>
              <email> info@jansen.nl </email><field1/></address>
            <address id="2" type="postal"><email/></address>
            <address id="3"><email>INFO@Jansen.nl; piet@jansen.nl,jan@jansen.nl</email></address>
          </addresses>
          <creditmanagement><sendreminder>email</sendreminder>
            <reminderemail>incasso@jansen.nl</reminderemail></creditmanagement>
          <creditmanagement><reminderemail>tweede@jansen.nl</reminderemail></creditmanagement>
          <remittanceadvice><sendtype>ByEmail</sendtype><sendmail>geen</sendmail></remittanceadvice>
          <remittanceadvice><sendmail>post@jansen.nl</sendmail></remittanceadvice>
          <contact><email>never@jansen.nl</email></contact><email>nor@jansen.nl</email>
        </dimension>
        """
    private static let customer = CustomerTable.Customer(
        code: "0017", name: "Jansen & Zn",
        emails: [
            "factuur@jansen.nl", "info@jansen.nl", "piet@jansen.nl", "jan@jansen.nl",
            "incasso@jansen.nl", "tweede@jansen.nl", "post@jansen.nl",
        ])

    @Test(
        "All four places of addresses are read, under each root",
        arguments: ["dimensions", "customers", ""], [1, 17, 1 << 20])
    func places(root: String, pieces: Int) throws {
        let text = root.isEmpty ? Self.full : "<\(root) result=\"1\">\(Self.full)</\(root)>"
        let table = try readDimensions(text, pieces: pieces).get()
        #expect(table.byCode == ["0017": Self.customer])
    }

    @Test(
        "Several addresses in one text are taken apart, each kept once",
        arguments: [
            ("a@b.nl;c@d.nl", ["a@b.nl", "c@d.nl"]), ("a@b.nl , A@B.NL", ["a@b.nl"]),
            ("a@b.nl c@d.nl\n", ["a@b.nl", "c@d.nl"]), ("Jan <a@b.nl>", ["a@b.nl"]),
            (";;, ", []), ("geen", []), ("", []), ("ünal@ö.nl", ["ünal@ö.nl"]),
        ])
    func severalAddresses(text: String, expected: [String]) throws {
        let escaped = text.split(separator: "<", omittingEmptySubsequences: false)
            .joined(separator: "&lt;")
        let xml =
            "<dimension><code>1</code><financials><ebillmail>\(escaped)</ebillmail>"
            + "</financials></dimension>"
        #expect(try readDimensions(xml).get().byCode["1"]?.emails == expected)
    }

    @Test(
        "Only customers count: no template, no other type",
        arguments: [
            ("<code>1</code>", true), ("<code>1</code><type>DEB</type>", true),
            ("<code>1</code><type>CRD</type>", false), ("<code>1</code><type>BAS</type>", false),
            ("<code>DEB</code><behaviour>template</behaviour>", false), ("<code>DEB</code>", false),
            ("<code>DEB</code><behaviour>normal</behaviour>", true),
            ("<code>1</code><behaviour>normal</behaviour>", true),
        ])
    func onlyCustomers(content: String, isCustomer: Bool) throws {
        let xml = "<dimensions result=\"1\"><dimension>\(content)</dimension></dimensions>"
        #expect(try readDimensions(xml).get().byCode.isEmpty != isCustomer)
    }

    @Test("Many customers are read one by one, and none lends an address to another")
    func manyCustomers() throws {
        let one = (0..<500).map { index in
            "<dimension><code>D\(index)</code><name>N\(index)</name><addresses><address>"
                + (index % 2 == 0 ? "<email>k\(index)@x.nl</email>" : "")
                + "</address></addresses></dimension>"
        }
        let table = try readDimensions("<dimensions>\(one.joined())</dimensions>").get()
        #expect(table.byCode.count == 500)
        #expect(table.byCode["D10"]?.emails == ["k10@x.nl"])
        #expect(table.byCode["D11"]?.emails == [])
        #expect(table.byCode["D11"]?.name == "N11")
    }

    @Test(
        "What is no answer about customers is a fault",
        arguments: [
            ("", "0 bytes"), ("<browse result=\"1\"/>", "the root element is <browse>"),
            ("<dimension><name>x</name></dimension>", "has no code"),
            ("<dimension><code>1</code>", "cut off"),
            (
                "<dimension result=\"0\"><code msgtype=\"error\" "
                    + "msg=\"Dimensie 00590 bestaat niet.\" "
                    + "result=\"0\">00590</code></dimension>", "Dimensie 00590 bestaat niet."
            ),
        ])
    func faults(xml: String, expected: String) throws {
        let fault = try #require(failure(of: readDimensions(xml)))
        #expect(fault.message.contains(expected))
    }

    @Test("No customers at all are the empty table")
    func none() throws {
        #expect(try readDimensions("<dimensions result=\"1\"/>").get().byCode.isEmpty)
    }
}
