import Glibc

/// Tells systemd how the service does, by datagrams to the socket that it names: sd_notify(3).
///
/// Without such a socket nothing is sent.
struct SystemdNotifier: Sendable {
    /// Something to tell.
    enum State: Sendable, Equatable {
        /// The service does its work.
        case ready
        /// A line for people, shown by `systemctl status`.
        case status(String)
        /// The service is about to end.
        case stopping
        /// The service is alive.
        case watchdog

        fileprivate var line: String {
            switch self {
            case .ready: "READY=1"
            case .status(let text): "STATUS=" + text.replacing("\n", with: " ")
            case .stopping: "STOPPING=1"
            case .watchdog: "WATCHDOG=1"
            }
        }
    }

    /// How often systemd wants to hear that the service is alive, at the least; nil for never.
    let watchdog: Duration?
    private let path: String?

    /// Reads what systemd put into the environment.
    init(environment: [String: String]) {
        path = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        let isForUs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        let time = environment["WATCHDOG_USEC"].flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil }
        watchdog = isForUs ? time.map { .microseconds($0) } : nil
    }

    /// Tells it; false when nobody listens.
    @discardableResult
    func tell(_ states: State...) -> Bool {
        guard let path, var address = Self.address(path) else { return false }
        let opened = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard opened >= 0 else { return false }
        defer { close(opened) }
        // Whoever reads nothing must not keep the service from its work.
        var limit = timeval(tv_sec: 0, tv_usec: 300_000)
        setsockopt(
            opened, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let message = Array(states.map(\.line).joined(separator: "\n").utf8)
        // A path may be shorter than its field; the name of an abstract socket is exactly as long.
        let size = MemoryLayout.offset(of: \sockaddr_un.sun_path) ?? 2
        let length = socklen_t(size + path.utf8.count)
        let sent = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                sendto(
                    opened, message, message.count, Int32(MSG_NOSIGNAL), address, length)
            }
        }
        return sent == message.count
    }

    /// The address of a socket: a path, or `@name` for one that is in no folder.
    private static func address(_ path: String) -> sockaddr_un? {
        var bytes = Array(path.utf8)
        var address = sockaddr_un()
        guard bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "@"),
            bytes.count < MemoryLayout.size(ofValue: address.sun_path)
        else { return nil }
        if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return address
    }
}
