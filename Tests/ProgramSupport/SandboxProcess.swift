package import Foundation
import FoundationNetworking

/// The built program as `ccvmap sandbox`, until it is let go of.
package final class SandboxProcess {
    /// What it printed once it listened.
    package struct Addresses: Decodable {
        package let ccv: String
        package let twinfield: String
        package let admin: String
        package let apiKey: String
        package let clientID: String
        package let clientSecret: String
        package let office: String

        private enum CodingKeys: String, CodingKey {
            case ccv, twinfield, admin, office
            case apiKey = "api_key"
            case clientID = "client_id"
            case clientSecret = "client_secret"
        }
    }

    package let addresses: Addresses
    private let process = Process()

    package init(_ program: URL, _ arguments: [String] = []) throws {
        let output = Pipe()
        process.executableURL = program
        process.arguments = ["sandbox"] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while !line.contains(0x0A) {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
            line += more
        }
        addresses = try JSONDecoder().decode(Addresses.self, from: line)
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// Asks the admin address for something to happen.
    package func act(_ path: String, _ body: String, method: String = "POST") async throws {
        var request = URLRequest(url: try address(addresses.admin + path))
        request.httpMethod = method
        request.httpBody = Data(body.utf8)
        let (data, response) = try await URLSession.shared.data(for: request)
        guard (response as? HTTPURLResponse)?.statusCode == 200 else {
            throw Refused(text: String(decoding: data, as: UTF8.self))
        }
    }

    /// What the admin address shows.
    package func look(_ path: String) async throws -> String {
        let (data, _) = try await URLSession.shared.data(from: address(addresses.admin + path))
        return String(decoding: data, as: UTF8.self)
    }

    /// Presses a button of the consent page, as a person in a browser, and says where that leads.
    package func consent(_ page: String, decision: String = "approve") async throws -> String {
        let (data, _) = try await URLSession.shared.data(from: address(page))
        let text = String(decoding: data, as: UTF8.self)
        guard let mark = text.firstRange(of: "name=\"ticket\" value=\"") else {
            throw Refused(text: text)
        }
        let ticket = text[mark.upperBound...].prefix { $0 != "\"" }
        var request = URLRequest(
            url: try address(addresses.twinfield + "/auth/authentication/connect/authorize"))
        request.httpMethod = "POST"
        request.setValue(
            "application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.httpBody = Data("ticket=\(ticket)&decision=\(decision)".utf8)
        let session = URLSession(
            configuration: .ephemeral, delegate: Stay(), delegateQueue: nil)
        let (_, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse,
            let place = response.value(forHTTPHeaderField: "Location")
        else { throw Refused(text: "no redirect") }
        return place
    }

    /// Opens an address, as the browser does when it is sent there.
    package func open(_ place: String) async throws -> String {
        let (data, _) = try await URLSession.shared.data(from: address(place))
        return String(decoding: data, as: UTF8.self)
    }

    package struct Refused: Error {
        package let text: String
    }

    private func address(_ text: String) throws -> URL {
        guard let url = URL(string: text) else { throw CocoaError(.fileReadUnknown) }
        return url
    }

    /// Redirects are looked at, not followed.
    private final class Stay: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask,
            willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
            completionHandler: @escaping (URLRequest?) -> Void
        ) { completionHandler(nil) }
    }
}
