internal import FoundationEssentials
internal import Glibc

/// The folder of a sandbox whose books survive: one journal, and a lock.
///
/// The lock ends with the process, however that ends.
final class StateFolder: Sendable {
    /// The folder as it was given.
    let path: String
    private let lock: Int32

    /// Makes the folder when it is not there and takes it for this process alone.
    init(_ path: String) throws(SandboxFault) {
        self.path = path
        if mkdir(path, 0o700) != 0, errno != EEXIST {
            throw SandboxFault(
                "\(path): the folder cannot be made: \(Self.lastError)",
                help: "make the folder around it first, or name another one with --dir")
        }
        lock = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0 else {
            throw SandboxFault("\(path): cannot be used: \(Self.lastError)")
        }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let isTaken = errno == EWOULDBLOCK
            let words = Self.lastError
            close(lock)
            throw SandboxFault(
                isTaken
                    ? "\(path): another sandbox is running on this folder"
                    : "\(path): cannot be locked: \(words)",
                help: isTaken ? "end that one, or name another folder with --dir" : "")
        }
    }

    deinit { close(lock) }

    /// Lets another sandbox have the folder.
    func release() { _ = flock(lock, LOCK_UN) }

    /// The journal in it.
    var journalPath: String { path + "/journal.ndjson" }

    /// Makes sure that a new name in the folder is on the disk; not every file system can be asked.
    func sync() {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }

    /// The error of the last call to the system, in words.
    static var lastError: String { String(cString: strerror(errno)) }
}
