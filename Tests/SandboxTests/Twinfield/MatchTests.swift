import BooksModel
import Testing

@testable import Sandbox

@Suite("A match")
struct MatchTests {
    private static func line(
        _ code: String, _ number: String, _ line: Int, _ more: String = ""
    ) -> String {
        "<line><transcode>\(code)</transcode><transnumber>\(number)</transnumber>"
            + "<transline>\(line)</transline>\(more)</line>"
    }

    private static func set(_ lines: String...) -> String {
        "<set><matchcode>170</matchcode><office>NLA001</office><matchdate>20261105</matchdate>"
            + "<lines>\(lines.joined())</lines></set>"
    }

    /// A double with one sale and one payment of 121.00.
    private static func shop(
        _ mood: TwinfieldMood = TwinfieldMood(), paid: String = "121.00"
    ) -> (TwinfieldDouble, sale: String, memo: String) {
        var twinfield = TwinfieldDouble(mood: mood)
        let sale = twinfield.sell("F1")
        let memo = twinfield.pay(amount: paid)
        return (twinfield, sale, memo)
    }

    @Test("comes back as recorded: open amounts of before, values of both lines, a number")
    func success() {
        var (twinfield, sale, memo) = Self.shop()
        let answer = twinfield.document(
            "<match>\(Self.set(Self.line("VRK", sale, 1), Self.line("MEMO", memo, 2)))</match>")
        #expect(answer.name == "match" && answer["result"] == "1")
        let set = answer.child("set")
        #expect(set?["result"] == "1")
        #expect(
            set?.names == ["matchcode", "office", "matchdate", "lines", "dimensions", "value"])
        #expect(set?.child("matchcode")?["name"] == "Debiteuren afletteren")
        let lines = set?.child("lines")?.children ?? []
        #expect(
            lines[0].names == [
                "transcode", "transnumber", "transline", "origin", "status", "dim1", "dim2",
                "matchlevel", "basevalueopen", "repvalueopen", "valueopen", "matchvalue",
                "matchvaluerep", "matchvaluecur",
            ])
        #expect(lines.map { $0.value("valueopen") } == ["121.00", "-121.00"])
        #expect(lines.map { $0.value("matchvalue") } == ["121.00", "-121.00"])
        #expect(lines.map { $0.value("status") } == ["final", "temporary"])
        let dimension = set?.at("dimensions/dimension")
        #expect(dimension?["matchnumber"] == "1" && dimension?["level"] == "2")
        #expect(dimension?.text == "1000" && set?.value("value") == "0.00")
    }

    @Test("in part leaves the rest of the invoice open, and counts on")
    func partial() {
        var (twinfield, sale, memo) = Self.shop(paid: "100.00")
        let value = "<matchvalue>100.00</matchvalue>"
        let document = Self.set(Self.line("VRK", sale, 1, value), Self.line("MEMO", memo, 2))
        let answer = twinfield.document("<match>\(document)</match>")
        #expect(answer["result"] == "1")
        let rest = twinfield.pay(amount: "21.00")
        let second = Self.set(Self.line("VRK", sale, 1), Self.line("MEMO", rest, 2))
        let next = twinfield.document("<match>\(second)</match>")
        #expect(next.at("set/dimensions/dimension")?["matchnumber"] == "2")
        let browse = twinfield.document(
            "<columns code=\"100\"><column><field>fin.trs.line.matchnumber</field></column>"
                + "<column><field>fin.trs.line.openvaluesigned</field></column></columns>")
        let rows = browse.children.filter { $0.name == "tr" }.map { $0.children.map(\.text) }
        #expect(
            rows.map { Array($0.prefix(2)) } == [["1, 2", "0.00"], ["1", "0.00"], ["2", "0.00"]])
    }

    @Test("of a line that cannot be matched has no dimensions and no value, as recorded")
    func notAvailable() {
        var (twinfield, sale, memo) = Self.shop()
        let answer = twinfield.document(
            "<match>\(Self.set(Self.line("VRK", sale, 2), Self.line("MEMO", memo, 2)))</match>")
        let set = answer.child("set")
        #expect(answer["result"] == "0" && set?["result"] == "0")
        #expect(set?.child("lines")?["result"] == "0")
        #expect(set?.child("dimensions") == nil && set?.child("value") == nil)
        let line = set?.child("lines")?.children[0]
        #expect(line?["msg"] == "Boeking VRK \(sale) regel 2 is niet beschikbaar voor afletteren.")
        #expect(line?["msgtype"] == "error" && line?["result"] == "0")
    }

    @Test("is for each set by itself; a line of a refused one may say that it was good")
    func sets() {
        var (twinfield, sale, memo) = Self.shop()
        let other = twinfield.pay(amount: "1.40")
        let good = Self.set(Self.line("VRK", sale, 1), Self.line("MEMO", memo, 2))
        let bad = Self.set(Self.line("VRK", "201700100", 1), Self.line("MEMO", other, 2))
        let answer = twinfield.document("<match>\(good)\(bad)</match>")
        #expect(answer["result"] == "0")
        #expect(answer.children.map { $0["result"] } == ["1", "0"])
        let lines = answer.children[1].child("lines")?.children ?? []
        #expect(lines[0]["msg"] == "De regel bestaat niet.")
        #expect(lines[0].names == ["transcode", "transnumber", "transline"])
        #expect(lines[1]["result"] == "1")
        let dimension = answer.children[1].at("dimensions/dimension")
        #expect(dimension?.text == "1000" && dimension?["matchnumber"] == nil)
        #expect(answer.children[1].value("value") == "-1.40")
    }

    @Test(
        "has one of three roots",
        arguments: [
            (TwinfieldMood.MatchRoot.match, "match", "1"), (.sets, "sets", "1"),
            (.setsWithoutResult, "sets", nil),
        ] as [(TwinfieldMood.MatchRoot, String, String?)])
    func roots(root: TwinfieldMood.MatchRoot, name: String, result: String?) {
        var mood = TwinfieldMood()
        mood.matchRoot = root
        var (twinfield, sale, memo) = Self.shop(mood)
        let answer = twinfield.document(
            "<match>\(Self.set(Self.line("VRK", sale, 1), Self.line("MEMO", memo, 2)))</match>")
        #expect(answer.name == name && answer["result"] == result)
        #expect(answer.child("set")?["result"] == "1")
    }

    @Test("that leaves a rest is refused; with a write-off of the rest it is not (a guess)")
    func writeOff() {
        var (twinfield, sale, memo) = Self.shop(paid: "119.00")
        let plain = Self.set(Self.line("VRK", sale, 1), Self.line("MEMO", memo, 2))
        let refused = twinfield.document("<match>\(plain)</match>").child("set")
        #expect(refused?["result"] == "0" && refused?["msgtype"] == "error")
        #expect(refused?.value("value") == "2.00")
        let writeOff = "<writeoff type=\"discount\">2.00</writeoff>"
        let document = Self.set(Self.line("VRK", sale, 1, writeOff), Self.line("MEMO", memo, 2))
        let answer = twinfield.document("<match>\(document)</match>").child("set")
        #expect(answer?["result"] == "1" && answer?.value("value") == "0.00")
        let line = answer?.child("lines")?.children.first
        #expect(line?.child("writeoff")?["type"] == "discount")
    }

    private static func undo(
        _ twinfield: inout TwinfieldDouble, _ number: Int, dimension: String = "1000",
        type: String = "DEB"
    ) -> XMLNode? {
        let answer = twinfield.soap(
            "UndoMatch",
            "<office>NLA001</office><dimensionType>\(type)</dimensionType>"
                + "<dimension>\(dimension)</dimension><matchNumber>\(number)</matchNumber>",
            path: "/webservices/matching.asmx")
        return XMLTree.read(answer.body)?.at("Body/UndoMatchResponse/UndoMatchResult")
    }

    @Test("can be undone when all its entries are final; no message means undone (a guess)")
    func undone() {
        var twinfield = TwinfieldDouble()
        let sale = twinfield.sell("F1")
        let document = TwinfieldDouble.memo(attributes: "destiny=\"final\"")
        let memo = twinfield.document(document).at("header/number")?.text ?? ""
        let set = Self.set(Self.line("VRK", sale, 1), Self.line("MEMO", memo, 2))
        #expect(twinfield.document("<match>\(set)</match>")["result"] == "1")
        #expect(Self.undo(&twinfield, 1)?.children.isEmpty == true)
        #expect(Self.undo(&twinfield, 1)?.children.first?.value("Code") == "MatchNotFound")
        #expect(twinfield.document("<match>\(set)</match>")["result"] == "1")
    }

    @Test("that cannot be undone says why, in a code of the WSDL")
    func notUndone() {
        var (twinfield, sale, memo) = Self.shop()
        let set = Self.set(Self.line("VRK", sale, 1), Self.line("MEMO", memo, 2))
        _ = twinfield.document("<match>\(set)</match>")
        let provisional = Self.undo(&twinfield, 1)?.children.first
        #expect(provisional?.names == ["Type", "Text", "Code", "Parameters"])
        #expect(provisional?.value("Code") == "MatchingTransactionsCouldNotBeDeleted")
        let unknown = Self.undo(&twinfield, 1, dimension: "7777")?.children.first
        #expect(unknown?.value("Code") == "DimensionNotFoundByType")
        let type = Self.undo(&twinfield, 1, type: "CRD")?.children.first
        #expect(type?.value("Code") == "DimensionNotFoundByType")
    }
}
