import ByteText
import DomainModel
import Logging

/// A record of the log as one line, for people or for programs.
struct LogRecord {
    /// How records are written.
    enum Form: String, CaseIterable {
        /// `time=… level=… message="…" key=value`, known as logfmt.
        case text
        /// A JSON object a line.
        case json
    }

    var time: Instant
    var level: Logger.Level
    var message: String
    /// In order of the keys.
    var fields: [(key: String, value: String)]

    /// The line with its line end.
    ///
    /// For the journal of systemd the line begins with its priority, and has no time: the journal
    /// keeps both beside it.
    func line(_ form: Form, forJournal: Bool) -> [UInt8] {
        let mark = forJournal ? "<\(level.priority)>" : ""
        let time = forJournal ? [] : [(key: "time", value: self.time.isoText)]
        let all = time + [("level", level.rawValue), ("message", message)] + fields
        switch form {
        case .text:
            let pairs = all.map { "\($0.key)=\(Self.quoted($0.value))" }
            return Array((mark + pairs.joined(separator: " ") + "\n").utf8)
        case .json:
            var json = JSONWriter()
            json.beginObject()
            for field in all {
                json.key(field.key)
                json.string(field.value)
            }
            json.endObject()
            json.newline()
            return Array(mark.utf8) + json.bytes
        }
    }

    /// A value as logfmt writes it: in quotes when it has more than plain characters.
    private static func quoted(_ value: String) -> String {
        let isPlain =
            !value.isEmpty
            && value.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0 != "\"" && $0 != "=" && $0 != "\\" && $0.value < 0x7F
            }
        if isPlain { return value }
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\n": text += "\\n"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension Logger.Level {
    /// The priority of syslog, which the journal reads.
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
