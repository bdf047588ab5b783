internal import Glibc

/// The file of the store as the file system has it.
struct DashboardFile {
    let path: String

    /// Makes an empty file that only its owner may read, or takes it away from others.
    ///
    /// A file that stands is not opened: closing it again would take the locks of SQLite in this
    /// process away.
    func prepare() throws(DashboardFault) {
        let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if opened >= 0 {
            close(opened)
            return
        }
        guard errno == EEXIST else { throw fault(errno, "cannot be made") }
        var status = stat()
        guard stat(path, &status) == 0 else { throw fault(errno, "cannot be read") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw DashboardFault(
                .noStore, "\(path): is no file", help: DashboardFault.otherHelp)
        }
        if status.st_mode & 0o077 != 0, chmod(path, 0o600) != 0 {
            throw fault(errno, "can be read by others, and that cannot be changed")
        }
        for place in [path, folder] where access(place, W_OK) != 0 {
            throw fault(errno, "cannot be written")
        }
    }

    private var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func fault(_ number: Int32, _ what: String) -> DashboardFault {
        let words = "\(path): \(what): \(String(cString: strerror(number)))"
        switch number {
        case ENOSPC, EDQUOT:
            return DashboardFault(.full, words, help: "make room on the disk, then try again")
        case EROFS, EACCES, EPERM:
            return DashboardFault(.readOnly, words, help: DashboardFault.writableHelp)
        case ENOENT:
            return DashboardFault(
                .system, words, help: "make its folder, or name another dashboard.database")
        default: return DashboardFault(.system, words, help: "look at the disk, then try again")
        }
    }
}
