import Foundation
import ProgramSupport
import Testing

@Suite("rules check, and init")
struct RulesCheckTests {
    @Test(
        "Rules that compile are exit 0, with name, office and revision",
        arguments: [
            "rules", "rules/", "rules/ccv-twinfield.yaml", "./rules",
        ])
    func good(_ path: String) throws {
        let run = try Workplace().run(["rules", "check", path])
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
        #expect(run.text.contains("the rules compile: 0 errors, 0 warnings"))
        #expect(run.text.contains("office    NLA001"))
        #expect(run.text.contains("revision  sha256:"))
    }

    @Test("The folder of the rules is ./rules unless it is named")
    func byDefault() throws {
        let place = try Workplace()
        #expect(try place.run(["rules", "check"]).code == 0)
        try place.remove("rules")
        #expect(try place.run(["rules", "check"]).code == 2)
    }

    @Test("Mistakes are shown on stdout with path, line, column, the line and a caret")
    func text() throws {
        let place = try Workplace()
        try place.edit("rules/ccv-twinfield.yaml", "{ status: failed }", "{ staus: failed }")
        try place.edit("templates/memo-payment.yaml", "side: credit", "side: kredit")
        let run = try place.run(["rules", "check", "rules"])
        #expect(run.code == 2)
        #expect(run.errors.isEmpty)
        let lines = run.text.components(separatedBy: "\n")
        let first = try #require(lines.firstIndex { $0.contains("error[CM0202]") })
        #expect(lines[first].hasPrefix("rules/ccv-twinfield.yaml:49:13: error[CM0202]: "))
        #expect(lines[first + 1].hasSuffix("| " + "    when: { staus: failed }"))
        #expect(lines[first + 2].hasSuffix("| " + "            ^^^^^"))
        #expect(lines[first + 3] == "help: did you mean  status?")
        #expect(run.text.contains("\ntemplates/memo-payment.yaml:17:11: error[CM0205]: "))
        #expect(run.text.contains("the rules do not compile: 2 errors, 0 warnings"))
    }

    @Test("The path is printed as it was given")
    func pathAsGiven() throws {
        let place = try Workplace()
        try place.edit("rules/ccv-twinfield.yaml", "office:", "ofice:")
        let whole = place.folder.appending(path: "rules/ccv-twinfield.yaml").path
        for path in ["rules/ccv-twinfield.yaml", "./rules/ccv-twinfield.yaml", whole] {
            let run = try place.run(["rules", "check", path])
            #expect(run.text.contains(path + ":10:1: error[CM0202]"), "\(run.text)")
            #expect(run.code == 2)
        }
    }

