internal import GRDB

/// Why the ledger cannot be used: a sentence and a way out.
///
/// Nothing was written by the call.
public struct LedgerFault: Error, Sendable, Hashable {
    /// What went wrong; the word is for programs.
    public enum Reason: String, Sendable, Hashable {
        /// The file is not there, or was taken away while the program ran.
        case missing
        /// No ledger was made here yet.
        case noneYet = "none_yet"
        /// The file is something else than a ledger.
        case noLedger = "no_ledger"
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
        /// Another run of the connection holds its lock.
        case locked
        /// What was asked for does not fit what the ledger says.
        case conflict
        /// Nothing is known of what was asked for.
        case unknown
        /// The system refused.
        case system
    }

    /// What went wrong.
    public var reason: Reason
    /// One sentence, with the path or the payment.
    public var message: String
    /// What to do.
    public var help: String

    init(_ reason: Reason, _ message: String, help: String = "") {
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
                help: "make room and run again; nothing was sent that is not in the ledger")
        case .SQLITE_IOERR where (LedgerFile(path: path).freeBytes ?? .max) < 1 << 20:
            // A full disk shows as an error of the disk where SQLite maps memory.
            self.init(
                .full, "\(path): no room is left on the disk\(detail)",
                help: "make room and run again; nothing was sent that is not in the ledger")
        case .SQLITE_IOERR:
            self.init(
                .system, "\(path): the disk gave an error\(detail)",
                help: "look whether the disk is full or broken, then run `ccvmap ledger verify`")
        case .SQLITE_READONLY, .SQLITE_PERM:
            self.init(
                .readOnly, "\(path): the ledger cannot be written\(detail)",
                help: "let the user of this service write to the file and to its folder")
        case .SQLITE_CANTOPEN:
            self.init(
                .readOnly, "\(path): the ledger cannot be opened\(detail)",
                help: "look whether the folder is there and whether this user may write to it")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, "\(path): another process keeps the ledger locked",
                help: "end the other program that has the file open, then run again")
        case .SQLITE_NOTADB:
            self.init(
                .noLedger, "\(path): this is no ledger\(detail)",
                help: "name another file as the database; this one was not changed")
        case .SQLITE_CONSTRAINT:
            self.init(
                .conflict, "\(path): this contradicts what the ledger holds\(detail)",
                help: "another payment may claim the sale; look with `ccvmap payments`")
        case .SQLITE_CORRUPT:
            self.init(
                .damaged, "\(path): the ledger is damaged\(detail)", help: Self.damagedHelp)
        default:
            self.init(
                .system, "\(path): \(error.resultCode)\(detail)",
                help: "run `ccvmap ledger verify`; nothing was written")
        }
    }

    static let damagedHelp =
        "keep a copy of the file, then put back the newest backup: `ccvmap ledger restore FILE`"
}
