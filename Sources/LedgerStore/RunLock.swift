public import DomainModel
internal import Glibc

/// Keeps a second run of a connection out, as long as it is held.
///
/// The system lets it go when the process ends, however that ends. The file beside the ledger names
/// the holder and stays; a file without a process that holds it locks nobody out.
public final class RunLock: Sendable {
    private let descriptor: Int32

    init(path: String, connection: String, since: Instant) throws(LedgerFault) {
        let file = path + "." + Self.fileName(connection) + ".lock"
        let opened = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else {
            throw LedgerFault(
                .readOnly, "\(file): cannot be made: \(String(cString: strerror(errno)))",
                help: "let the user of this service write to the folder of the ledger")
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            let holder = Self.read(opened)
            close(opened)
            guard number == EWOULDBLOCK else {
                throw LedgerFault(
                    .system, "\(file): cannot be locked: \(String(cString: strerror(number)))",
                    help: "put the database on a disk that knows locks")
            }
            throw LedgerFault(
                .locked,
                "another run of \(connection) is at work"
                    + (holder.isEmpty ? "" : ": \(holder)"),
                help: "wait until it ends, or end it: it stops after the step in hand")
        }
        descriptor = opened
        let text =
            "process \(getpid()) on \(Self.hostName()), since \(since.isoText)\n"
        ftruncate(opened, 0)
        _ = Array(text.utf8).withUnsafeBytes { pwrite(opened, $0.baseAddress, $0.count, 0) }
    }

    deinit { close(descriptor) }

    /// A name that is safe in a path and that no other connection has.
    private static func fileName(_ connection: String) -> String {
        var name = ""
        for byte in connection.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F:
                name.append(Character(UnicodeScalar(byte)))
            default: name += "%" + String(byte, radix: 16)
            }
        }
        return name
    }

    private static func read(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return "" }
        return String(decoding: bytes.prefix { $0 >= 0x20 }, as: UTF8.self)
    }

    private static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        let answer = gethostname(&name, name.count - 1)
        guard answer == 0 else { return "this machine" }
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Says that a process has the ledger open; a restore wants it for itself.
final class PresenceLock: Sendable {
    private let descriptor: Int32

    /// The file beside a ledger.
    static func file(_ path: String) -> String { path + ".open" }

    init(path: String, alone: Bool = false) throws(LedgerFault) {
        let file = Self.file(path)
        let opened = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else {
            throw LedgerFault(
                .readOnly, "\(file): cannot be made: \(String(cString: strerror(errno)))",
                help: "let the user of this service write to the folder of the ledger")
        }
        guard flock(opened, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
            close(opened)
            throw LedgerFault(
                .locked,
                alone
                    ? "\(path): another program has the ledger open"
                    : "\(path): the ledger is just being restored",
                help: alone ? "stop the service first, then restore" : "run again in a moment")
        }
        descriptor = opened
    }

    deinit { close(descriptor) }
}

extension LedgerStore {
    /// Takes the lock of a connection, or throws a fault that names its holder.
    public func lock(_ connection: String, since: Instant) throws -> RunLock {
        try RunLock(path: path, connection: connection, since: since)
    }
}
