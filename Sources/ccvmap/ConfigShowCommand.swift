import ArgumentParser
import ByteText
import ConfigurationReading
import RuleSyntax

/// The command `ccvmap config show`: every value and where it came from.
struct ConfigShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print every value and where it came from.",
        discussion: """
            Examples:
              ccvmap config show --config books/ccvmap.yaml
              CCVMAP_DATABASE=/var/lib/ccvmap.sqlite ccvmap config show --json
              ccvmap config show --set connections.webshop.rules=other/rules

            A flag comes before the environment, the environment before the file, the file before
            the default. A variable is CCVMAP_ and the path in upper case, with __ between the
            steps and _ for a -: CCVMAP_CONNECTIONS__WEBSHOP__CCV__BASE_URL. No secret is printed.
            Exit codes: 0 done, 2 the configuration cannot be used.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Print a JSON array for scripts.")
    var json = false

    @Option(help: "The language of the messages: en or nl.")
    var lang = Language.en

    func run() throws {
        let entries = try options.readOrExplain(language: lang).entries
        try Console.output((json ? Self.json(entries) : Array(Self.table(entries).utf8))[...])
    }

    private static func table(_ entries: [ConfigurationEntry]) -> String {
        let rows = entries.map { ($0.path, TerminalCell.clean($0.value ?? "-"), $0.origin.words) }
        let first = rows.map(\.0.count).max() ?? 0
        let second = min(60, rows.map(\.1.count).max() ?? 0)
        return rows.map { path, value, origin in
            pad(path, first) + "  " + pad(value, second) + "  " + TerminalCell.clean(origin) + "\n"
        }.joined()
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func json(_ entries: [ConfigurationEntry]) -> [UInt8] {
        var json = JSONWriter()
        json.beginArray()
        for entry in entries {
            json.beginObject()
            json.key("path")
            json.string(entry.path)
            json.key("value")
            write(entry, to: &json)
            write(entry.origin, to: &json)
            json.endObject()
        }
        json.endArray()
        json.newline()
        return json.bytes
    }

    private static func write(_ entry: ConfigurationEntry, to json: inout JSONWriter) {
        guard let value = entry.value else { return json.null() }
        switch entry.kind {
        case .flag: json.boolean(value == "true")
        case .wholeNumber:
            if let number = Int64(value) { json.integer(number) } else { json.string(value) }
        default: json.string(value)
        }
    }

    private static func write(_ origin: ConfigurationEntry.Origin, to json: inout JSONWriter) {
        json.key("from")
        switch origin {
        case .file(let path, let line):
            json.string("file")
            json.key("file")
            json.string(path)
            json.key("line")
            json.integer(Int64(line))
        case .environment(let name):
            json.string("environment")
            json.key("variable")
            json.string(name)
        case .flag: json.string("flag")
        case .standard: json.string("default")
        }
    }
}

extension ConfigurationEntry.Origin {
    /// For people: where they would look.
    fileprivate var words: String {
        switch self {
        case .file(let path, let line): "\(path):\(line)"
        case .environment(let name): name
        case .flag: "--set"
        case .standard: "default"
        }
    }
}
