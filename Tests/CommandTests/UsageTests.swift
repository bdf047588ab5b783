import ProgramSupport
import Testing

@Suite("Wrong usage, and help")
struct UsageTests {
    private static let files = ["--payments", "payments.json", "--open-items", "items.json"]

    private static let wrong: [([String], String)] = [
        (["nonsense"], "nonsense"), (["dry-run", "--nonsense"], "--nonsense"),
        (["rules", "check", "--nonsense"], "--nonsense"), (["init", "a", "b"], "b"),
        (["dry-run"], "--payments FILE --open-items FILE"),
        (["dry-run", "--payments", "payments.json"], "give both"),
        (["dry-run", "--open-items", "items.json"], "give both"),
        (["dry-run", "--payments", "-", "--open-items", "-"], "only one of the files"),
        (["dry-run", "--customers", "-", "--payments", "-", "--open-items", "x"], "only one"),
        (["dry-run"] + files + ["--format", "csv"], "csv"),
        (["dry-run"] + files + ["--as-of", "yesterday"], "2026-11-20T09:30:00Z"),
        (["dry-run"] + files + ["--as-of", "2026-02-30"], "neither a day nor a moment"),
        (["dry-run"] + files + ["--split", "2"], "--split needs --output"),
        (["dry-run"] + files + ["--output", "m.xml", "--split", "0"], "1 to 10000"),
        (["dry-run"] + files + ["--output", "m.xml", "--split", "two"], "two"),
        (["dry-run"] + files + ["--output", "payments.json"], "would be overwritten"),
        (["dry-run"] + files + ["--decisions", "./rules/../items.json"], "would be overwritten"),
        (["dry-run"] + files + ["--output", "m", "--decisions", "./m"], "the same file"),
        (["dry-run"] + files + ["--output", "-"], "names no file to write"),
        (["dry-run"] + files + ["--rules", "nowhere"], "ccvmap init DIR"),
        (["dry-run"] + files + ["--rules", "templates"], "CM0202"),
        (["rules", "check", "nowhere"], "ccvmap init DIR"),
    ]

    @Test("Wrong usage is exit 2, says why on stderr, and does nothing", arguments: wrong)
    func refused(_ arguments: [String], _ words: String) throws {
        let place = try Workplace()
        let before = place.contents
        let run = try place.run(arguments)
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(place.contents == before)
    }

    @Test(
        "Help is exit 0, stands on stdout and shows an example",
        arguments: [
            (["--help"], "ccvmap init books"),
            (["dry-run", "--help"], "ccvmap dry-run --payments"),
            (["rules", "--help"], "check"),
            (["rules", "check", "--help"], "ccvmap rules check rules"),
            (["init", "--help"], "ccvmap init books"), (["help", "dry-run"], "Exit codes:"),
            (["--version"], "ccvmap 0."),
        ])
    func help(_ arguments: [String], _ words: String) throws {
        let run = try Workplace().run(arguments)
        #expect(run.code == 0)
        #expect(run.text.contains(words))
        #expect(run.errors.isEmpty)
    }

    @Test("A file can come from stdin")
    func standardInput() throws {
        let place = try Workplace()
        let payments = try place.run(
            ["dry-run", "--payments", "-", "--open-items", "items.json", "--as-of", "2026-11-20"],
            input: Workplace.payment("P1", order: "WEB-1"))
        #expect(payments.text.contains("P1 betaling"))
        let items = try place.run(
            [
                "dry-run", "--payments", "payments.json", "--open-items", "-", "--as-of",
                "2026-11-20",
            ],
            input: Workplace.sale(1, invoice: "WEB-1"))
        #expect(items.text == payments.text)
        let cutOff = try place.run(
            ["dry-run", "--payments", "-", "--open-items", "items.json"], input: "[{\"ref")
        #expect(cutOff.code == 1)
        #expect(cutOff.errors.contains("stdin:1"))
    }

    @Test(
        "Deciding happens at a day of the rules' zone, or at a moment",
        arguments: [
            ("2026-11-23", "wait", "2026-11-22T23:00:00Z"),
            ("2026-11-24", "error", "2026-11-23T23:00:00Z"),
            ("2026-11-23T22:59:59Z", "wait", "2026-11-23T22:59:59Z"),
            ("2026-11-24T00:00:00+01:00", "error", "2026-11-23T23:00:00Z"),
        ])
    func asOf(_ moment: String, _ outcome: String, _ stored: String) throws {
        let place = try Workplace()
        try place.write("items.json", "[]")
        let run = try place.run(
            ["dry-run"] + Self.files + ["--format", "json", "--as-of", moment])
        #expect(run.text.contains(#""outcome":"\#(outcome)""#))
        #expect(run.text.contains(#""as_of":"\#(stored)""#))
        #expect(run.code == (outcome == "error" ? 3 : 0))
    }

    @Test(
        "Exit 3 means that a payment needs a person; waiting and skipping do not",
        arguments: [
            ("success", "WEB-1", 0), ("success", "WEB-2", 0), ("pending", "WEB-1", 0),
            ("failed", "WEB-1", 0), ("manualintervention", "WEB-1", 3), ("strange", "WEB-1", 3),
        ] as [(String, String, Int32)])
    func needsPerson(_ status: String, _ order: String, _ code: Int32) throws {
        let place = try Workplace()
        try place.write("payments.json", Workplace.payment("P1", order: order, status: status))
        #expect(try place.dryRun().code == code)
    }
}
