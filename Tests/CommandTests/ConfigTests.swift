import Foundation
import ProgramSupport
import Testing

@Suite("config show, check and schema")
struct ConfigTests {
    private struct Entry: Decodable {
        let path: String
        let from: String
        let file: String?
        let line: Int?
        let variable: String?
    }

    private func place() throws -> Workplace {
        let place = try Workplace()
        #expect(try place.run(["init", "books"]).code == 0)
        return place
    }

    private func entries(_ run: CommandRun) throws -> [String: Entry] {
        let list = try JSONDecoder().decode([Entry].self, from: Data(run.output))
        return Dictionary(uniqueKeysWithValues: list.map { ($0.path, $0) })
    }

    @Test("What init writes can be used as it is, and shows where each value came from")
    func shipped() throws {
        let place = try place()
        #expect(try place.run(["config", "check", "--config", "books/ccvmap.yaml"]).code == 0)
        let run = try place.run(["config", "show", "--config", "books/ccvmap.yaml"])
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
        let lines = run.text.split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        #expect(lines.contains(["database", "books/ccvmap.sqlite", "books/ccvmap.yaml:9"]))
        #expect(lines.contains(["connections.webshop.twinfield.pkce", "false", "default"]))
        #expect(lines.contains(["connections.webshop.twinfield.client_id", "-", "default"]))
    }

    @Test("A flag comes before the environment, that before the file, that before the default")
    func origins() throws {
        let place = try place()
        let run = try place.run(
            [
                "config", "show", "--json", "--config", "books/ccvmap.yaml", "--set",
                "connections.webshop.ccv.base_url=http://127.0.0.1:9/api/v1",
            ],
            environment: [
                "CCVMAP_CONNECTIONS__WEBSHOP__CCV__BASE_URL": "http://127.0.0.1:8/api/v1",
                "CCVMAP_HTTP__TIMEOUT": "5 seconds", "CCVMAP_SECRET_KEY": "hush",
            ])
        #expect(run.code == 0)
        #expect(!(run.text + run.errors).contains("hush"))
        #expect(run.text.contains(#""value":"http://127.0.0.1:9/api/v1""#))
        #expect(run.text.contains(#""value":25,"#) && run.text.contains(#""value":null"#))
        let found = try entries(run)
        #expect(found["connections.webshop.ccv.base_url"]?.from == "flag")
        #expect(found["http.timeout"]?.variable == "CCVMAP_HTTP__TIMEOUT")
        #expect(found["database"]?.file == "books/ccvmap.yaml")
        #expect(found["database"]?.line == 9)
        #expect(found["connections.webshop.ccv.timestamps"]?.from == "default")
    }

    @Test("The file is ./ccvmap.yaml unless it is named, and one must be there")
    func byDefault() throws {
        let place = try place()
        let missing = try place.run(["config", "show"])
        #expect(missing.code == 2)
        #expect(missing.errors.contains("ccvmap.yaml") && missing.errors.contains("ccvmap init"))
        try place.write("ccvmap.yaml", "connections: [{ name: shop }]\n")
        #expect(try place.run(["config", "show"]).text.contains("connections.shop.rules"))
        try place.write("folder/x", "")
        #expect(try place.run(["config", "show", "--config", "folder"]).code == 2)
    }

    @Test("Mistakes of file, environment and flags are exit 2, on stderr for show")
    func mistakes() throws {
        let place = try place()
        try place.edit("books/ccvmap.yaml", "retries: 4", "retrys: 4")
        let arguments = ["--config", "books/ccvmap.yaml", "--set", "http.timeout=long"]
        let environment = ["CCVMAP_DATABAS": "x", "CCVMAP_POSTING__PROBE_GRACE": "soon"]
        let run = try place.run(["config", "show"] + arguments, environment: environment)
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        for words in [
            "books/ccvmap.yaml:29:3: error[CM0202]", "CCVMAP_DATABAS:1:1: error[CM0705]",
            "did you mean  DATABASE?", "CCVMAP_POSTING__PROBE_GRACE:1:1: error[CM0206]",
            "--set http.timeout:1:1: error[CM0206]",
        ] {
            #expect(run.errors.contains(words), "\(run.errors)")
        }
        let dutch = try place.run(
            ["config", "check", "--lang", "nl"] + arguments, environment: environment)
        #expect(dutch.code == 2)
        #expect(dutch.text.contains("de configuratie is niet bruikbaar: 4 fouten\n"))
        let json = try place.run(["config", "check", "--format", "json"] + arguments)
        #expect(json.code == 2)
        #expect(json.text.contains(#""uri":"--set http.timeout""#))
    }

    @Test("A secret that somebody put into the file or the environment is printed nowhere")
    func secrets() throws {
        let place = try place()
        let secret = "l_8c1d5e0f3a7b4c2d9e6f"
        try place.edit(
            "books/ccvmap.yaml", "      allow_test:", "      api_key: \(secret)\n      allow_test:")
        for command in ["show", "check"] {
            let run = try place.run(
                ["config", command, "--config", "books/ccvmap.yaml"],
                environment: ["CCVMAP_CLIENT_SECRET": secret])
            #expect(run.code == 2)
            #expect(!(run.text + run.errors).contains(secret))
            #expect((run.text + run.errors).contains("CM0704"))
        }
    }
}
