import DomainModel
import Testing
import TwinfieldXML

@Suite("Browse 100 straight from Twinfield")
struct BrowseFromServiceTests {
    private static func open(_ answer: BrowseAnswer) -> Result<OpenItemTable, RecordFault> {
        read(answer.xml, with: BrowseReader(office: "NLA001", isFromService: true))
    }

    @Test("A whole answer of the right administration is read, by field or by position")
    func whole() throws {
        var answer = BrowseAnswer(rows: Array(repeating: [:], count: 3))
        #expect(try Self.open(answer).get().rows.count == 3)
        answer.namesFields = false
        #expect(try Self.open(answer).get().rows.count == 3)
    }

    @Test(
        "An answer that is not whole, or does not say so, is a fault",
        arguments: [
            "result=\"1\" first=\"1\" last=\"2\" total=\"3\"",
            "result=\"1\" first=\"1\" last=\"3\" total=\"3\"",
            "result=\"1\" first=\"1\" last=\"2\" total=\"1\"",
            "result=\"1\" first=\"2\" last=\"2\" total=\"2\"", "result=\"1\"",
            "result=\"1\" first=\"1\" last=\"\" total=\"\"", "result=\"1\" total=\"2\"",
            "result=\"1\" last=\"2\"", "result=\"0\" first=\"1\" last=\"2\" total=\"2\"",
        ])
    func notWhole(root: String) {
        let answer = BrowseAnswer(rows: [[:], [:]], root: root)
        #expect(failure(of: Self.open(answer)) != nil)
    }

    @Test(
        "Nothing is empty in every shape that says so",
        arguments: [
            "result=\"1\"", "result=\"1\" first=\"0\" last=\"0\" total=\"0\"",
            "result=\"1\" first=\"\" last=\"\" total=\"\"", "",
        ])
    func empty(root: String) throws {
        for hasHeader in [true, false] {
            let answer = BrowseAnswer(rows: [], root: root, hasHeader: hasHeader)
            #expect(try Self.open(answer).get().rows.isEmpty)
        }
        let some = BrowseAnswer(rows: [], root: "result=\"1\" first=\"1\" last=\"1\" total=\"1\"")
        #expect(failure(of: Self.open(some)) != nil)
    }

    @Test("A row of another administration is a fault, in the key and in the column")
    func otherOffice() throws {
        var answer = BrowseAnswer(rows: [[:], ["key/office": "NLA002"]])
        let fault = try #require(failure(of: Self.open(answer)))
        #expect(fault.message.contains("NLA002") && fault.line == 3)
        answer.rows[1] = [:]
        #expect(failure(of: Self.open(answer.with("fin.trs.head.office", "NLA001"))) == nil)
        #expect(failure(of: Self.open(answer.with("fin.trs.head.office", "NLA002"))) != nil)
        answer.key?["office"] = ""
        #expect(failure(of: Self.open(answer)) != nil)
        #expect(failure(of: Self.open(answer.with("fin.trs.head.office", "NLA001"))) == nil)
    }
}
