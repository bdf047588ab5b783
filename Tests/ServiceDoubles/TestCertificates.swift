public import Foundation

/// Certificates made for one test, by the `openssl` command, in a folder of their own.
///
/// An authority of our own, and certificates signed by it for 127.0.0.1 and localhost, and for
/// another host; and one that nobody signed.
public struct TestCertificates: Sendable {
    /// The folder; remove it when done.
    public let folder: URL

    /// Makes them all.
    public init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "certificates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem",
        ])
        try sign("right", "IP:127.0.0.1,DNS:localhost")
        try sign("elsewhere", "DNS:elsewhere.example")
        try run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
            "-keyout", "alone.key", "-out", "alone.pem",
        ])
    }

    /// The path of a file, such as `ca.pem`, `right.pem` or `right.key`.
    public func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Removes the folder.
    public func remove() { try? FileManager.default.removeItem(at: folder) }

    private func sign(_ name: String, _ names: String) throws {
        try run([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-subj", "/CN=\(name)", "-keyout", "\(name).key", "-out", "\(name).csr",
        ])
        let extensions = "subjectAltName=\(names)\n"
        try extensions.write(toFile: path("\(name).ext"), atomically: true, encoding: .utf8)
        try run([
            "x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key",
            "-CAcreateserial", "-days", "2", "-extfile", "\(name).ext", "-out", "\(name).pem",
        ])
    }

    private func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }
}
