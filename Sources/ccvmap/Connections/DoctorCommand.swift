import ArgumentParser
import ByteText

/// The command `ccvmap doctor`: everything that can be checked before the first booking.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check all that can be checked before the first booking.",
        discussion: """
            Examples:
              ccvmap doctor
              ccvmap doctor --connection webshop --json

            It only reads. Each line is ok, wrong, doubtful, or not checked, with what mends it.
            Exit codes: 0 nothing is wrong, 1 something is, 2 wrong configuration or rules.
            """)

    @OptionGroup var choice: ConnectionChoice

    @Flag(help: "Print a JSON array for scripts.")
    var json = false

    func run() async throws {
        let live = try choice.open()
        let rules = try live.rules()
        var doctor = Doctor(live: live, rules: rules)
        await doctor.examine()
        let findings = doctor.findings
        try Console.output((json ? Self.json(findings) : Array(Self.text(findings).utf8))[...])
        if findings.contains(where: { $0.verdict == .wrong }) { throw ExitCode(1) }
    }

    private static func text(_ findings: [Doctor.Finding]) -> String {
        findings.map { finding in
            let verdict = finding.verdict.rawValue
            let gap = String(repeating: " ", count: max(1, 13 - verdict.count))
            var text = verdict + gap + TerminalCell.clean(finding.subject)
            if !finding.text.isEmpty { text += ": " + TerminalCell.clean(finding.text) }
            if !finding.help.isEmpty {
                text += "\n             " + TerminalCell.clean(finding.help)
            }
            return text + "\n"
        }.joined()
    }

    private static func json(_ findings: [Doctor.Finding]) -> [UInt8] {
        var json = JSONWriter()
        json.beginArray()
        for finding in findings {
            json.beginObject()
            json.key("verdict")
            json.string(finding.verdict.rawValue)
            json.key("subject")
            json.string(finding.subject)
            json.key("text")
            json.string(finding.text)
            json.key("help")
            json.string(finding.help)
            json.endObject()
        }
        json.endArray()
        json.newline()
        return json.bytes
    }
}
