import Foundation

/// The built program, run as a person runs it: from the top folder of the project.
struct Program {
    /// What a run gave.
    struct Run {
        let code: Int32
        let output: String
        let errors: String
    }

    private let file: URL

    /// Finds the program beside the tests that were built with it.
    init() throws {
        let folders = [Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)
        let arguments = CommandLine.arguments.first.map { URL(filePath: $0) }
        let places = folders + [arguments].compactMap(\.self)
        let found = places.flatMap { [$0, $0.deletingLastPathComponent()] }
            .map { $0.appending(path: "ccvmap") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { throw Missing(places: places.map(\.path)) }
        file = found
    }

    /// Runs the program with arguments and waits for its end.
    func callAsFunction(_ arguments: [String], in folder: URL = projectFolder) throws -> Run {
        try run(file, arguments, in: folder)
    }

    /// Runs lines of a shell that knows the program, and hands out all that they print.
    func shell(_ commands: String, in folder: URL) throws -> String {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let own = file.deletingLastPathComponent().path
        let lines = "exec 2>&1\nPATH='\(own):\(path)'\n\(commands)"
        return try run(URL(filePath: "/bin/sh"), ["-c", lines], in: folder).output
    }

    private func run(_ file: URL, _ arguments: [String], in folder: URL) throws -> Run {
        try withTemporaryFolder { temporary in
            let outputs = ["out", "err"].map { temporary.appending(path: $0) }
            for output in outputs { try Data().write(to: output) }
            let process = Process()
            process.executableURL = file
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try FileHandle(forWritingTo: outputs[0])
            process.standardError = try FileHandle(forWritingTo: outputs[1])
            try process.run()
            process.waitUntilExit()
            return Run(
                code: process.terminationStatus,
                output: try String(contentsOf: outputs[0], encoding: .utf8),
                errors: try String(contentsOf: outputs[1], encoding: .utf8))
        }
    }

    /// The program is not where the tests are.
    struct Missing: Error {
        let places: [String]
    }
}
