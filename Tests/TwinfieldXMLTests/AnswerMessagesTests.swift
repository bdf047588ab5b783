import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("Twinfield's own messages")
struct AnswerMessagesTests {
    @Test(
        "A refusal quotes what Twinfield says, in its language",
        arguments: [
            (
                "<browse result=\"0\" msg=\"U hebt geen toegang tot deze administratie.\"/>",
                ["U hebt geen toegang tot deze administratie."]
            ),
            (
                "<browse msgtype=\"error\" msg=\"Veld bestaat niet.\"><th/></browse>",
                ["Veld bestaat niet."]
            ),
            (
                "<browse result=\"0\"><columns><column result=\"0\" msgtype=\"error\" "
                    + "msg=\"De periode &quot;2026/13&quot; bestaat niet.\"/><column "
                    + "msgtype=\"error\" msg=\"Ongeldige operator.\"/></columns></browse>",
                ["De periode \"2026/13\" bestaat niet.", "Ongeldige operator."]
            ),
            (
                "<transaction msgtype=\"error\" msg=\"De boeking is niet in balans.//Fout\" "
                    + "result=\"0\"/>", ["De boeking is niet in balans.//Fout"]
            ),
            ("<browse result=\"0\"/>", ["without saying why"]),
        ])
    func refusal(xml: String, expected: [String]) throws {
        let fault = try #require(failure(of: readBrowse(xml)))
        #expect(fault.message.hasPrefix("Twinfield refused the request"))
        for text in expected { #expect(fault.message.contains(text)) }
        #expect(fault.line == 1)
    }

    @Test("A refusal after good rows refuses the whole answer")
    func lateRefusal() throws {
        let text = BrowseAnswer().xml.split(separator: "\n</browse>").joined()
        let result = readBrowse(
            text + "\n<error msgtype=\"error\" msg=\"De administratie bestaat niet.\"/></browse>")
        #expect(failure(of: result)?.message.contains("De administratie bestaat niet.") == true)
        #expect(failure(of: result)?.line == 3)
    }

    @Test("A warning is kept beside the rows")
    func warning() throws {
        var answer = BrowseAnswer()
        answer.root = "result=\"1\" msgtype=\"warning\" msg=\"Selectie is beperkt.\""
        let table = try readBrowse(answer.xml).get()
        #expect(table.rows.count == 1)
        #expect(table.warnings == ["Twinfield warns: \"Selectie is beperkt.\""])
    }

    @Test("A thousand messages make a bounded sentence")
    func manyMessages() throws {
        let messages = (0..<1000).map { "<a msgtype=\"error\" msg=\"Fout \($0)\"/>" }.joined()
        let fault = try #require(failure(of: readBrowse("<browse>\(messages)</browse>")))
        #expect(fault.message.contains("Fout 0"))
        #expect(fault.message.utf8.count < 2000)
    }
}
