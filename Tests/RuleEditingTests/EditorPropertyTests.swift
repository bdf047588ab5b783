import RuleEditing
import RuleSyntax
import SourceDiagnostics
import Testing

@Suite("Any edit of any file")
struct EditorPropertyTests {
    /// A file of nested mappings and lists in every style, with comments, and the paths of its
    /// texts.
    private struct Written {
        var text = ""
        var texts: [RulePath] = []
        var mappings: [RulePath] = []
        var lists: [RulePath] = []
    }

    private static let values = [
        "NLA001", "1300", "0012", "no", "x y", "a: b", "#", "'", "\"", "\\n", "é€😀", "- a", "{}",
        "[1]", "*x", "&x", "!t", "|", ">", "%", "@", "`", ": #", "---", "...", "?", "a#b", "~",
        "2026-01-01", "<<", "key: value # no", "\u{00A0}", "a\u{301}", "=", "0x1F", "1_000", ".5",
    ]

    private static let unwritable = ["\n", "a\nb: c", "\r", "\u{2028}x", "\u{0}", "\t", "\u{202E}"]

    private static func scalar(_ random: inout SeededGenerator) -> String {
        let number = Int.random(in: 0..<10_000, using: &random)
        return ["plain\(number)", "'it''s \(number)'", "\"q\(number)\"", "\(number)"]
            .randomElement(using: &random) ?? ""
    }

    private static func write(_ random: inout SeededGenerator, _ end: String) -> Written {
        var written = Written()
        mapping(RulePath(), indent: 0, depth: 0, &written, &random, end)
        if Bool.random(using: &random) { written.text.removeLast(end.count) }
        if Bool.random(using: &random) { written.text = "\u{FEFF}" + written.text }
        return written
    }

