import SourceDiagnostics
import Testing

@testable import RuleSyntax

@Suite("YAMLReader: what it refuses")
struct YAMLReaderTests {
    private func read(_ text: String, limits: YAMLLimits = YAMLLimits()) -> YAMLReading {
        YAMLReader.read(SourceText(path: "r.yaml", bytes: Array(text.utf8)), limits: limits)
    }

    @Test("Each broken file is reported once, at its mistake", arguments: BrokenYAML.all)
    func broken(_ file: BrokenYAML) throws {
        let source = SourceText(path: "r.yaml", bytes: Array(file.text.utf8))
        let diagnostics = YAMLReader.read(source).diagnostics
        let first = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(first.code == file.code)
        let place = LineIndex(source).position(of: first.range.lower)
        #expect(place.line == file.line)
        #expect(place.column == file.column)
        #expect((first.message + " " + (first.help ?? "")).contains(file.words))
        #expect(first.range.path == "r.yaml")
    }

    @Test("The corpus is the same with Windows line ends and a byte-order mark")
    func windows() throws {
        for file in BrokenYAML.all where !file.text.hasPrefix("\u{FEFF}") {
            let text =
                "\u{FEFF}"
                + file.text.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\r\n")
            let source = SourceText(path: "r.yaml", bytes: Array(text.utf8))
            let first = try #require(YAMLReader.read(source).diagnostics.first)
            let place = LineIndex(source).position(of: first.range.lower)
            #expect(first.code == file.code, "\(file.text.debugDescription)")
            #expect(place.line == file.line, "\(file.text.debugDescription)")
            #expect(place.column == file.column, "\(file.text.debugDescription)")
        }
    }

    @Test("All that is refused is reported in one run, in the order of the file")
    func allAtOnce() {
        let reading = read("a: *x\nb: &y 1\na: 2\nb: 3\n<<: 4\nc: !t 5\nd: [\n")
        #expect(
            reading.diagnostics.map(\.code) == [
                .anchorOrAlias, .anchorOrAlias, .duplicateKey, .duplicateKey, .mergeKey, .tag,
                .yamlSyntax,
            ])
        #expect(reading.root == nil)
    }

    @Test("A second value for a key is left out, and the first is named")
    func duplicateKey() throws {
        let reading = read("a: 1\nb: 2\na: [3]\n")
        let note = try #require(reading.diagnostics.first?.notes.first)
        #expect(note.range == SourceRange(path: "r.yaml", lower: 0, upper: 1))
        #expect(reading.root?.outline == "{a: '1', b: '2'}")
    }

    @Test("An alias expands to nothing")
    func aliasIsEmpty() {
        #expect(
            read("a: &x [1]\nb: *x\nc: [*x, *x]\n").root?.outline
                == "{a: ['1'], b: '', c: ['', '']}")
        #expect(read("*x : 1\nb: 2\n").root?.outline == "{b: '2'}")
    }

    @Test("What stands before a second document is kept")
    func secondDocument() {
        #expect(read("a: 1\n---\nb: 2\n").root?.outline == "{a: '1'}")
        #expect(read("a: 1\n...\nb: 2\n").root?.outline == "{a: '1'}")
        #expect(read("---\na: 1\n...\n").diagnostics.isEmpty)
        #expect(read("%YAML 1.1\n---\na: 1\n").diagnostics.isEmpty)
    }

    @Test("Nesting beyond the limit is reported once and left out; the rest is read")
    func depth() {
        let reading = read("a: [[1]]\nb: [[[2]], [[[3]]]]\nc: *x\n", limits: YAMLLimits(depth: 3))
        #expect(reading.diagnostics.map(\.code) == [.tooDeep, .tooDeep, .anchorOrAlias])
        #expect(reading.root?.outline == "{a: [['1']], b: [[''], ['']], c: ''}")
        let deep = read(String(repeating: "[", count: 100_000))
        #expect(deep.diagnostics.map(\.code) == [.tooDeep])
        #expect(deep.root == nil)
    }

    @Test("Too many nodes or bytes end the reading")
    func size() {
        #expect(read("[1, 2]", limits: YAMLLimits(nodes: 3)).diagnostics.isEmpty)
        let nodes = read("[1, 2, 3]", limits: YAMLLimits(nodes: 3))
        #expect(nodes.diagnostics.map(\.code) == [.tooLarge])
        #expect(nodes.diagnostics.first?.range.lower == 7)
        #expect(nodes.root == nil)
        #expect(read("a: 12", limits: YAMLLimits(bytes: 5)).diagnostics.isEmpty)
        let bytes = read("a: 123", limits: YAMLLimits(bytes: 5))
        #expect(bytes.diagnostics.map(\.code) == [.tooLarge])
        #expect(bytes.root == nil)
    }

    @Test("Thousands of mistakes are not all reported")
    func manyMistakes() {
        let reading = read("[" + String(repeating: "*a, ", count: 5_000) + "]")
        #expect(reading.diagnostics.count == 1_001)
        #expect(reading.diagnostics.contains { $0.code == .tooLarge })
    }

    @Test("A message about a very long name stays short")
    func longNames() throws {
        let first = try #require(
            read("a: !" + String(repeating: "x", count: 9_999)).diagnostics.first)
        #expect(first.message.count < 200)
    }

    @Test(
        "Bytes that are not UTF-8 are reported once, at the first",
        arguments: [
            ([0x61, 0x3A, 0x20, 0xE9, 0x0A], 3), ([0x61, 0x3A, 0x20, 0x80, 0xFF], 3),
            ([0x61, 0x3A, 0x20, 0xC0, 0xAF], 3), ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], 3),
            ([0x61, 0x3A, 0x20, 0xC3, 0xA9, 0xF4, 0x90, 0x80, 0x80], 5),
            ([0x61, 0x3A, 0x20, 0x62, 0xE2, 0x82], 4),
        ] as [([UInt8], Int)])
    func malformed(_ bytes: [UInt8], _ offset: Int) {
        let reading = YAMLReader.read(SourceText(path: "r", bytes: bytes))
        #expect(reading.diagnostics.map(\.code) == [.notUTF8])
        #expect(reading.diagnostics.first?.range.lower == offset)
        #expect(reading.diagnostics.first?.message.contains("byte \(offset) ") == true)
        guard case .mapping(let pairs) = reading.root?.content else {
            Issue.record("reading went no further")
            return
        }
        #expect(pairs.map(\.key) == ["a"])
    }

    @Test(
        "A file in UTF-16 is named as such",
        arguments: [
            [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x3A, 0x00],
            [0x00, 0x61, 0x00, 0x3A], [0xFF, 0xFE],
        ] as [[UInt8]])
    func utf16(_ bytes: [UInt8]) {
        let reading = YAMLReader.read(SourceText(path: "r", bytes: bytes))
        #expect(reading.diagnostics.map(\.code) == [.notUTF8])
        #expect(reading.diagnostics.first?.message.contains("UTF-16") == true)
        #expect(reading.root == nil)
    }

    @Test("Mutilated files are always answered")
    func mutilated() {
        let seed = Array(BrokenYAML.all.map(\.text).joined().utf8)
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        for _ in 0..<3_000 {
            let start = random(seed.count - 80)
            var bytes = Array(seed[start..<start + 10 + random(70)])
            for _ in 0..<random(4) { bytes[random(bytes.count)] = UInt8(random(256)) }
            let reading = YAMLReader.read(SourceText(path: "r", bytes: bytes))
            #expect(reading.root != nil || !reading.diagnostics.isEmpty)
            #expect(reading.diagnostics.allSatisfy { $0.range.upper <= bytes.count })
        }
    }
}
