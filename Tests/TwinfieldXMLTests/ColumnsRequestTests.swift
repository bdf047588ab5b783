import DomainModel
import Testing
import TwinfieldXML

@Suite("Browse: the definition and what may be asked")
struct ColumnsRequestTests {
    private static let xml = """
        <?xml version="1.0"?>
        <browse result="1"><office name="Voorbeeld">NLA001</office><code>100</code>
          <name>Klanttransacties</name><columns code="100">
            <column id="1"><field>fin.trs.head.yearperiod</field><label>Periode</label>
              <visible>true</visible><ask>true</ask><operator>between</operator>
              <from>$DEFAULT$</from><to>$DEFAULT$</to><finderparam></finderparam></column>
            <column id="2"><field>fin.trs.head.code</field><label>Dagboek &amp; "code"</label>
              <visible>true</visible><ask>true</ask><operator>equal</operator><from></from>
              <to></to><finderparam>hidden=1</finderparam></column>
            <column id="3"><field>fin.trs.head.date</field><label>Datum</label>
              <visible>true</visible><ask>false</ask><operator>none</operator></column>
            <column id="4"><field>fin.trs.line.dim2name</field><operator>like</operator></column>
            <column id="5"><field>fin.trs.line.x</field><operator>sounds</operator></column>
            <column id="6"><field>fin.trs.line.y</field></column>
          </columns></browse>
        """

    private static func definition() throws -> BrowseDefinition {
        guard
            case .found(let found) = try read(xml, with: BrowseDefinitionReader(code: "100")).get()
        else { throw RecordFault("refused") }
        return found
    }

    @Test("A definition gives its fields with their operators")
    func definitionIsRead() throws {
        let definition = try Self.definition()
        #expect(definition.code == "100")
        let filters = definition.columns.map(\.filter)
        #expect(filters == [.between, .equal, .some(.none), .like, nil, .some(.none)])
        let column = try #require(definition.column("fin.trs.head.code"))
        #expect(column.isAsked && column.finderParameter == "hidden=1")
        #expect(column.label == "Dagboek & \"code\"")
        #expect(definition.column("fin.trs.head.office") == nil)
    }

    @Test(
        "A refused definition says why, and one of another browse is a fault",
        arguments: [
            "<browse result=\"0\" msgtype=\"error\" msg=\"Geen rechten\"/>",
            "<browse><office result=\"0\" msg=\"Geen rechten\">X</office></browse>",
        ])
    func refused(xml: String) throws {
        let answer = try read(xml, with: BrowseDefinitionReader(code: "100")).get()
        guard case .refused(let messages) = answer else {
            Issue.record("found")
            return
        }
        #expect(messages.map(\.text) == ["Geen rechten"])
        for other in [
            "<browse result=\"1\"><code>100</code></browse>", "<list/>",
            "<browse><code>200</code><columns><column><field>x</field></column></columns></browse>",
        ] { #expect(failure(of: read(other, with: BrowseDefinitionReader(code: "100"))) != nil) }
    }

    @Test("Only fields and operators of the definition are asked; what is not there is told")
    func request() throws {
        let wanted = [
            "fin.trs.head.code", "fin.trs.head.date", "fin.trs.line.openvaluesigned",
            "fin.trs.head.date",
        ]
        let filters: [ColumnsRequest.Filter] = [
            .init("fin.trs.head.office", equal: "NLA001"),
            .init("fin.trs.head.yearperiod", from: "2026/01", to: "2026/12"),
            .init("fin.trs.head.code", equal: "A&B"),
            .init("fin.trs.head.code", equal: "second"),
            .init("fin.trs.head.date", from: "20260101", to: "20261231"),
            .init("fin.trs.line.dim2name", equal: "x"), .init("fin.trs.line.x", equal: "x"),
        ]
        let request = try ColumnsRequest(
            definition: Self.definition(), fields: wanted, filters: filters)
        #expect(request.fields == ["fin.trs.head.code", "fin.trs.head.date"])
        #expect(request.missingFields == ["fin.trs.line.openvaluesigned"])
        #expect(
            request.unusedFilters == [filters[0], filters[3], filters[4], filters[5], filters[6]])
        let text = String(decoding: request.document.bytes, as: UTF8.self)
        let label = "Dagboek &amp; &quot;code&quot;"
        #expect(
            text == "<columns code=\"100\"><column><field>fin.trs.head.code</field>"
                + "<label>\(label)</label><visible>true</visible><ask>true</ask>"
                + "<operator>equal</operator><from>A&amp;B</from><to></to>"
                + "<finderparam>hidden=1</finderparam></column>"
                + "<column><field>fin.trs.head.date</field><label>Datum</label>"
                + "<visible>true</visible></column>"
                + "<column><field>fin.trs.head.yearperiod</field><label>Periode</label>"
                + "<visible>false</visible><ask>true</ask><operator>between</operator>"
                + "<from>2026/01</from><to>2026/12</to><finderparam></finderparam></column>"
                + "</columns>")
        #expect(request.document.isQuery)
    }

    @Test("One value fits an operator between, a range does not fit equal")
    func operators() throws {
        let request = try ColumnsRequest(
            definition: Self.definition(), fields: [],
            filters: [
                .init("fin.trs.head.yearperiod", equal: "2026/11"),
                .init("fin.trs.head.code", from: "A", to: "B"),
            ])
        #expect(request.unusedFilters.map(\.field) == ["fin.trs.head.code"])
        let texts = TextsOfElements.read(String(decoding: request.document.bytes, as: UTF8.self))
        #expect(texts["from"] == ["2026/11"] && texts["to"] == ["2026/11"])
    }

    @Test("A value that cannot be sent is refused")
    func badValue() throws {
        for value in ["", "a\u{1}", String(repeating: "x", count: 201)] {
            #expect(throws: RequestFault.self) {
                try ColumnsRequest(
                    definition: Self.definition(), fields: [],
                    filters: [.init("fin.trs.head.code", equal: value)])
            }
        }
    }
}
