import Foundation
import ProgramSupport
import ServiceDoubles
import Testing

@Suite("ccvmap serve by https", .serialized)
struct ServeHTTPSTests {
    @Test("With a certificate the pages come by https, and their cookies go nowhere else")
    func pages() throws {
        let place = try Workplace()
        try place.run(["init", "books"]).mustHaveWorked()
        let files = try TestCertificates()
        defer { files.remove() }
        let talk = try place.talk(
            ["serve", "--pages-only", "--port", "0"] + Self.flags(files, key: "right.key"))
        let address = try #require(try talk.line().split(separator: " ").last.map(String.init))
        #expect(address.hasPrefix("https://127.0.0.1:"))
        let page = try Self.curl(["--cacert", files.path("ca.pem"), "-i", address])
        #expect(page.contains("HTTP/1.1 "), "\(page)")
        let cookie = try #require(
            page.split(separator: "\r\n").first { $0.lowercased().hasPrefix("set-cookie:") })
        #expect(cookie.contains("Secure"), "\(cookie)")
        let stranger = try Self.curl([address])
        #expect(stranger.isEmpty, "a certificate that nobody knows was trusted")
        let plain = try Self.curl(["-i", address.replacing("https://", with: "http://")])
        #expect(!plain.contains("200 OK"), "\(plain)")
        talk.askToStop()
        #expect(try talk.end().code == 0)
    }

    @Test("A key of another certificate, and files that hold neither, are said before it listens")
    func badFiles() throws {
        let place = try Workplace()
        try place.run(["init", "books"]).mustHaveWorked()
        let files = try TestCertificates()
        defer { files.remove() }
        let cases = [
            ("alone.key", "this key does not belong to the certificate"),
            ("right.pem", "no private key in PEM form"), ("nothing.key", "no private key"),
        ]
        for (key, sentence) in cases {
            let run = try place.run(["serve"] + Self.flags(files, key: key))
            #expect(run.code == 2, "\(key)")
            #expect(run.errors.contains(sentence), "\(run.errors)")
        }
        let half = try place.run([
            "serve", "--config", "books/ccvmap.yaml", "--set",
            "dashboard.certificate=\(files.path("right.pem"))",
        ])
        #expect(half.code == 2)
        #expect(half.errors.contains("certificate_key"), "\(half.errors)")
    }

    private static func flags(_ files: TestCertificates, key: String) -> [String] {
        [
            "--config", "books/ccvmap.yaml",
            "--set", "dashboard.certificate=\(files.path("right.pem"))",
            "--set", "dashboard.certificate_key=\(files.path(key))",
        ]
    }

    /// What curl prints of an address; nothing when it trusts it not.
    private static func curl(_ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["curl", "-s", "--max-time", "30"] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
