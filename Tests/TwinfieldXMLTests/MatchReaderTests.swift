import DomainModel
import Testing
import TwinfieldXML

@Suite("Reconciling: matched, refused, or not understood")
struct MatchReaderTests {
    /// A set as Twinfield answers it; names and numbers are invented.
    private struct SetDocument {
        var result = "result=\"1\""
        var lines = [
            "result=\"1\"><transcode name=\"Verkoop\">VRK</transcode>"
                + "<transnumber>202600017</transnumber><transline>1</transline>"
                + "<origin>invoice</origin><status>final</status><dim1>1300</dim1>"
                + "<dim2>D0001234</dim2><basevalueopen>221.00</basevalueopen><repvalueopen/>"
                + "<valueopen>221.00</valueopen><matchvalue>119.00</matchvalue>",
            "result=\"1\"><transcode name=\"Memoriaal\">MEMO</transcode>"
                + "<transnumber>202600042</transnumber><transline>2</transline>"
                + "<status>temporary</status><valueopen>-119.00</valueopen>"
                + "<matchvalue>-119.00</matchvalue>",
        ]
        var dimensions = "<dimension level=\"2\" matchnumber=\"3\">D0001234</dimension>"
        var value = "<value>0.00</value>"

        var xml: String {
            "<set \(result)><matchcode name=\"Debiteuren\">170</matchcode><office>NLA001</office>"
                + "<matchdate>20261105</matchdate><lines>"
                + lines.map { "<line \($0)</line>" }.joined()
                + "</lines><dimensions>\(dimensions)</dimensions>\(value)</set>"
        }
    }

    private static func answers(_ xml: String) throws -> [String] {
        try read(xml, with: MatchReader(currency: .eur)).get().each.map {
            switch $0 {
            case .matched: "matched"
            case .refused: "refused"
            case .notUnderstood: "not understood"
            }
        }
    }

    private static let refused = SetDocument(
        result: "result=\"0\"",
        lines: [
            "msgtype=\"error\" msg=\"De regel bestaat niet.\" result=\"0\">"
                + "<transcode>VRK</transcode>", SetDocument().lines[1],
        ],
        dimensions: "<dimension level=\"2\">D0001234</dimension>", value: "<value>-1.40</value>")

    @Test(
        "A set is read alone, in <match> and in <sets>, with or without a result around it",
        arguments: ["match result=\"1\"", "match", "sets", "sets result=\"0\""])
    func matched(root: String) throws {
        let name = root.prefix { $0 != " " }
        let xml = "<?xml version=\"1.0\"?>\n<\(root)>\(SetDocument().xml)</\(name)>"
        guard case .matched(let set) = try read(xml, with: MatchReader(currency: .eur)).get().only
        else {
            Issue.record("not matched")
            return
        }
        #expect(set.matchNumber == "3" && set.customer == "D0001234")
        #expect(set.lines.map(\.code) == ["VRK", "MEMO"])
        #expect(set.lines.map(\.number) == ["202600017", "202600042"])
        #expect(set.lines.map(\.line) == [1, 2])
        #expect(set.lines.map(\.openBefore) == [22_100, -11_900])
        #expect(set.lines.map(\.matched) == [11_900, -11_900])
        #expect(set.lines.map(\.status) == [.final, .provisional])
    }

    @Test("Each set has its own fate, and a good line in a refused set is not matched")
    func independent() throws {
        let xml = "<sets>\(SetDocument().xml)\(Self.refused.xml)</sets>"
        #expect(try Self.answers(xml) == ["matched", "refused"])
        let alone = try read(
            "<match result=\"0\">\(Self.refused.xml)</match>",
            with: MatchReader(currency: .eur)
        ).get()
        let expected = TwinfieldMessage(
            "De regel bestaat niet.", path: "set/lines/line", line: 1)
        #expect(alone.only == .refused([expected]))
    }

    @Test("A set without every mark of success is not matched")
    func everyMark() throws {
        var table: [(SetDocument, String)] = []
        func add(_ expected: String, _ change: (inout SetDocument) -> Void) {
            var document = SetDocument()
            change(&document)
            table.append((document, expected))
        }
        add("not understood") { $0.result = "" }
        add("not understood") { $0.result = "result=\"2\"" }
        add("not understood") { $0.dimensions = "<dimension level=\"2\">D1</dimension>" }
        add("not understood") { $0.dimensions = "<dimension matchnumber=\"\">D1</dimension>" }
        add("not understood") { $0.dimensions = "<dimension matchnumber=\"x\">D1</dimension>" }
        add("not understood") { $0.dimensions += $0.dimensions }
        add("not understood") { $0.value = "<value>0.01</value>" }
        add("not understood") { $0.value = "<value/>" }
        add("not understood") { $0.value = "" }
        add("not understood") { $0.value += "<value>1.00</value>" }
        add("not understood") { $0.lines[0] = "result=\"0\">" }
        add("not understood") { $0.result = "result=\"0\"" }
        add("refused") {
            $0.result = "result=\"0\""
            $0.dimensions = ""
        }
        for (document, expected) in table {
            #expect(try Self.answers("<match>\(document.xml)</match>") == [expected])
        }
    }

    @Test(
        "Answers without sets",
        arguments: [
            ("<match result=\"0\" msgtype=\"error\" msg=\"Geen toegang\"/>", "refused"),
            ("<match/>", "not understood"), ("<match result=\"1\"/>", "not understood"),
            ("<transaction result=\"0\" msg=\"x\"/>", "not understood"),
        ])
    func noSets(xml: String, expected: String) throws {
        #expect(try Self.answers(xml) == [expected])
    }

    @Test("Two sets are no answer to a request with one")
    func only() throws {
        let xml = "<match>\(SetDocument().xml)\(SetDocument().xml)</match>"
        let answers = try read(xml, with: MatchReader(currency: .eur)).get()
        guard case .notUnderstood = answers.only else {
            Issue.record("understood")
            return
        }
    }
}
