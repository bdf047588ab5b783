import Foundation
import ProgramSupport
import Testing

@Suite("dry-run: what it writes")
struct OutputTests {
    @Test("The entries go to stdout, the summary to stderr")
    func standardOutput() throws {
        let run = try Workplace().dryRun()
        #expect(run.code == 0)
        #expect(run.text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?><transactions>"))
        #expect(run.text.hasSuffix("</transactions>\n"))
        #expect(run.text.contains("<description>P1 betaling</description>"))
        #expect(run.errors.contains("dry run: nothing was sent"))
        #expect(run.errors.contains("book"))
        #expect(run.errors.contains("forwarded before"))
    }

    @Test("Each format stands on stdout, and --output is always XML")
    func formats() throws {
        let place = try Workplace()
        let json = try place.dryRun("--format", "json", "--output", "memos.xml")
        #expect(json.text.hasPrefix(#"{"reference":"P1","#))
        let table = try place.dryRun("--format", "table")
        #expect(table.text.hasPrefix("reference "))
        #expect(table.text.split(separator: "\n").count == 2)
        let xml = try place.dryRun("--format", "xml", "--output", "again.xml")
        #expect(xml.output.isEmpty)
        #expect(place.read("memos.xml")?.contains("<transactions>") == true)
        #expect(place.read("memos.xml") == place.read("again.xml"))
        #expect([json, table, xml].allSatisfy { $0.code == 0 })
    }

    @Test("The decisions are an object a payment, in order of the input")
    func decisions() throws {
        let place = try Workplace()
        try place.write(
            "payments.json",
            "[" + Workplace.payment("P2", order: "WEB-2") + ","
                + Workplace.payment("P1", order: "WEB-1") + "]")
        let run = try place.dryRun("--decisions", "decisions.json")
        #expect(run.code == 0)
        let lines = try #require(place.read("decisions.json")).split(separator: "\n")
        let objects = try lines.map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(objects.compactMap { $0["reference"] as? String } == ["P2", "P1"])
        #expect(objects.compactMap { $0["outcome"] as? String } == ["wait", "book"])
        #expect(
            objects.allSatisfy { ($0["revision"] as? String)?.hasPrefix("sha256:") == true })
    }

    @Test("--split numbers the files, each a document of its own")
    func split() throws {
        let place = try Workplace()
        let numbers = 1...5
        try place.write(
            "payments.json",
            numbers.map { Workplace.payment("P\($0)", order: "WEB-\($0)") }.joined(separator: "\n"))
        try place.write(
            "items.json",
            numbers.map { Workplace.sale($0, invoice: "WEB-\($0)") }.joined(separator: "\n"))
        let run = try place.dryRun("--output", "out/memos.xml", "--split", "2")
        #expect(run.code == 1)
        try place.write("out/keep", "")
        #expect(try place.dryRun("--output", "out/memos.xml", "--split", "2").code == 0)
        #expect(
            place.contents.filter { $0.hasPrefix("out/m") }.sorted() == [
                "out/memos-0001.xml", "out/memos-0002.xml", "out/memos-0003.xml",
            ])
        let counts = try (1...3).map { number in
            try #require(place.read("out/memos-000\(number).xml")).ranges(of: "<transaction ").count
        }
        #expect(counts == [2, 2, 1])
    }

    @Test(
        "An output that cannot be written leaves nothing behind",
        arguments: [
            ["--output", "nowhere/memos.xml"], ["--output", "rules"],
            ["--output", "memos.xml", "--decisions", "nowhere/decisions.json"],
            ["--output", "memos.xml", "--decisions", "templates"],
        ])
    func unwritable(_ arguments: [String]) throws {
        let place = try Workplace()
        try place.write("memos.xml", "old")
        let before = place.contents
        let run = try place.run(
            ["dry-run", "--payments", "payments.json", "--open-items", "items.json"] + arguments)
        #expect(run.code == 1)
        #expect(run.errors.contains(arguments[arguments.count - 1]))
        #expect(place.contents == before)
        #expect(place.read("memos.xml") == "old")
    }

    @Test(
        "A full stdout is a failure, and no file appears", arguments: ["xml", "json", "table"])
    func fullDevice(_ format: String) throws {
        let place = try Workplace()
        let before = place.contents
        var arguments = ["dry-run", "--payments", "payments.json", "--open-items", "items.json"]
        arguments += ["--format", format]
        arguments += format == "xml" ? ["--decisions", "d.json"] : ["--output", "memos.xml"]
        let run = try place.run(arguments, device: "/dev/full")
        #expect(run.code == 1)
        #expect(run.errors.contains("stdout: cannot be written"))
        #expect(place.contents == before)
    }

    @Test("An output through a link changes the file, not the link")
    func link() throws {
        let place = try Workplace()
        try place.write("real/memos.xml", "old")
        try FileManager.default.createSymbolicLink(
            atPath: place.folder.appending(path: "link.xml").path,
            withDestinationPath: "real/memos.xml")
        #expect(try place.dryRun("--output", "link.xml").code == 0)
        #expect(place.read("real/memos.xml")?.contains("<transactions>") == true)
        let target = try FileManager.default.destinationOfSymbolicLink(
            atPath: place.folder.appending(path: "link.xml").path)
        #expect(target == "real/memos.xml")
    }

    @Test("A pipe as output is written to, not replaced")
    func pipe() throws {
        let place = try Workplace()
        let path = place.folder.appending(path: "pipe").path
        try #require(mkfifo(path, 0o600) == 0)
        // Both ends are open here, so that neither side waits for the other.
        let descriptor = open(path, O_RDWR)
        defer { close(descriptor) }
        #expect(try place.dryRun("--output", "pipe").code == 0)
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        #expect(
            String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).contains("P1 betaling"))
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test("Broken rules leave the outputs as they are")
    func brokenRules() throws {
        let place = try Workplace()
        try place.write("memos.xml", "old")
        try place.edit("rules/ccv-twinfield.yaml", "office:", "ofice:")
        let before = place.contents
        let run = try place.dryRun("--output", "memos.xml", "--decisions", "decisions.json")
        #expect(run.code == 2)
        #expect(run.errors.contains("rules/ccv-twinfield.yaml:10:1: error[CM0202]"))
        #expect(run.errors.contains("nothing was decided"))
        #expect(run.output.isEmpty)
        #expect(place.contents == before)
        #expect(place.read("memos.xml") == "old")
    }
}
