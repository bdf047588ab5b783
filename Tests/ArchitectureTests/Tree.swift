import Foundation

/// The folder of the whole project, found from the place of this file.
///
/// Symbolic links are followed, so that a copy of the package that links to the sources reads the
/// project itself.
let projectFolder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The text of a file; an error when it is missing or no UTF-8.
func readText(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

/// All Swift files below a folder, sorted; none when there is no such folder.
func swiftFiles(in folder: URL) throws -> [URL] { try files(in: folder, withExtension: "swift") }

/// All files below a folder whose name ends so, sorted; none when there is no such folder.
func files(in folder: URL, withExtension name: String) throws -> [URL] {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder.path) else { return [] }
    return try manager.subpathsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasSuffix(".\(name)") }
        .map { folder.appending(path: $0) }
}

/// The names of the folders in a folder.
func subfolders(of folder: URL) throws -> Set<String> {
    let entries = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: [.isDirectoryKey])
    return Set(entries.filter(\.hasDirectoryPath).map(\.lastPathComponent))
}

/// The path of a file as seen from a folder above it.
func relativePath(of file: URL, from folder: URL) -> String {
    let steps = file.standardizedFileURL.pathComponents
    return steps.dropFirst(folder.standardizedFileURL.pathComponents.count).joined(separator: "/")
}
