package import Foundation

/// A temporary folder with rules and records in it, and the program to run there.
package final class Workplace {
    package let folder: URL
    package let program: URL

    /// Makes the folder; with rules and templates as `init` writes them, a payment and its sale.
    package init() throws {
        program = try Self.findProgram()
        folder = FileManager.default.temporaryDirectory
            .appending(path: "ccvmap-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["rules/ccv-twinfield.yaml", "templates/memo-payment.yaml"] {
            try write(name, [UInt8](Data(contentsOf: Self.projectFolder.appending(path: name))))
        }
        try write("payments.json", Self.payment("P1", order: "WEB-1") + "\n")
        try write("items.json", Self.sale(1, invoice: "WEB-1") + "\n")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The files of the project, three folders above this one.
    package static let projectFolder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    package static func payment(
        _ reference: String, order: String, amount: String = "10.00", status: String = "success"
    ) -> String {
        #"{"reference":"\#(reference)","type":"sale","status":"\#(status)","method":"ideal","#
            + #""amount":\#(amount),"currency":"eur","created":1794312000000,"#
            + #""merchantOrderReference":"\#(order)"}"#
    }

    package static func sale(_ number: Int, invoice: String) -> String {
        #"{"code":"VRK","number":"\#(number)","line":"1","date":"20261105","dim1":"1300","#
            + #""dim2":"D\#(number)","currency":"EUR","openvalue":"10.00","#
            + #""invoicenumber":"\#(invoice)"}"#
    }

    package func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    package func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    /// The text of a file; nil when it is not there.
    package func read(_ name: String) -> String? {
        try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// Puts one text in the place of another in a file.
    package func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
        try write(name, text.replacing(old, with: new))
    }

    package func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: name))
    }

    /// Every file and folder, by its path from here.
    package var contents: Set<String> {
        let found = FileManager.default.enumerator(atPath: folder.path)
        return Set((found?.allObjects ?? []).compactMap { $0 as? String })
    }

    /// The arguments of a dry run over the files that are here.
    package func dryRun(_ further: String...) throws -> CommandRun {
        try run(
            ["dry-run", "--payments", "payments.json", "--open-items", "items.json"]
                + ["--as-of", "2026-11-20"] + further)
    }

    /// Runs lines of a shell here, in which `$program` is the program.
    package func shell(_ lines: String) throws -> CommandRun {
        try run(
            ["-c", lines], of: URL(filePath: "/bin/sh"), environment: ["program": program.path])
    }

    /// Runs the program here; stdin is `input`, and stdout goes to a file or to `device`.
    package func run(
        _ arguments: [String], of other: URL? = nil, input: String = "", device: String? = nil,
        environment: [String: String] = [:]
    ) throws -> CommandRun {
        let streams = try Workplace.Streams(input: input)
        let process = Process()
        process.executableURL = other ?? program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, new in new }
        process.standardInput = try FileHandle(forReadingFrom: streams.file("in"))
        process.standardOutput =
            try device.map { try FileHandle(forWritingTo: URL(filePath: $0)) }
            ?? FileHandle(forWritingTo: streams.file("out"))
        process.standardError = try FileHandle(forWritingTo: streams.file("err"))
        try process.run()
        process.waitUntilExit()
        return CommandRun(
            code: process.terminationStatus,
            output: [UInt8](try Data(contentsOf: streams.file("out"))),
            errors: try String(contentsOf: streams.file("err"), encoding: .utf8))
    }

    /// Begins a run that is talked with.
    package func talk(_ arguments: [String]) throws -> Talk {
        try Talk(program, arguments, in: folder)
    }

    /// Runs the program here while no file may grow, as on a full disk; its words come by a pipe.
    package func runWithoutRoom(_ arguments: [String]) throws -> CommandRun {
        let process = Process()
        let words = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        let line = "trap '' XFSZ; ulimit -f 0; exec \"$@\""
        process.arguments = ["-c", line, "sh", program.path] + arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = words
        try process.run()
        let bytes = try words.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return CommandRun(
            code: process.terminationStatus, output: [],
            errors: String(decoding: bytes, as: UTF8.self))
    }

    /// The program stands beside the tests that were built with it.
    private static func findProgram() throws -> URL {
        let own = CommandLine.arguments.first.map { URL(filePath: $0) }
        let places =
            [Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL) + [own].compactMap(\.self)
        let found = places.flatMap { [$0, $0.deletingLastPathComponent()] }
            .map { $0.appending(path: "ccvmap") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { throw CocoaError(.fileNoSuchFile) }
        return found
    }

    /// Files for the streams of a run, outside the folder that is looked at.
    private final class Streams {
        private let folder: URL

        init(input: String) throws {
            folder = FileManager.default.temporaryDirectory
                .appending(path: "ccvmap-streams-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(input.utf8).write(to: file("in"))
            for name in ["out", "err"] { try Data().write(to: file(name)) }
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func file(_ name: String) -> URL { folder.appending(path: name) }
    }
}
