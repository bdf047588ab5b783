import Foundation

/// Runs a test on a folder of its own, which is gone afterwards.
func withTemporaryTree<Result>(
    _ contents: [String: String] = [:], copying original: URL? = nil, _ body: (URL) throws -> Result
) throws -> Result {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "ccvmap-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: folder) }
    if let original {
        try manager.copyItem(at: original, to: folder)
    }
    for (path, text) in contents {
        let file = folder.appending(path: path)
        try manager.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    return try body(folder)
}
