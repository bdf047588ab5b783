import Foundation
import Testing

@testable import ccvmap

@Suite("Signs to systemd")
struct NotifierTests {
    @Test("go to the socket that systemd names, in a folder or in none", arguments: [false, true])
    func datagrams(isAbstract: Bool) throws {
        let socket = try NotifySocket(isAbstract: isAbstract)
        let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": socket.name])
        #expect(notifier.tell(.ready))
        #expect(notifier.tell(.watchdog, .status("two\nlines")))
        #expect(socket.message() == "READY=1")
        #expect(socket.message() == "WATCHDOG=1\nSTATUS=two lines")
    }

    @Test("go nowhere without a socket, or when nobody listens")
    func nobody() {
        #expect(!SystemdNotifier(environment: [:]).tell(.ready))
        for name in [
            "/nobody/here", "relative", "@nobody-listens", String(repeating: "/x", count: 80),
        ] {
            #expect(!SystemdNotifier(environment: ["NOTIFY_SOCKET": name]).tell(.stopping))
        }
    }

    @Test("do not wait for somebody who reads nothing")
    func full() throws {
        let socket = try NotifySocket(isAbstract: true)
        let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": socket.name])
        var sent = 0
        while notifier.tell(.watchdog) { sent += 1 }
        #expect(sent > 0)
        socket.drain()
        #expect(notifier.tell(.watchdog))
    }

    @Test("of life are wanted as often as systemd says, if it means this process")
    func watchdog() {
        func time(_ more: [String: String]) -> Duration? {
            SystemdNotifier(environment: ["WATCHDOG_USEC": "30000000"].merging(more) { $1 })
                .watchdog
        }
        #expect(time([:]) == .seconds(30))
        #expect(time(["WATCHDOG_PID": String(getpid())]) == .seconds(30))
        #expect(time(["WATCHDOG_PID": "1"]) == nil)
        #expect(time(["WATCHDOG_USEC": "0"]) == nil)
    }
}

/// A socket as systemd has one for its services.
final class NotifySocket {
    let name: String
    private let descriptor: Int32
    private let path: String?

    init(isAbstract: Bool) throws {
        let own = "ccvmap-\(UUID().uuidString)"
        path = isAbstract ? nil : FileManager.default.temporaryDirectory.path + "/" + own
        name = path ?? "@" + own
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        if isAbstract { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(2 + bytes.count)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length)
            }
        }
        try #require(bound == 0)
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
        if let path { unlink(path) }
    }

    /// The next message; nil when none comes for a minute.
    func message() -> String? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }

    /// Reads messages until one begins like this; false when it does not come.
    func sees(_ beginning: String) -> Bool {
        while let message = message() {
            if message.hasPrefix(beginning) { return true }
        }
        return false
    }

    /// Reads what is there already, so that there is room for more.
    func drain() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT)) > 0 {}
    }
}
