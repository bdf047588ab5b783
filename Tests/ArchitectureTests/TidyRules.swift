import Foundation

/// What every file of a folder of sources must keep to, beyond what `swift format` looks at.
struct TidyRules {
    /// The most lines a Swift file may have.
    let maximumLines: Int
    /// The most columns a line of Swift may have; a column is a character.
    let maximumColumns = 100

    static let sources = TidyRules(maximumLines: 400)
    static let tests = TidyRules(maximumLines: 600)

    /// Calls that stop the program instead of reporting what is wrong.
    private static let traps = ["try!", "as!", "fatalError("]
    /// Marks of work that is not done.
    private static let looseEnds = ["TODO", "FIXME", "XXX"]
    /// Floating point, clocks, files and printing that need no import, so the graph misses them.
    private static let impurities = [
        "Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat",
        "ContinuousClock", "SuspendingClock", "SystemRandomNumberGenerator", "CommandLine",
        "print(", "debugPrint(", "dump(", "readLine(",
        "fopen", "getenv", "xmlReadFile", "xmlReaderForFile", "xmlNewTextWriterFilename",
        "yaml_parser_set_input_file",
    ]

    /// The places in a folder that break these rules; the first folders named are the core.
    func violations(in folder: URL, core: Set<String> = []) throws -> [Violation] {
        try swiftFiles(in: folder).flatMap { file in
            let path = relativePath(of: file, from: folder)
            let isCore = path.split(separator: "/").first.map { core.contains(String($0)) }
            return violations(
                in: MaskedSource(try readText(file)), path: path, isCore: isCore ?? false)
        }
    }

    private func violations(in source: MaskedSource, path: String, isCore: Bool) -> [Violation] {
        var found: [Violation] = []
        if source.lines.count > maximumLines {
            found.append(Violation(path, maximumLines + 1, "more than \(maximumLines) lines"))
        }
        for (index, line) in source.lines.enumerated() {
            found += shapeFaults(of: line).map { Violation(path, index + 1, $0) }
        }
        for (index, line) in source.code.enumerated() {
            let words = TidyRules.traps + (isCore ? TidyRules.impurities : [])
            found += words.filter { line.containsWord($0) }
                .map { Violation(path, index + 1, "`\($0)`") }
        }
        for (index, line) in source.codeAndComments.enumerated() {
            found += TidyRules.looseEnds.filter { line.containsWord($0) }
                .map { Violation(path, index + 1, "`\($0)`") }
        }
        return found
    }

    private func shapeFaults(of line: String) -> [String] {
        var faults: [String] = []
        if line.utf8.count > maximumColumns, line.count > maximumColumns {
            faults.append("more than \(maximumColumns) columns")
        }
        if line.utf8.contains(UInt8(ascii: "\t")) { faults.append("a tab") }
        if line.last?.isWhitespace == true { faults.append("white space at the end") }
        return faults
    }
}

extension String {
    /// Whether a word stands here that no letter, digit, underscore or full stop touches.
    ///
    /// The full stop keeps a method of a type of ours, such as `page.print(`, apart.
    fileprivate func containsWord(_ word: String) -> Bool {
        guard utf8.count >= word.utf8.count else { return false }
        return ranges(of: word).contains { range in
            let before = self[..<range.lowerBound].last
            let after = self[range.upperBound...].first
            let endsInName = word.last?.isPartOfName ?? false
            return before.map { !$0.isPartOfName && $0 != "." } ?? true
                && !(endsInName && (after?.isPartOfName ?? false))
        }
    }
}

extension Character {
    fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" }
}