    @Test("As JSON the mistakes have the shape of the Language Server Protocol")
    func json() throws {
        let place = try Workplace()
        try place.edit("rules/ccv-twinfield.yaml", "naar Twinfield\noffice:", "naar 🙂\nofice:")
        try place.edit(
            "templates/memo-payment.yaml", "\"{payment.transaction_id} betaling\"",
            "\"🙂 {payment.transaction_if} betaling\"")
        let run = try place.run(["rules", "check", "rules", "--format", "json"])
        #expect(run.code == 2)
        let files = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]])
        #expect(files.count == 2)
        let messages = files.flatMap { $0["diagnostics"] as? [[String: Any]] ?? [] }
        #expect(messages.compactMap { $0["code"] as? String }.sorted() == ["CM0202", "CM0301"])
        #expect(messages.allSatisfy { $0["severity"] as? Int == 1 })
        #expect(messages.allSatisfy { $0["source"] is String && $0["message"] is String })
        let field = try #require(messages.first { $0["code"] as? String == "CM0301" })
        let range = try #require(field["range"] as? [String: [String: Int]])
        // From 0, in UTF-16 units: the smiling face counts for two.
        #expect(range["start"] == ["line": 10, "character": 22])
        #expect(range["end"] == ["line": 10, "character": 44])
    }

    @Test("As JSON good rules are files without diagnostics")
    func goodJSON() throws {
        let run = try Workplace().run(["rules", "check", "rules", "--format", "json"])
        #expect(run.code == 0)
        let files = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]])
        #expect(files.count == 2)
        #expect(files.allSatisfy { ($0["diagnostics"] as? [Any])?.isEmpty == true })
    }

    @Test("A folder with two roots is refused, naming both")
    func twoRoots() throws {
        let place = try Workplace()
        let rules = try #require(place.read("rules/ccv-twinfield.yaml"))
        try place.write("rules/other.yaml", rules)
        for arguments in [
            ["rules", "check"], ["dry-run", "--payments", "p", "--open-items", "i"],
        ] {
            let run = try place.run(arguments)
            #expect(run.code == 2)
            let said = run.text + run.errors
            #expect(said.contains("rules/ccv-twinfield.yaml:10:1: error[CM0602]"))
            #expect(said.contains("rules/ccv-twinfield.yaml, rules/other.yaml"))
            #expect(said.contains("rules/other.yaml:10:1: note: this one has it too"))
        }
        let run = try place.run(["rules", "check", "--format", "json"])
        #expect(run.code == 2)
        #expect(run.text.contains(#""code":"CM0602""#))
        #expect(run.text.contains("relatedInformation"))
        #expect(try place.run(["rules", "check", "rules/other.yaml"]).code == 0)
    }

    @Test("Warnings do not keep rules from compiling")
    func warning() throws {
        let place = try Workplace()
        try place.edit("rules/ccv-twinfield.yaml", "    klarna: \"2122\"\n", "")
        let run = try place.run(["rules", "check"])
        #expect(run.code == 0)
        #expect(run.text.contains("rules/ccv-twinfield.yaml:16:3: warning[CM0403]"))
        #expect(run.text.contains("the rules compile: 0 errors, 1 warning\n"))
    }

    @Test("With --strict a warning is an error")
    func strict() throws {
        let place = try Workplace()
        #expect(try place.run(["rules", "check", "--strict"]).code == 0)
        try place.edit("rules/ccv-twinfield.yaml", "    klarna: \"2122\"\n", "")
        let run = try place.run(["rules", "check", "--strict"])
        #expect(run.code == 2)
        #expect(run.text.contains("rules/ccv-twinfield.yaml:16:3: error[CM0403]"))
        #expect(run.text.contains("the rules do not compile: 1 error, 0 warnings\n"))
        let json = try place.run(["rules", "check", "--strict", "--format", "json"])
        #expect(json.code == 2)
        #expect(json.text.contains(#""severity":1,"code":"CM0403""#))
    }

    @Test("With --lang nl the messages are Dutch")
    func dutch() throws {
        let place = try Workplace()
        let good = try place.run(["rules", "check", "--lang", "nl"])
        #expect(good.text.contains("de regels zijn bruikbaar: 0 fouten, 0 waarschuwingen\n"))
        try place.edit("rules/ccv-twinfield.yaml", "{ status: failed }", "{ staus: failed }")
        let run = try place.run(["rules", "check", "--lang", "nl"])
        #expect(run.text.contains(":49:13: fout[CM0202]: `when` heeft geen sleutel staus\n"))
        #expect(run.text.contains("\nhulp: bedoel je  status?\n"))
        let json = try place.run(["rules", "check", "--lang", "nl", "--format", "json"])
        #expect(json.text.contains("heeft geen sleutel staus"))
        #expect(try place.run(["rules", "check", "--lang", "fr"]).code == 2)
    }

    @Test("A file that is too large or cannot be read is reported at its place")
    func largeAndUnreadable() throws {
        let place = try Workplace()
        try place.write("rules/large.yaml", String(repeating: "# x\n", count: 6 << 20))
        let large = try place.run(["rules", "check", "rules/large.yaml", "--format", "json"])
        #expect(large.code == 2)
        #expect(large.text.contains(#""code":"CM0108""#))
        try place.remove("rules/large.yaml")
        try place.write("rules/folder.yaml/x", "")
        let unreadable = try place.run(["rules", "check"])
        #expect(unreadable.code == 2)
        #expect(unreadable.text.contains("rules/folder.yaml:1:1: error[CM0601]: the file cannot"))
    }

    @Test("The revision changes with every byte of rules and templates")
    func revision() throws {
        let place = try Workplace()
        func revision() throws -> Substring? {
            try place.run(["rules", "check"]).text.split(separator: "\n")
                .first { $0.hasPrefix("revision") }
        }
        let shipped = try #require(try revision())
        try place.edit("rules/ccv-twinfield.yaml", "version: 1", "version: 1 ")
        let second = try #require(try revision())
        try place.edit("templates/memo-payment.yaml", "journal: MEMO", "journal: MEMO ")
        #expect(Set([shipped, second, try #require(try revision())]).count == 3)
    }

    @Test("init writes what the repository has, once", arguments: ["books", "a/b c/books/", "."])
    func initialise(_ folder: String) throws {
        let place = try Workplace()
        for name in ["rules", "templates"] { try place.remove(name) }
        let first = try place.run(["init", folder])
        #expect(first.code == 0)
        #expect(first.text.split(separator: "\n").count == 7)
        let names = [
            "rules/ccv-twinfield.yaml", "templates/memo-payment.yaml", "schemas/rules.json",
            "schemas/template.json", "schemas/configuration.json", "ccvmap.yaml",
        ]
        for name in names {
            let shipped = try String(
                contentsOf: Workplace.projectFolder.appending(path: name), encoding: .utf8)
            #expect(place.read(folder + "/" + name) == shipped)
        }
        #expect(try place.run(["rules", "check", folder + "/rules"]).code == 0)
        try place.edit(folder + "/rules/ccv-twinfield.yaml", "NLA001", "NLA007")
        try place.remove(folder + "/templates/memo-payment.yaml")
        let before = place.contents
        let second = try place.run(["init", folder])
        #expect(second.code == 1)
        #expect(second.errors.contains("nothing was written"))
        #expect(place.contents == before)
        #expect(place.read(folder + "/rules/ccv-twinfield.yaml")?.contains("NLA007") == true)
    }

    @Test("init into a place that is a file says so")
    func initialiseFile() throws {
        let place = try Workplace()
        try place.write("books", "")
        let before = place.contents
        let run = try place.run(["init", "books"])
        #expect(run.code == 1)
        #expect(run.errors.contains("books"))
        #expect(place.contents == before)
    }
}
