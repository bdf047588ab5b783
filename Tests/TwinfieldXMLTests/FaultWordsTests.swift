import DomainModel
import Testing
import TwinfieldXML

@Suite("XML: the words and the places of refusals")
struct FaultWordsTests {
    /// What a terminal would obey, in bytes that XML can carry.
    private static let escape = "\u{9B}31m\u{85}\u{202E}"

    @Test(
        "No refusal passes on what a terminal would obey",
        arguments: [
            "\u{1B}[31mPK\u{3}", "\(escape)<browse/>", "<\u{202E}browse></browse>",
            "<browse><a\(escape)></a></browse>",
            "<browse result=\"0\" msg=\"Geen&#10;toegang \(escape)\"/>",
            "<browse total=\"1\(escape)\"/>", "<browse>&a\(escape);</browse>",
            BrowseAnswer().with("fin.trs.line.openvaluesigned", "1 \(escape)").xml,
            BrowseAnswer(
                rows: [["key/number": "17\(escape)", "fin.trs.line.openvaluesigned": "x"]]
            ).xml,
        ])
    func wordsAreHarmless(xml: String) throws {
        let fault = try #require(failure(of: readBrowse(xml)))
        #expect(isHarmless(fault.message + fault.help), "\(fault)")
    }

    @Test("No warning passes on what a terminal would obey")
    func warningsAreHarmless() throws {
        let other = BrowseAnswer(rows: [["key/office": "NLA\(Self.escape)"]])
        let told = "<browse msgtype=\"warning\" msg=\"a\(Self.escape)\"/>"
        for xml in [other.xml, told] {
            let warnings = try readBrowse(xml).get().warnings
            #expect(!warnings.isEmpty)
            #expect(warnings.allSatisfy(isHarmless), "\(warnings)")
        }
    }

    @Test("A name and a text without end are cut in messages")
    func messagesAreShort() throws {
        let long = String(repeating: "x", count: 30_000)
        let answer = BrowseAnswer(rows: [["key/number": long, "fin.trs.head.date": long]])
        for xml in ["<\(long)/>", answer.xml, "<browse><a \(long)=\"1\" \(long)=\"2\"/></browse>"] {
            let fault = try #require(failure(of: readBrowse(xml)))
            #expect(fault.message.utf8.count < 500, "\(fault.message.prefix(80))")
        }
    }

    @Test(
        "Every refusal has a line",
        arguments: [
            "", " \n ", "<browse>", "<", "no XML", "<browse total=\"2\"/>",
            "<browse total=\"0\"><tr></tr></browse>", "<browse result=\"0\"/>", "<html/>",
            "<!doctype html>", "<!DOCTYPE browse><browse/>", "<dimension/>",
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><browse>\u{661}\u{e9}</browse>",
        ], [1, 100_000])
    func refusalsHaveALine(xml: String, pieces: Int) throws {
        let fault = try #require(failure(of: readBrowse(xml, pieces: pieces)))
        #expect((fault.line ?? 0) >= 1, "\(fault)")
    }

    @Test(
        "A refusal is the same however the file is cut",
        arguments: [
            "dit is geen XML maar een lange regel tekst", " \n <!doctype html><html></html>",
            "<div><html>Sign in</html>", "<?xml version=\"1.0", "\u{0}<browse/>",
            "<!-- x --><!DOCTYPE browse [<!ENTITY a \"b\">]><browse/>",
            "<browse>\n<tr>\n<td field=\"fin.trs.line.dim2\">D\n</td>\n<td",
        ])
    func refusalsAreTheSame(xml: String) throws {
        let whole = try #require(failure(of: readBrowse(xml, pieces: 100_000)))
        for size in [1, 2, 3, 7, 19] {
            #expect(failure(of: readBrowse(xml, pieces: size)) == whole)
        }
    }

    private func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
                && !(0x2028...0x202E).contains(scalar.value)
        }
    }
}
