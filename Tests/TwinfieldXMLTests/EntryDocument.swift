/// Makes the echo of a memo entry in the shape that Twinfield gives it; names are invented.
struct EntryDocument {
    /// The attributes of the transaction.
    var attributes = "result=\"1\" location=\"temporary\""
    /// What stands in the header behind the code.
    var header = """
        <currency name="Euro" shortname="Euro">EUR</currency><date>20261104</date>\
        <origin>import</origin><user name="Kees" shortname="Kees">KEES</user>\
        <period>2026/11</period><number>202600042</number><inputdate>20261104101500</inputdate>
        """
    /// What stands in the line of the customer behind its value.
    var customerLine = """
        <invoicenumber>WEB-17</invoicenumber><description>WEB-17</description>\
        <duedate>20261204</duedate><rate>1</rate><basevalue>119.00</basevalue>\
        <matchlevel>2</matchlevel><openvalue>119.00</openvalue>\
        <openbasevalue>119.00</openbasevalue><matchstatus>available</matchstatus>
        """
    /// The attributes of the lines.
    var ids = ["id=\"1\"", "id=\"2\""]

    /// The transaction.
    var xml: String {
        """
        <transaction \(attributes)>
          <header>
            <office name="Voorbeeld BV" shortname="Vb">NLA001</office>
            <code name="Memoriaal" shortname="Memo">MEMO</code>\(header)
          </header>
          <lines>
            <line type="detail" \(ids[0])>
              <dim1 name="Kruispost" type="BAS" inuse="true">2101</dim1>
              <debitcredit>debit</debitcredit><value>119.00</value>
              <description>C2411 betaling</description><invoicenumber></invoicenumber>
              <matchstatus>notmatchable</matchstatus>
            </line>
            <line type="detail" \(ids[1])>
              <dim1 name="Debiteuren" type="BAS">1300</dim1>
              <dim2 name="Bakkerij Bos" type="DEB">D0001234</dim2>
              <debitcredit>credit</debitcredit><value>119.00</value>\(customerLine)
            </line>
          </lines>
        </transaction>
        """
    }

    /// The header without the number that only a saved entry has.
    static let unsaved = "<currency>EUR</currency><date>20261104</date><period>2026/11</period>"
}
