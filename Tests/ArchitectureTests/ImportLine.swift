/// One import declaration of a Swift file.
struct ImportLine: Equatable {
    /// The line, from 1.
    let number: Int
    /// The top module: `X` of `import struct X.Y`.
    let module: String
    /// Whether `@_exported` hands the module on to whoever imports this one.
    let isReexported: Bool

    private static let kinds: Set<Substring> = [
        "typealias", "struct", "class", "enum", "protocol", "let", "var", "func",
    ]

    /// Every import declaration of a file, in the order of the file.
    static func all(in source: MaskedSource) -> [ImportLine] {
        source.code.enumerated().flatMap { index, line in
            line.split(separator: ";").compactMap { ImportLine(statement: $0, number: index + 1) }
        }
    }

    /// Reads `@testable public import struct X.Y`; nil when the statement is no import.
    private init?(statement: Substring, number: Int) {
        let words = statement.split(whereSeparator: \.isWhitespace)
        guard let keyword = words.firstIndex(of: "import"),
            words[..<keyword].allSatisfy(ImportLine.mayPrecedeImport),
            var name = words[(keyword + 1)...].first
        else { return nil }
        if ImportLine.kinds.contains(name), keyword + 2 < words.count { name = words[keyword + 2] }
        self.number = number
        self.module = name.split(separator: ".").first.map(String.init) ?? String(name)
        self.isReexported = words[..<keyword].contains("@_exported")
    }

    private static func mayPrecedeImport(_ word: Substring) -> Bool {
        let levels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        return word.hasPrefix("@") || levels.contains(word)
    }
}
