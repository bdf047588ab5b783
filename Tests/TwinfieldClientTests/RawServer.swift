import Foundation
import Synchronization

/// A server that answers each request with bytes as they are, and hangs up.
///
/// For what no HTTP library does: connections that break off before or in an answer.
final class RawServer: Sendable {
    private let listener: Int32
    private let counter = Mutex(0)
    let port: Int

    /// How many whole requests came in.
    var count: Int { counter.withLock { $0 } }
    var address: String { "http://127.0.0.1:\(port)" }

    init(_ answer: @escaping @Sendable (_ index: Int, _ request: String) -> String) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(listener, $0, size)
                _ = listen(listener, 16)
                _ = getsockname(listener, $0, &size)
            }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        self.listener = listener
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                let request = Self.request(from: connection)
                if !request.isEmpty, let self {
                    let index = self.counter.withLock { count in
                        defer { count += 1 }
                        return count
                    }
                    let bytes = Array(answer(index, request).utf8)
                    _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
                }
                close(connection)
            }
        }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private static func request(from connection: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            if count <= 0 { return "" }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.firstRange(of: "\r\n\r\n") else { continue }
            let head = text[..<end.lowerBound].lowercased()
            let length = BooksDouble.text(in: head + "\r\n", "content-length: ", "\r\n")
            if text[end.upperBound...].utf8.count >= Int(length) ?? 0 { return text }
        }
    }
}
