import ByteText
import DomainModel
import RunnerCore

/// The report of a run, for people and for programs.
enum RunReportText {
    /// One JSON object, as design section 9 fixes it.
    static func json(_ report: RunReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("connection")
        json.string(report.connection)
        json.key("run")
        json.integer(report.run.value)
        json.key("fetched")
        json.integer(Int64(report.fetched))
        json.key("complete")
        json.boolean(!report.isIncomplete)
        json.key("states")
        json.beginObject()
        for (state, tally) in report.states.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            json.key(state.rawValue)
            json.beginObject()
            json.key("count")
            json.integer(Int64(tally.count))
            json.key("amount")
            json.string(MinorUnits.text(tally.amount))
            json.endObject()
        }
        json.endObject()
        json.key("problems")
        write(report.problems, to: &json)
        json.endObject()
        json.newline()
        return json.bytes
    }

    /// Writes problems as an array of objects.
    static func write(_ problems: [RunReport.Problem], to json: inout JSONWriter) {
        json.beginArray()
        for problem in problems {
            json.beginObject()
            json.key("reference")
            if let reference = problem.reference { json.string(reference) } else { json.null() }
            json.key("state")
            if let state = problem.state { json.string(state.rawValue) } else { json.null() }
            json.key("code")
            json.string(problem.code)
            json.key("text")
            json.string(problem.text)
            json.endObject()
        }
        json.endArray()
    }

    /// A few lines.
    static func table(_ report: RunReport) -> String {
        var lines = [
            "\(TerminalCell.clean(report.connection)): run \(report.run.value),"
                + " \(report.fetched) payments fetched"
        ]
        for (state, tally) in report.states.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append(
                "  \(state.rawValue)  \(tally.count)  EUR \(MinorUnits.text(tally.amount))")
        }
        for problem in report.problems {
            let reference = problem.reference.map { TerminalCell.clean($0) + "  " } ?? ""
            lines.append("  \(reference)\(problem.code): \(TerminalCell.clean(problem.text))")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
