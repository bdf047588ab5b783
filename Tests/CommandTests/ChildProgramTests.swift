import Foundation
import Testing

@testable import ccvmap

@Suite("A program of the operator")
struct ChildProgramTests {
    private func fault(_ path: String, limit: Duration = .seconds(20)) async -> String? {
        do {
            try await ChildProgram(path: path).run(input: Array("hello\n".utf8), limit: limit)
            return nil
        } catch {
            return "\(error)"
        }
    }

    private func script(_ text: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try ("#!/bin/sh\n" + text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test("gets its input whole, however long it is, and may leave it unread")
    func input() async throws {
        let path = try script("test $(wc -c) -eq 1000000")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let input = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
        try await ChildProgram(path: path).run(input: input, limit: .seconds(20))
        try await ChildProgram(path: "/bin/true").run(input: input, limit: .seconds(20))
    }

    @Test("that fails, is not there, or does not end, is said and left")
    func faults() async throws {
        let failing = try script("exit 3")
        let waiting = try script("sleep 600 & wait")
        defer {
            for path in [failing, waiting] { try? FileManager.default.removeItem(atPath: path) }
        }
        #expect(await fault(failing) == "\(failing) ended with 3")
        #expect(await fault("/nowhere/tell-me")?.contains("cannot be run") == true)
        #expect(
            await fault(waiting, limit: .milliseconds(200))?.contains("did not end within") == true)
    }
}
