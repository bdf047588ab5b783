import Foundation
import Glibc

/// A client of bare sockets, which sees what clever clients hide: reason phrases, resets, halves.
struct RawClient: Sendable {
    /// What came back before the connection ended.
    struct Answer: Sendable {
        /// All bytes.
        var bytes: [UInt8] = []
        /// Whether the connection was reset rather than closed.
        var wasReset = false

        /// The text of all bytes.
        var text: String { String(decoding: bytes, as: UTF8.self) }
        /// The first line.
        var statusLine: String { String(text.prefix { $0 != "\r" && $0 != "\r\n" }) }
        /// The status; 0 when there is none.
        var status: Int { Int(statusLine.split(separator: " ").dropFirst().first ?? "") ?? 0 }
        /// What stands behind the head.
        var body: String {
            text.firstRange(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? ""
        }

        /// A header by its name, compared without case.
        func header(_ name: String) -> String? {
            for line in text.components(separatedBy: "\r\n").dropFirst() {
                if line.isEmpty { return nil }
                let sides = line.split(separator: ":", maxSplits: 1)
                if sides.first?.lowercased() == name.lowercased(), sides.count == 2 {
                    return sides[1].trimmingCharacters(in: .whitespaces)
                }
            }
            return nil
        }
    }

    let port: UInt16

    /// Takes an address such as `http://127.0.0.1:5080`.
    init(_ base: String) { port = UInt16(base.split(separator: ":").last ?? "") ?? 0 }

    /// Sends a request on a connection of its own, on a thread of its own: the server needs those
    /// of the tests.
    func send(
        _ method: String, _ path: String, headers: [String: String] = [:], body: String = ""
    ) async -> Answer {
        var fields = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
        fields.merge(headers) { _, new in new }
        if !body.isEmpty || method == "POST" { fields["Content-Length"] = "\(body.utf8.count)" }
        let lines = fields.map { "\($0.key): \($0.value)\r\n" }.joined()
        let request = Array("\(method) \(path) HTTP/1.1\r\n\(lines)\r\n\(body)".utf8)
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: exchange(request)) }
        }
    }

    private func exchange(_ request: [UInt8]) -> Answer {
        var answer = Answer()
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { return answer }
        var sent = 0
        while sent < request.count {
            let count = request[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { break }
            sent += count
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count > 0 {
                answer.bytes += buffer[..<count]
            } else {
                answer.wasReset = count < 0 && errno == ECONNRESET
                return answer
            }
        }
    }
}
