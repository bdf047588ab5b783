import ProgramSupport
import Testing

@Suite("dry-run: input that is no good")
struct BadInputTests {
    private static let inputs: [(file: String, bytes: [UInt8]?, words: String)] = [
        ("payments.json", nil, "payments.json: cannot be read: No such file"),
        ("payments.json", [], "payments.json:1: the file is empty (0 bytes)"),
        ("payments.json", Array(#"[{"reference":"P1","amount":1"#.utf8), "payments.json:1:"),
        ("payments.json", Array("{\"reference\":\"P1\"}\n{\"refer".utf8), "payments.json:2:"),
        ("payments.json", Array("<!DOCTYPE html><html><body>".utf8), "HTML"),
        ("payments.json", [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], "UTF-8"),
        ("payments.json", Array(#""no object""#.utf8), "payments.json:1:"),
        ("items.json", nil, "items.json: cannot be read: No such file"),
        ("items.json", [], "items.json:1: the file is empty (0 bytes)"),
        ("items.json", Array(#"{"code":"VRK","num"#.utf8), "items.json:1:"),
        ("items.json", Array("<browse><th></th>".utf8), "items.json:1:"),
        ("items.json", Array("<html><body>maintenance</body></html>".utf8), "items.json:1:"),
        (
            "items.json",
            Array(
                "<!DOCTYPE browse [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><browse>&a;</browse>"
                    .utf8),
            "items.json:1:"
        ),
    ]

    @Test("One error names the file, and nothing is written", arguments: inputs.indices)
    func refused(_ index: Int) throws {
        let (file, bytes, words) = Self.inputs[index]
        let place = try Workplace()
        try place.write("memos.xml", "old")
        if let bytes {
            try place.write(file, bytes)
        } else {
            try place.remove(file)
        }
        let before = place.contents
        let run = try place.dryRun("--output", "memos.xml", "--decisions", "decisions.json")
        #expect(run.code == 1)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("ccvmap: ") } == 1)
        #expect(!run.errors.contains("dry run:"))
        #expect(run.output.isEmpty)
        #expect(place.contents == before)
        #expect(place.read("memos.xml") == "old")
    }

    @Test("The empty set is no error")
    func emptySet() throws {
        let place = try Workplace()
        try place.write("payments.json", "[]")
        try place.write("items.json", "[]")
        let run = try place.dryRun()
        #expect(run.code == 0)
        #expect(run.text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?><transactions/>\n")
    }

    @Test("A bad payment among good ones is an error of its own, and a person is needed")
    func onePayment() throws {
        let place = try Workplace()
        try place.write(
            "payments.json",
            [
                Workplace.payment("P1", order: "WEB-1"),
                Workplace.payment("P2", order: "WEB-2", amount: "1.234"),
                Workplace.payment("P3", order: "WEB-3", amount: "-5.00"),
                Workplace.payment("P4", order: "WEB-4", amount: "99999999999999999999.00"),
            ].joined(separator: "\n"))
        let run = try place.dryRun("--format", "json")
        #expect(run.code == 3)
        let lines = run.text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].contains(#""outcome":"book""#))
        for line in lines.dropFirst() {
            #expect(line.contains(#""outcome":"error""#))
            #expect(line.contains(#""code":"amount_invalid""#))
        }
    }

    @Test("A method without an account names the method and the key to add")
    func methodWithoutAccount() throws {
        let place = try Workplace()
        try place.edit("rules/ccv-twinfield.yaml", "    ideal: \"2101\"\n", "")
        let run = try place.dryRun("--format", "json")
        #expect(run.code == 3)
        #expect(run.text.contains("method_without_account"))
        #expect(run.text.contains("ideal"))
        #expect(run.text.contains("accounts.suspense"))
        #expect(run.errors.contains("warning[CM0403]"))
    }
}