    private static func mapping(
        _ path: RulePath, indent: Int, depth: Int, _ written: inout Written,
        _ random: inout SeededGenerator, _ end: String
    ) {
        written.mappings.append(path)
        let margin = String(repeating: " ", count: indent)
        for index in 0..<Int.random(in: 1...4, using: &random) {
            let key =
                ["k\(index)", "card/\(index)", "é\(index)"].randomElement(using: &random) ?? ""
            let own = path.appending(key)
            if Int.random(in: 0..<4, using: &random) == 0 {
                written.text += margin + "# c: d" + end
            }
            written.text += margin + key + ":"
            let comment = Bool.random(using: &random) ? "   # uitleg: [" : ""
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where depth < 3:
                written.text += comment + end
                mapping(own, indent: indent + 2, depth: depth + 1, &written, &random, end)
            case 1:
                written.text += comment + end
                written.lists.append(own)
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    written.text += margin + "  - " + scalar(&random) + comment + end
                }
            case 2:
                let count = Int.random(in: 1...3, using: &random)
                let list = (0..<count).map { _ in scalar(&random) }.joined(separator: ", ")
                written.lists.append(own)
                written.text += " [" + list + "]" + comment + end
            case 3:
                written.mappings.append(own)
                let one = scalar(&random)
                written.text += " { a: " + one + ", b: " + scalar(&random) + " }" + comment + end
                written.texts += [own.appending("a"), own.appending("b")]
            default:
                written.texts.append(own)
                written.text += " " + scalar(&random) + comment + end
            }
        }
    }

    private static func node(_ path: RulePath, in source: SourceText) -> YAMLNode? {
        guard var node = YAMLReader.read(source).root else { return nil }
        for case .key(let key) in path.steps {
            guard case .mapping(let pairs) = node.content,
                let pair = pairs.first(where: { $0.key == key })
            else { return nil }
            node = pair.value
        }
        return node
    }

    private static func text(_ path: RulePath, in source: SourceText) -> String? {
        guard case .scalar(let scalar) = node(path, in: source)?.content else { return nil }
        return scalar.text
    }

    @Test(
        "A value that was set is read back, and every other byte is as it was", arguments: 0..<400)
    func setting(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let written = Self.write(&random, ["\n", "\r\n"][seed % 2])
        let source = SourceText(path: "f", bytes: Array(written.text.utf8))
        try #require(YAMLReader.read(source).diagnostics.isEmpty, "\(written.text)")
        for path in written.texts {
            let value = try #require(Self.values.randomElement(using: &random))
            let range = try #require(Self.node(path, in: source)).range
            let result = try RuleFileEditor.applying(.set(path, value), to: source)
            #expect(Self.text(path, in: result) == value)
            let tail = source.bytes.count - range.upper
            #expect(result.bytes.prefix(range.lower) == source.bytes.prefix(range.lower))
            #expect(result.bytes.suffix(tail) == source.bytes.suffix(tail))
            #expect(result.bytes.count >= range.lower + tail)
        }
    }

    @Test("Quoted values that are set back give the file of before", arguments: 0..<200)
    func settingBack(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 10_000)
        let written = Self.write(&random, ["\n", "\r\n"][seed % 2])
        let source = SourceText(path: "f", bytes: Array(written.text.utf8))
        for path in written.texts {
            let old = try #require(Self.text(path, in: source))
            let isPlain = source.bytes[try #require(Self.node(path, in: source)).range.lower]
            let value =
                [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(isPlain)
                ? try #require(Self.values.randomElement(using: &random))
                : old.hasPrefix("plain") ? "NLA 2" : "77"
            let there = try RuleFileEditor.applying(.set(path, value), to: source)
            let back = try RuleFileEditor.applying(.set(path, old), to: there)
            #expect(back.bytes == source.bytes)
        }
    }

    @Test("A row that was added and taken away leaves the file of before", arguments: 0..<200)
    func adding(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 20_000)
        let written = Self.write(&random, ["\n", "\r\n"][seed % 2])
        let source = SourceText(path: "f", bytes: Array(written.text.utf8))
        for path in written.mappings {
            let key = try #require(Self.values.filter { $0 != "<<" }.randomElement(using: &random))
            let value = try #require(Self.values.randomElement(using: &random))
            let more = try RuleFileEditor.applying(.add(path, key: key, value: value), to: source)
            #expect(Self.text(path.appending(key), in: more) == value)
            let back = try RuleFileEditor.applying(.remove(path.appending(key)), to: more)
            #expect(back.bytes == source.bytes)
        }
    }

    @Test("A list becomes what was asked for", arguments: 0..<200)
    func lists(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 30_000)
        let written = Self.write(&random, ["\n", "\r\n"][seed % 2])
        let source = SourceText(path: "f", bytes: Array(written.text.utf8))
        for path in written.lists {
            let count = Int.random(in: 1...4, using: &random)
            let values = (0..<count).compactMap { _ in Self.values.randomElement(using: &random) }
            let result = try RuleFileEditor.applying(.setList(path, values), to: source)
            guard case .sequence(let nodes) = Self.node(path, in: result)?.content else {
                Issue.record("no list any more")
                continue
            }
            let texts = nodes.compactMap { node -> String? in
                if case .scalar(let scalar) = node.content { scalar.text } else { nil }
            }
            #expect(texts == values)
        }
    }

    @Test("What a form may not write changes nothing, wherever it is typed", arguments: 0..<50)
    func hostile(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 40_000)
        let written = Self.write(&random, "\n")
        let source = SourceText(path: "f", bytes: Array(written.text.utf8))
        for value in Self.unwritable {
            for path in written.texts {
                #expect(throws: RuleEditFault.self) {
                    try RuleFileEditor.applying(.set(path, value), to: source)
                }
            }
            for path in written.mappings {
                #expect(throws: RuleEditFault.self) {
                    try RuleFileEditor.applying(.add(path, key: value, value: "1"), to: source)
                }
            }
        }
    }
}
