import DomainModel
import FoundationEssentials
import Glibc
import Logging

/// Writes each record of the log as one line to stderr.
struct LineLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let form: LogRecord.Form
    private let forJournal: Bool

    init(_ form: LogRecord.Form, level: Logger.Level, forJournal: Bool = Self.isJournal) {
        self.form = form
        logLevel = level
        self.forJournal = forJournal
    }

    /// A logger that writes in this way.
    static func logger(_ form: LogRecord.Form, level: Logger.Level) -> Logger {
        Logger(label: "ccvmap") { _ in LineLog(form, level: level) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let record = LogRecord(
            time: AsOf.now, level: event.level, message: event.message.description,
            fields: all.map { ($0.key, $0.value.description) }.sorted { $0.0 < $1.0 })
        let bytes = record.line(form, forJournal: forJournal)
        // One write a record, so that those of several threads do not mix. Nothing can be done
        // about a stderr that takes no text.
        _ = try? FileDescriptor.write(bytes[...], to: STDERR_FILENO)
    }

    /// Whether stderr leads to the journal of systemd, which says so by device and inode.
    private static var isJournal: Bool {
        var about = stat()
        guard let name = getenv("JOURNAL_STREAM").map({ String(cString: $0) }),
            fstat(STDERR_FILENO, &about) == 0
        else { return false }
        return name == "\(about.st_dev):\(about.st_ino)"
    }
}
