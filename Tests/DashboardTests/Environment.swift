import Foundation

/// For looking at pages by eye: PAGES_FOLDER names a folder that gets them.
enum Environment {
    static var folder: String? { ProcessInfo.processInfo.environment["PAGES_FOLDER"] }

    static func write(_ text: String, _ folder: String, _ name: String) throws {
        let plain = String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + plain + ".html"))
    }
}
