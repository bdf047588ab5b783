internal import Glibc
internal import Synchronization

/// A descriptor of a ledger's file that stays open as long as anything in this process uses the
/// file.
///
/// POSIX takes all locks of a process on a file away as soon as the process closes any descriptor
/// of it, also those of SQLite (<https://sqlite.org/howtocorrupt.html>, 2.2): another process would
/// then take itself for the only one, and remove the log that this one goes on writing.
final class HeldFile: Sendable {
    private struct Holding {
        var descriptors: [Int32] = []
        var users = 0
    }

    private static let held = Mutex<[LedgerFile.Identity: Holding]>([:])

    /// Which file it is.
    let identity: LedgerFile.Identity
    private let descriptor: Int32

    /// Opens the file, or shares the descriptor that is open; throws what the system said.
    init(path: String) throws(SystemFault) {
        let taken = Self.held.withLock { held in
            Result { () throws(SystemFault) in try Self.take(path, &held) }
        }
        (identity, descriptor) = try taken.get()
    }

    deinit {
        Self.held.withLock { held in
            held[identity]?.users -= 1
            guard let holding = held[identity], holding.users <= 0 else { return }
            held[identity] = nil
            for descriptor in holding.descriptors { close(descriptor) }
        }
    }

    /// What the system said when it refused.
    struct SystemFault: Error {
        var number: Int32
    }

    /// The first bytes; fewer when the file is shorter.
    func head(_ count: Int) throws(SystemFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = pread(descriptor, &bytes, count, 0)
        guard read >= 0 else { throw SystemFault(number: errno) }
        return Array(bytes.prefix(read))
    }

    private static func take(
        _ path: String, _ held: inout [LedgerFile.Identity: Holding]
    ) throws(SystemFault) -> (LedgerFile.Identity, Int32) {
        if let known = LedgerFile(path: path).identity, let descriptor = held[known]?.descriptors[0]
        {
            held[known]?.users += 1
            return (known, descriptor)
        }
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw SystemFault(number: errno) }
        var status = stat()
        guard fstat(opened, &status) == 0 else {
            let number = errno
            close(opened)
            throw SystemFault(number: number)
        }
        let identity = LedgerFile.Identity(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        // Another file may have come to the path meanwhile, which is open here as well.
        held[identity, default: Holding()].descriptors.append(opened)
        held[identity]?.users += 1
        return (identity, opened)
    }
}
