internal import GRDB

/// Why the store of the dashboard cannot be used: a sentence and a way out.
///
/// Nothing was written by the call.
public struct DashboardFault: Error, Sendable, Hashable {
    /// What went wrong; the word is for programs.
    public enum Reason: String, Sendable, Hashable {
        /// The file is something else than a store of the dashboard.
        case noStore = "no_store"
        /// A newer program wrote it.
        case newer
        /// Bytes of the file are not what was written.
        case damaged
        /// No room is left on the disk.
        case full
        /// The file or its folder cannot be written.
        case readOnly = "read_only"
        /// Another process writes and does not end.
        case busy
        /// The system refused.
        case system
    }

    /// What went wrong.
    public var reason: Reason
    /// One sentence, with the path.
    public var message: String
    /// What to do.
    public var help: String

    init(_ reason: Reason, _ message: String, help: String) {
        self.reason = reason
        self.message = message
        self.help = help
    }

    /// Says what an error of SQLite means for the one who runs the program.
    init(_ error: DatabaseError, path: String) {
        let detail = error.message.map { " (\($0))" } ?? ""
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(
                .full, "\(path): no room is left on the disk\(detail)",
                help: "make room and try again; nothing was changed")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            self.init(.readOnly, "\(path): cannot be written\(detail)", help: Self.writableHelp)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, "\(path): another process keeps it locked",
                help: "end the other program that has the file open, then try again")
        case .SQLITE_NOTADB:
            self.init(.noStore, "\(path): this is no store of the dashboard", help: Self.otherHelp)
        case .SQLITE_CORRUPT:
            self.init(
                .damaged,
                "\(path): people and what they did cannot be read: it is damaged\(detail)",
                help: "put back a copy from your backup; or move it away, and start anew with a"
                    + " first administrator. The ledger is another file and is not touched")
        default:
            self.init(
                .system, "\(path): \(error.resultCode)\(detail)",
                help: "look whether the disk is full or broken; nothing was changed")
        }
    }

    static let otherHelp = "name another file as dashboard.database; this one was not changed"
    static let writableHelp =
        "let the user of this service write to the file and to its folder"
}
