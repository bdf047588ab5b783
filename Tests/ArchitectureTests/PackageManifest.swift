/// The targets of the product as `Package.swift` declares them, read from its text.
///
/// It knows the calls that the manifest uses: `library`, `.executableTarget`, `.systemLibrary`.
/// Test targets are not read.
struct PackageManifest {
    /// The declared dependencies by the name of the target.
    private(set) var dependencies: [String: Set<String>] = [:]

    init(_ text: String) {
        for call in ["library(", ".executableTarget(", ".systemLibrary("] {
            for range in text.ranges(of: call) {
                read(PackageManifest.arguments(of: text[range.upperBound...]))
            }
        }
    }

    /// Reads the quoted names of one call: the target's own first, then what it depends on.
    private mutating func read(_ arguments: Substring) {
        let others = ["package: ", "pkgConfig: ", "path: "]
        let parts = arguments.split(separator: "\"", omittingEmptySubsequences: false)
        let names = stride(from: 1, to: parts.count, by: 2)
            .filter { index in !others.contains { parts[index - 1].hasSuffix($0) } }
            .map { String(parts[$0]) }
        guard let name = names.first else { return }
        dependencies[name] = Set(names.dropFirst())
    }

    /// The text up to the parenthesis that closes the call, without what Debian calls a library
    /// and without the files that are built in.
    private static func arguments(of text: Substring) -> Substring {
        var depth = 0
        let end = text.firstIndex { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth < 0
        }
        let arguments = text[..<(end ?? text.endIndex)]
        let others = ["providers:", "resources:"].compactMap { arguments.firstRange(of: $0) }
        return arguments[..<(others.map(\.lowerBound).min() ?? arguments.endIndex)]
    }
}
