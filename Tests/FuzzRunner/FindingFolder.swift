import Foundation
import FuzzSupport

/// The folder in which inputs that break a promise are kept.
struct FindingFolder {
    private let folder: URL
    private let seed: UInt64

    /// Makes the folder below that for temporary files.
    init(seed: UInt64) throws {
        self.seed = seed
        folder = FileManager.default.temporaryDirectory.appending(path: "ccvmap-fuzz")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Saves an input and gives its path.
    func save(_ input: FuzzInput) -> String {
        let name = "seed-\(seed)-input-\(input.number).\(input.target.syntax.rawValue)"
        let file = folder.appending(path: name)
        try? Data(input.bytes).write(to: file)
        return file.path
    }

    /// A file by which two processes count together.
    func tallyPath() -> String {
        folder.appending(path: "tally-\(ProcessInfo.processInfo.processIdentifier)").path
    }
}
