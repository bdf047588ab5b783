internal import Glibc

/// The file of a ledger as the file system has it, looked at before SQLite touches it.
struct LedgerFile: Sendable {
    /// Which file it is, whatever its name.
    struct Identity: Sendable, Hashable {
        var device: UInt64
        var inode: UInt64
    }

    /// Where it is.
    let path: String

    /// What stands there; nil when nothing does.
    var identity: Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }

    /// Whether there is a ledger; throws for a file that is something else or newer.
    ///
    /// Only the head of the file is read: opening a database in the ordinary way may change it.
    func holdsLedger() throws(LedgerFault) -> Bool {
        guard let head = try readHead() else { return false }
        if head.isEmpty { return false }
        let magic = Array("SQLite format 3\0".utf8)
        guard head.count == 100, Array(head[0..<16]) == magic else {
            throw LedgerFault(
                .noLedger, "\(path): this is no ledger but another file", help: Self.otherHelp)
        }
        guard Self.number(head, 68) == Schema.applicationID else {
            throw LedgerFault(
                .noLedger, "\(path): this is the database of another program",
                help: Self.otherHelp)
        }
        try Self.check(version: Self.number(head, 60), path)
        return true
    }

    /// Throws for a version that this program does not know.
    static func check(version: Int32, _ path: String) throws(LedgerFault) {
        guard version > Schema.version else { return }
        throw LedgerFault(
            .newer,
            "\(path): the ledger has version \(version); this program knows up to "
                + "\(Schema.version)",
            help: "use the newer program that wrote it, or a backup from before the upgrade")
    }

    /// Makes an empty file that only its owner may read: it holds names and addresses.
    func create() throws(LedgerFault) {
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw fault(errno, "cannot be made") }
        close(opened)
    }

    /// Throws when the file or its folder cannot be written.
    func checkWritable() throws(LedgerFault) {
        for place in [path, folder] where access(place, W_OK) != 0 {
            throw fault(errno, "cannot be written", place)
        }
        // Root may write anywhere but on a disk that takes nothing.
        var status = statvfs()
        if statvfs(path, &status) == 0, status.f_flag & UInt(ST_RDONLY) != 0 {
            throw fault(EROFS, "cannot be written")
        }
    }

    /// The room on its disk, in bytes; nil when that cannot be said.
    var freeBytes: Int64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        let (bytes, overflow) = UInt64(status.f_bavail)
            .multipliedReportingOverflow(by: UInt64(status.f_frsize))
        return overflow ? .max : Int64(clamping: bytes)
    }

    private var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func readHead() throws(LedgerFault) -> [UInt8]? {
        do throws(HeldFile.SystemFault) {
            return try HeldFile(path: path).head(100)
        } catch {
            if error.number == ENOENT { return nil }
            throw fault(error.number, "cannot be read")
        }
    }

    /// Keeps the file open for the process, so that nothing takes the locks of SQLite away.
    func hold() throws(LedgerFault) -> HeldFile {
        do throws(HeldFile.SystemFault) { return try HeldFile(path: path) } catch {
            throw fault(error.number, "cannot be read")
        }
    }

    private func fault(_ number: Int32, _ what: String, _ place: String? = nil) -> LedgerFault {
        let reason: LedgerFault.Reason =
            switch number {
            case EROFS, EACCES, EPERM: .readOnly
            case ENOSPC, EDQUOT: .full
            case ENOENT: .missing
            default: .system
            }
        let help =
            switch reason {
            case .readOnly: "let the user of this service write to the file and to its folder"
            case .full: "make room on the disk, then run again"
            case .missing: "make its folder, or name another place for the database"
            default: "look at the disk, then run again"
            }
        return LedgerFault(
            reason, "\(place ?? path): \(what): \(String(cString: strerror(number)))", help: help)
    }

    private static let otherHelp = "name another file as the database; this one was not changed"

    private static func number(_ head: [UInt8], _ place: Int) -> Int32 {
        Int32(
            bitPattern: head[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
}
