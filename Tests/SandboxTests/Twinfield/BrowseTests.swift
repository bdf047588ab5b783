import BooksModel
import DomainModel
import Testing

@testable import Sandbox

@Suite("A browse")
struct BrowseTests {
    /// One column of a request.
    private static func column(
        _ field: String, _ filter: String? = nil, _ from: String = "", _ to: String = "",
        visible: Bool = true
    ) -> String {
        let word = filter.map { "<operator>\($0)</operator><from>\(from)</from><to>\(to)</to>" }
        return "<column><field>\(field)</field><label>L &amp; l</label><visible>\(visible)"
            + "</visible>\(word ?? "")</column>"
    }

    private static func columns(
        _ parts: String..., code: String = "100", attributes: String = ""
    ) -> String {
        "<columns code=\"\(code)\"\(attributes)>\(parts.joined())</columns>"
    }

    private static let number = column("fin.trs.head.number")
    private static let invoice = "fin.trs.line.invnumber"

    private static func rows(_ browse: XMLNode) -> [XMLNode] {
        browse.children.filter { $0.name == "tr" }
    }

    private static func cells(_ browse: XMLNode, _ place: Int) -> [String] {
        rows(browse).map { $0.children[place].text }
    }

    @Test("shows the lines of customers: cells of the visible columns, then the key")
    func shape() {
        var twinfield = TwinfieldDouble()
        let sale = twinfield.sell("F1")
        let memo = twinfield.pay()
        let browse = twinfield.document(
            Self.columns(
                Self.column("fin.trs.head.office", "equal", "NLA001", visible: false),
                Self.column("fin.trs.head.date"), Self.column("fin.trs.head.status"),
                Self.column("fin.trs.line.dim2name"), Self.column("fin.trs.line.openvaluesigned"),
                Self.column("fin.trs.line.matchnumber")))
        #expect(browse["result"] == "1")
        #expect(browse["first"] == "1" && browse["last"] == "2" && browse["total"] == "2")
        let head = browse.child("th")?.children ?? []
        #expect(head.map(\.text).first == "fin.trs.head.date")
        #expect(head.count == 5 && head[0]["label"] == "L & l" && head[0]["type"] == "Date")
        let row = Self.rows(browse)[0]
        #expect(row.names == ["td", "td", "td", "td", "td", "key"])
        #expect(row.children[0]["field"] == "fin.trs.head.date")
        #expect(row.children[0]["hideforuser"] == "false")
        #expect(row.children[0]["name"] == "01/11/2026" && row.children[0].text == "20261101")
        #expect(row.children[1]["name"] == "Definitief" && row.children[1].text == "final")
        #expect(row.children[2].text == "Bakker & <Zn>" && row.children[2]["name"] == nil)
        #expect(row.children[4].text == "")
        let key = row.children[5]
        #expect(key.names == ["office", "code", "number", "line"])
        #expect(key.children.map(\.text) == ["NLA001", "VRK", sale, "1"])
        #expect(Self.cells(browse, 3) == ["121.00", "-121.00"])
        #expect(
            Self.rows(browse)[1].child("key")?.children.map(\.text) == [
                "NLA001", "MEMO", memo, "2",
            ])
    }

    @Test("gives every line of an account, of all daybooks, which add up to its balance")
    func account() {
        var twinfield = TwinfieldDouble()
        _ = twinfield.sell("F1")
        _ = twinfield.sell("F2")
        _ = twinfield.pay()
        func lines(_ from: String, _ to: String, operator word: String = "between") -> XMLNode {
            twinfield.document(
                Self.columns(
                    Self.column("fin.trs.head.office", "equal", "NLA001", visible: false),
                    Self.column("fin.trs.line.dim1", word, from, to),
                    Self.column("fin.trs.line.basevaluesigned"),
                    Self.column("fin.trs.head.yearperiod", "between", "1990/00", "2099/55"),
                    code: "030_2"))
        }
        let debtors = lines("1300", "1300")
        #expect(Self.cells(debtors, 0) == ["1300", "1300", "1300"])
        #expect(Self.cells(debtors, 1) == ["121.00", "121.00", "-121.00"])
        let all = lines("0", "9999")
        let amounts = Self.cells(all, 1).compactMap { Int64($0.filter { $0 != "." }) }
        #expect(amounts.count == Self.rows(all).count && amounts.reduce(0, +) == 0)
        // An operator that the definition does not have fails all of it.
        #expect(lines("1300", "", operator: "equal").name != "browse")
    }

    @Test(
        "filters by the fields and operators of its definition",
        arguments: [
            (column(invoice, "equal", "F2"), ["F2"]), (column(invoice, "equal", "f2"), []),
            (column(invoice, "equal", ""), ["F1", "F2", "F3"]),
            (column(invoice, "none", "F2"), ["F1", "F2", "F3"]),
            (column("fin.trs.line.dim2", "between", "1001", "1001") + column(invoice), ["F3"]),
            (
                column("fin.trs.head.number", "between", "202600002", "") + column(invoice),
                ["F2", "F3"]
            ),
            (
                column("fin.trs.head.yearperiod", "between", "2026/12", "2026/12")
                    + column(invoice), []
            ),
            (
                column("fin.trs.head.yearperiod", "between", "2026/01", "2026/11")
                    + column(invoice), ["F1", "F2", "F3"]
            ),
            (column("fin.trs.head.status", "equal", "temporary") + column(invoice), ["F3"]),
            (
                column("fin.trs.head.status", "equal", "normal") + column(invoice),
                ["F1", "F2", "F3"]
            ),
            (column("fin.trs.head.status", "equal", "draft") + column(invoice), []),
            (column("fin.trs.line.matchstatus", "equal", "matched") + column(invoice), []),
            (
                column("fin.trs.line.basevaluesigned", "between", "2", "100.00") + column(invoice),
                ["F2"]
            ),
            (
                column("fin.trs.line.modified", "between", "20261118", "20261119")
                    + column(invoice), ["F1", "F2", "F3"]
            ),
            (
                column("fin.trs.line.modified", "between", "20261119000000", "") + column(invoice),
                []
            ),
            (column("fin.trs.head.code", "equal", "MEMO") + column(invoice), []),
        ])
    func filters(parts: String, found: [String]) {
        var twinfield = TwinfieldDouble()
        twinfield.sell("F1")
        twinfield.sell("F2", amount: "60.00")
        twinfield.sell("F3", customer: "1001", destiny: "temporary")
        let browse = twinfield.document(Self.columns(parts))
        #expect(browse["result"] == "1")
        let place = (browse.child("th")?.children.count ?? 1) - 1
        #expect(Self.cells(browse, place) == found)
        #expect(browse["total"] == String(found.count))
    }

    @Test(
        "is a fault with an unknown field or another operator than that of the definition",
        arguments: [
            column("fin.trs.line.value"), column("fin.trs.line.dim1"), column("nonsense"),
            column("fin.trs.head.date", "between", "20260101", "20261231"),
            column(invoice, "between", "F1", "F2"), column(invoice, "like", "F*"),
            column("fin.trs.line.dim2", "equal", "1000"), column(invoice, "is", "F1"),
            column("fin.trs.head.status", "equal", "Concept"),
            column("fin.trs.head.number", "between", "VRK1", ""), column(invoice, visible: false),
            number + "<sort><field>fin.trs.line.value</field></sort>",
            "<sort>\(String(repeating: "<field>\(invoice)</field>", count: 4))</sort>" + number,
        ])
    func refusals(parts: String) {
        var twinfield = TwinfieldDouble()
        let answer = twinfield.ask(Self.columns(parts))
        #expect(answer.status == 500)
        #expect(XMLTree.read(answer.body)?.at("Body/Fault/detail/code")?.text == "100")
        #expect(twinfield.ask(Self.columns(Self.number, code: "999")).status == 500)
    }

    @Test("may refuse the filters that were reported to fail, in two moods")
    func refusedFilters() {
        var mood = TwinfieldMood()
        mood.refusesMatchStatusFilter = true
        var twinfield = TwinfieldDouble(mood: mood)
        let status = Self.column("fin.trs.line.matchstatus", "equal", "available")
        let period = Self.column("fin.trs.head.yearperiod", "between", "2026/01", "2026/12")
        #expect(twinfield.ask(Self.columns(status)).status == 500)
        #expect(twinfield.ask(Self.columns(period)).status == 200)
        mood = TwinfieldMood()
        mood.refusesYearPeriodFilter = true
        twinfield = TwinfieldDouble(mood: mood)
        #expect(twinfield.ask(Self.columns(status)).status == 200)
        #expect(twinfield.ask(Self.columns(period)).status == 500)
    }

    @Test("sorts by up to three fields, numbers by their size")
    func sort() {
        var twinfield = TwinfieldDouble()
        for (invoice, amount) in [("A", "100.00"), ("B", "9.00"), ("C", "100.00")] {
            twinfield.sell(invoice, amount: amount)
        }
        let order =
            "<sort><field order=\"descending\">fin.trs.line.basevaluesigned</field>"
            + "<field order=\"descending\">\(Self.invoice)</field></sort>"
        let browse = twinfield.document(Self.columns(order, Self.column(Self.invoice)))
        #expect(Self.cells(browse, 0) == ["C", "A", "B"])
    }

    @Test("shows the administration of the filter column, or that of the header")
    func office() {
        var twinfield = TwinfieldDouble()
        twinfield.sell("F1")
        twinfield.sell("G1", office: "NLA002")
        let filter = Self.column("fin.trs.head.office", "equal", "NLA002", visible: false)
        let column = Self.column(Self.invoice)
        #expect(Self.cells(twinfield.document(Self.columns(filter, column)), 0) == ["G1"])
        let label = Self.column("fin.trs.head.office", "none", "NLA002", visible: false)
        #expect(Self.cells(twinfield.document(Self.columns(label, column)), 0) == ["F1"])
        let unknown = filter.replacing("NLA002", with: "NLA009")
        #expect(twinfield.document(Self.columns(unknown, column))["result"] == "0")
    }

    @Test("drops the names of fields when optimised, and has nothing to show when empty")
    func optimisedAndEmpty() {
        var twinfield = TwinfieldDouble()
        let request = Self.columns(Self.number, attributes: " optimize=\"true\"")
        let empty = twinfield.document(request)
        #expect(empty["result"] == "1" && empty["total"] == "0" && empty.names == ["th"])
        twinfield.sell("F1")
        #expect(Self.rows(twinfield.document(request))[0].children[0]["field"] == nil)
        var mood = TwinfieldMood()
        mood.bareEmptyBrowse = true
        var bare = TwinfieldDouble(mood: mood)
        let answer = bare.document(request)
        #expect(answer["result"] == "1" && answer["total"] == nil && answer.children.isEmpty)
    }

    @Test("may be cut short, which only its total tells")
    func truncated() {
        var mood = TwinfieldMood()
        mood.browseTruncatedTo = 2
        var twinfield = TwinfieldDouble(mood: mood)
        for index in 0..<5 { twinfield.sell("F\(index)") }
        let browse = twinfield.document(Self.columns(Self.number))
        #expect(browse["last"] == "2" && browse["total"] == "5")
        #expect(Self.rows(browse).count == 2)
    }

    @Test("finds memos by the moment of input in 030_2, with the texts of their lines")
    func memosByInput() {
        var twinfield = TwinfieldDouble()
        _ = twinfield.pay("EARLY")
        twinfield.now.milliseconds += 60_000
        _ = twinfield.pay("LATE")
        let request = Self.columns(
            Self.column("fin.trs.head.inpdate", "between", "20261118131000", "20261118235959"),
            Self.column("fin.trs.line.description"), Self.column(Self.invoice),
            Self.column("fin.trs.mng.type"), Self.column("fin.trs.head.origin"), code: "030_2")
        _ = request
        let first = Stamp.moment(twinfield.now)
        let since = request.replacing("20261118131000", with: first)
        let rows = Self.rows(twinfield.document(since))
        #expect(rows.map { $0.children[1].text } == ["tr_1", ""])
        #expect(rows.map { $0.children[2].text } == ["", "LATE"])
        #expect(rows.allSatisfy { $0.children[3].text == "JOURNAL" })
        #expect(rows.allSatisfy { $0.children[4].text == "import" })
    }

    @Test("is described by its definition: only those fields can be asked for")
    func definitions() {
        var twinfield = TwinfieldDouble()
        for code in ["000", "020", "030_2", "100", "130_1"] {
            let read = "<read><type>browse</type><office>NLA001</office><code>\(code)</code></read>"
            let definition = twinfield.document(read)
            #expect(definition["result"] == "1")
            #expect(
                definition.names == ["office", "code", "name", "shortname", "visible", "columns"])
            let columns = definition.child("columns")?.children ?? []
            #expect(columns.count > 10)
            for column in columns {
                #expect(
                    column.names == [
                        "field", "label", "visible", "ask", "operator", "from", "to",
                        "finderparam",
                    ])
            }
            // Sent back as it came, it is a request.
            let parts = columns.map { node in
                String(decoding: XMLTree.write(node, declaration: false), as: UTF8.self)
            }
            let request = "<columns code=\"\(code)\">\(parts.joined())</columns>"
            #expect(twinfield.document(request)["result"] == "1", "\(code)")
        }
        let missing = "<read><type>browse</type><code>999</code></read>"
        #expect(twinfield.document(missing).child("code")?["msgtype"] == "error")
        let fields = twinfield.document("<list><type>browsefields</type></list>")
        let status = fields.children.first { $0.value("code") == "fin.trs.head.status" }
        #expect(status?.child("dropdown")?.children.map(\.text).contains("normal") == true)
    }

    @Test("keeps every character that XML can hold", arguments: 1...20)
    func characters(seed: Int) {
        var random = TwinfieldDouble.SplitMix(state: UInt64(seed))
        let pool = Array("aé€𝄞<>&\"'\t]] -%;\u{1}\u{85}\u{7F}").map(String.init)
        let text = (0..<20).map { _ in pool[Int(random.next() % UInt64(pool.count))] }.joined()
        var twinfield = TwinfieldDouble()
        twinfield.sell("F1", description: text)
        let request = Self.columns(Self.column("fin.trs.line.description"), code: "030_2")
        #expect(
            Self.cells(twinfield.document(request), 0).first == text.replacing("\u{1}", with: ""))
    }
}
