import Foundation
import FoundationNetworking

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
        output.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// Sends a command; gives its value.
    func ask(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any {
        guard let url = URL(string: base + path) else {
            throw WebDriver.Fault(description: "no address: \(path)")
        }
        var request = URLRequest(url: url, timeoutInterval: 120)
        request.httpMethod = method
        if let body {
            request.httpBody = try JSONSerialization.data(withJSONObject: body)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let value = answer?["value"] ?? NSNull()
        guard (response as? HTTPURLResponse)?.statusCode == 200 else {
            let message = (value as? [String: Any])?["message"] as? String
            throw WebDriver.Fault(description: "\(method) \(path): \(message ?? "\(value)")")
        }
        return value
    }
}
