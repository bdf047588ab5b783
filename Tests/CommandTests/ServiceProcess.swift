import Foundation
import FoundationNetworking
import ProgramSupport
import Testing

/// The built program as `ccvmap run --scheduled`, until it is told to end.
final class ServiceProcess {
    private let process = Process()
    private let words: URL
    private let port: Int?

    init(
        _ shop: Shop, _ further: [String] = [], monitoring port: Int? = nil,
        environment: [String: String] = [:]
    ) throws {
        self.port = port
        words = shop.place.folder.appending(path: "service-\(UUID().uuidString).log")
        try Data().write(to: words)
        process.executableURL = shop.place.program
        process.arguments =
            ["run", "--scheduled", "--config", "books/ccvmap.yaml"]
            + ["--set", "monitoring.address=\(port.map { "127.0.0.1:\($0)" } ?? "off")"] + further
        process.currentDirectoryURL = shop.place.folder
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: words)
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    /// What stands in its log.
    var log: String { (try? String(contentsOf: words, encoding: .utf8)) ?? "" }

    /// How often a text stands in its log.
    func count(_ text: String) -> Int { log.ranges(of: text).count }

    /// Waits until a text stands in the log so often.
    func waits(for text: String, times: Int = 1) async throws {
        while count(text) < times {
            try #require(process.isRunning, "\(log)")
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Sends a signal.
    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for its end.
    func end() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Asks it to end, and waits.
    func stop() -> Int32 {
        signal(SIGTERM)
        return end()
    }

    /// Asks monitoring.
    func get(_ path: String) async throws -> (status: Int, text: String) {
        let url = try #require(URL(string: "http://127.0.0.1:\(port ?? 0)\(path)"))
        let (data, response) = try await URLSession.shared.data(from: url)
        let status = try #require(response as? HTTPURLResponse).statusCode
        return (status, String(decoding: data, as: UTF8.self))
    }
}
