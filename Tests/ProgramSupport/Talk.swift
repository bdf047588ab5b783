package import Foundation

/// A run of the program that is talked with while it goes on.
package final class Talk {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors: URL
    private var read = Data()

    package init(_ program: URL, _ arguments: [String], in folder: URL) throws {
        errors = folder.appending(path: "talk-\(UUID().uuidString).txt")
        try Data().write(to: errors)
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = input
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
    }

    package func say(_ text: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    /// The next line of stdout.
    package func line() throws -> String {
        while true {
            if let end = read.firstIndex(of: 0x0A) {
                let line = String(decoding: read[read.startIndex..<end], as: UTF8.self)
                read = read[read.index(after: end)...]
                return line
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else {
                throw SandboxProcess.Refused(
                    text: (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
            }
            read += more
        }
    }

    /// Asks it to stop, as a supervisor does.
    package func askToStop() { process.terminate() }

    /// Waits for the end.
    package func end() throws -> CommandRun {
        try input.fileHandleForWriting.close()
        read += try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let words = try String(contentsOf: errors, encoding: .utf8)
        try FileManager.default.removeItem(at: errors)
        return CommandRun(code: process.terminationStatus, output: [UInt8](read), errors: words)
    }
}
