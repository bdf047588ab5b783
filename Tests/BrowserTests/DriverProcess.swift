import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

/// The driver of the browser, from the system's packages, until it is let go of.
final class DriverProcess: @unchecked Sendable {
    static let browser = URL(filePath: "/usr/bin/chromium")
    private static let driver = URL(filePath: "/usr/bin/chromedriver")

    /// Whether this system has the browser and its driver.
    static var isHere: Bool {
        [browser, driver].allSatisfy { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    private let process = Process()
    private let base: String

    init() throws {
        let output = Pipe()
        process.executableURL = Self.driver
        process.arguments = ["--port=0"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = ""
        var port: Int?
        while port == nil {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw WebDriver.Fault(description: "no driver: \(said)") }
            said += String(decoding: more, as: UTF8.self)
            port =
                said.split(separator: "\n").lazy
                .filter { $0.contains("started successfully on port ") }
                .compactMap { Int($0.split(separator: " ").last?.filter(\.isNumber) ?? "") }.first
        }
        base = "http://127.0.0.1:\(port ?? 0)"
        // Nobody reads what else it says; it must not fill the pipe.
        output.fileHandleForReading.readabilityHandler = { handle in
            if handle.availableData.isEmpty { handle.readabilityHandler = nil }
        }
    }

    deinit {
        // It minds no gentler signal while the browser runs; that ends when its pipe is closed.
        kill(process.processIdentifier, SIGKILL)
    }

    /// Sends a command; gives its value.
    func ask(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any {
        var request = HTTPClientRequest(url: base + path)
        request.method = HTTPMethod(rawValue: method)
        if let body {
            request.body = .bytes(try JSONSerialization.data(withJSONObject: body))
            request.headers.add(name: "Content-Type", value: "application/json")
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .minutes(2))
        let data = Data(buffer: try await response.body.collect(upTo: 1 << 26))
        let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let value = answer?["value"] ?? NSNull()
        guard response.status == .ok else {
            let message = (value as? [String: Any])?["message"] as? String
            throw WebDriver.Fault(description: "\(method) \(path): \(message ?? "\(value)")")
        }
        return value
    }
}
