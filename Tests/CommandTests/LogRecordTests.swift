import DomainModel
import Logging
import Testing

@testable import ccvmap

@Suite("A record of the log")
struct LogRecordTests {
    private func line(
        _ form: LogRecord.Form, _ value: String, level: Logger.Level = .info,
        forJournal: Bool = false
    ) -> String {
        let record = LogRecord(
            time: Instant(milliseconds: 1_795_172_400_123), level: level, message: "run ended",
            fields: [("connection", "webshop"), ("note", value)])
        return String(decoding: record.line(form, forJournal: forJournal), as: UTF8.self)
    }

    @Test("is one line of key=value, whatever stands in a value")
    func text() {
        let head = #"time=2026-11-20T11:00:00.123Z level=info message="run ended" "#
        for (value, written) in [
            ("plain:1,b", "plain:1,b"), ("", #""""#), ("two words", #""two words""#),
            ("a=\"b\"\\", #""a=\"b\"\\""#),
            ("line\nend\r\u{1B}[1m", "\"line\\nend\u{FFFD}\u{FFFD}[1m\""),
        ] {
            #expect(line(.text, value) == head + "connection=webshop note=\(written)\n")
        }
    }

    @Test("is one JSON object a line for programs")
    func json() {
        let expected =
            #"{"time":"2026-11-20T11:00:00.123Z","level":"info","message":"run ended","#
            + #""connection":"webshop","note":"a\"b\nc"}"# + "\n"
        #expect(line(.json, "a\"b\nc") == expected)
    }

    @Test("has its priority in front for the journal, which keeps the time itself")
    func journal() {
        #expect(
            line(.text, "x", level: .error, forJournal: true)
                == "<3>level=error message=\"run ended\" connection=webshop note=x\n")
        #expect(line(.json, "x", level: .debug, forJournal: true).hasPrefix("<7>{\"level\""))
    }
}
