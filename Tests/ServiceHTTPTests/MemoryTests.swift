import Foundation
import ServiceDoubles
import ServiceHTTP
import Testing

@Suite("The memory of long answers")
struct MemoryTests {
    /// The resident memory of this process, in mebibytes.
    private func resident() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let pages = try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        return pages * 4096 >> 20
    }

    @Test("An answer of 500 MB goes through in pieces, and is never in memory as a whole")
    func bounded() async throws {
        let (piece, times) = (1 << 18, 2000)
        let server = try await ScriptedServer { _ in
            [
                .text("HTTP/1.1 200 OK\r\ncontent-length: \(piece * times)\r\n\r\n"),
                .flood(Array(repeating: 0x20, count: piece), times: times),
            ]
        }
        let transport = try NetworkTransport(timeout: .seconds(60))
        let answer = try await transport.send(ServiceRequest(url: server.url))
        let before = try resident()
        var (count, most) = (0, 0)
        for try await piece in answer.body {
            if count >> 24 != (count + piece.count) >> 24 { most = max(most, try resident()) }
            count += piece.count
        }
        #expect(count == piece * times)
        #expect(most - before < 150)
        await transport.shutdown()
        await server.shutdown()
    }
}
