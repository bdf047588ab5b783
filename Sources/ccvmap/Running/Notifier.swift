import ByteText
import RunnerCore

/// Tells a program of the operator what a person must know.
///
/// The program gets one JSON object on its stdin: `connection`, `run` and `problems`, as in the
/// report of a run. No shell is asked, and it gets no argument and nothing of what this program is
/// told by `CCVMAP_…`, such as the key of the secrets.
struct Notifier {
    /// What makes two problems the same: a person who was told of one knows the other.
    struct Topic: Hashable {
        let reference: String?
        let state: PaymentState?
        let code: String

        init(_ problem: RunReport.Problem) {
            reference = problem.reference
            state = problem.state
            code = problem.code
        }
    }

    /// The path of the program.
    let command: String
    /// How long it may take; then it is ended.
    var limit: Duration = .seconds(30)

    /// Tells of problems of a run; what is thrown says what went wrong.
    func tell(_ problems: [RunReport.Problem], of report: RunReport) async throws {
        var json = JSONWriter()
        json.beginObject()
        json.key("connection")
        json.string(report.connection)
        json.key("run")
        json.integer(report.run.value)
        json.key("problems")
        RunReportText.write(problems, to: &json)
        json.endObject()
        json.newline()
        try await ChildProgram(path: command).run(input: json.bytes, limit: limit)
    }
}
