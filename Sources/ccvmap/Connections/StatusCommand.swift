import ArgumentParser
import ByteText
import CCVClient
import ConfigurationReading
import DomainModel
import ServiceHTTP
import TwinfieldClient

/// The command `ccvmap status`: asks each service whether it lets us in.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Ask each service whether it lets us in.",
        discussion: """
            Examples:
              ccvmap status
              ccvmap status --json

            Each service of each connection is connected, expired, refused, unreachable or
            not_connected, since when, and what to do about it.
            Exit codes: 0 all are connected, 1 one is not, 2 wrong configuration.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(help: "Only this connection.")
    var connection: String?

    @Flag(help: "Print a JSON object for scripts.")
    var json = false

    func run() async throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let chosen = configuration.connections.filter { connection == nil || $0.name == connection }
        guard !chosen.isEmpty else {
            throw CommandFault.usage("there is no connection of this name")
        }
        var states = try ConnectionStates(configuration)
        var reports: [ConnectionReport] = []
        for connection in chosen {
            let live = try LiveConnection(connection, of: configuration)
            reports.append(try await ConnectionReport(of: live, states: &states))
        }
        try Console.output((json ? Self.json(reports) : Array(Self.table(reports).utf8))[...])
        if !reports.allSatisfy(\.isConnected) { throw ExitCode(1) }
    }

    private static func table(_ reports: [ConnectionReport]) -> String {
        reports.flatMap { report in
            [("ccv", report.ccv), ("twinfield", report.twinfield)].map { service, line in
                let about = [line.note.mode, line.note.office].compactMap(\.self)
                    .joined(separator: " ")
                var text = TerminalCell.clean(report.name) + "  " + service + "  "
                text += line.note.state.rawValue + "  since " + line.note.since
                if !about.isEmpty { text += "  " + TerminalCell.clean(about) }
                if !line.reason.isEmpty { text += "\n  " + TerminalCell.clean(line.reason) }
                if !line.help.isEmpty { text += "\n  help: " + TerminalCell.clean(line.help) }
                return text + "\n"
            }
        }.joined()
    }

    private static func json(_ reports: [ConnectionReport]) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("connections")
        json.beginArray()
        for report in reports {
            json.beginObject()
            json.key("name")
            json.string(report.name)
            json.key("ccv")
            write(report.ccv, "mode", report.ccv.note.mode, to: &json)
            json.key("twinfield")
            write(report.twinfield, "office", report.twinfield.note.office, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(
        _ line: ConnectionReport.Line, _ key: String, _ value: String?, to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("state")
        json.string(line.note.state.rawValue)
        json.key("since")
        json.string(line.note.since)
        json.key(key)
        if let value { json.string(value) } else { json.null() }
        json.key("reason")
        json.string(line.reason)
        json.key("help")
        json.string(line.help)
        json.endObject()
    }
}
