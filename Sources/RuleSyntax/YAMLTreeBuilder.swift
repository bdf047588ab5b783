internal import SourceDiagnostics

/// Builds the tree from libyaml's events and refuses what the rules language does not have.
///
/// It keeps its own stack, so that no input can exhaust that of the process.
struct YAMLTreeBuilder {
    /// The tree; nil until its last node is complete, and when there is none.
    private(set) var root: YAMLNode?
    /// What was refused, as it was met.
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether nothing more is to be read.
    private(set) var isFinished = false

    private let source: SourceText
    private let limits: YAMLLimits
    private var frames: [YAMLFrame] = []
    /// How many collections are open below the one that is too deep; 0 when none is.
    private var skippedDepth = 0
    private var skippedStart = 0
    private var nodeCount = 0
    private var documentCount = 0
    /// The text that was read last; a quote that was never closed shows in it.
    private var lastScalar: Range<Int>?

    /// Beyond this depth a file is an attack: it is not even skipped.
    private static let hopelessDepth = 1_000
    /// Nobody reads more messages than this about one file.
    private static let mostDiagnostics = 1_000

    /// Begins with nothing.
    init(_ source: SourceText, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
    }

    /// Whether the file holds no node: nothing, comments, or a lone `---`.
    var isEmpty: Bool {
        guard let root else { return documentCount == 0 }
        guard case .scalar(let scalar) = root.content else { return false }
        return scalar.text.isEmpty && root.range.lower == root.range.upper
    }

    /// Takes the next event.
    mutating func take(_ event: YAMLEvent) {
        switch event.kind {
        case .streamStart, .documentEnd: break
        case .streamEnd: isFinished = true
        case .documentStart(let hasTagDirectives):
            beginDocument(event.range, hasTagDirectives: hasTagDirectives)
        case .alias:
            guard count(event.range) else { return }
            refuseAlias(event.range)
        case .scalar(let text, let style):
            guard count(event.range) else { return }
            addScalar(text, style: style, of: event)
        case .sequenceStart, .mappingStart:
            guard count(event.range) else { return }
            open(event)
        case .sequenceEnd, .mappingEnd:
            close(event)
        }
    }

    /// Takes note that the text is no YAML from here on.
    mutating func fail(_ problem: YAMLProblem) {
        let brackets = frames.map(\.start).filter { isBracket(at: $0) }
        let words = YAMLProblemWords(
            problem, source: source, lastScalar: lastScalar, openBracket: brackets.last)
        diagnostics.append(words.diagnostic())
        isFinished = true
    }

    private mutating func beginDocument(_ range: Range<Int>, hasTagDirectives: Bool) {
        documentCount += 1
        if hasTagDirectives {
            report(.tagLine, range)
        }
        guard documentCount > 1 else { return }
        report(.secondDocument, range)
        isFinished = true
    }

    /// Counts a node; false when it is one too many, which ends the reading.
    private mutating func count(_ range: Range<Int>) -> Bool {
        nodeCount += 1
        guard nodeCount > limits.nodes else { return true }
        report(.tooManyNodes(atMost: limits.nodes), range)
        isFinished = true
        return false
    }

    private mutating func refuseAlias(_ range: Range<Int>) {
        guard skippedDepth == 0 else { return }
        report(.alias(quoted(range)), range)
        place(emptyNode(at: range), isRefused: true)
    }

    private mutating func addScalar(_ text: String, style: YAMLScalar.Style, of event: YAMLEvent) {
        guard skippedDepth == 0 else { return }
        let start = contentStart(of: event, before: event.range.upperBound)
        var range = start..<event.range.upperBound
        if style == .literal || style == .folded {
            range = start..<YAMLSourceLines(source.bytes).endOfText(in: range)
        }
        lastScalar = range
        let place = sourceRange(range)
        let scalar = YAMLScalar(text: text, style: style, source: source, range: place)
        self.place(YAMLNode(content: .scalar(scalar), range: place))
    }

    private mutating func open(_ event: YAMLEvent) {
        let depth = frames.count + skippedDepth + 1
        if skippedDepth > 0 {
            skippedDepth += 1
        } else if depth > limits.depth {
            skippedDepth = 1
            skippedStart = event.range.lowerBound
            report(.tooDeep(atMost: limits.depth), event.range)
        } else {
            let start = contentStart(of: event, before: source.bytes.count)
            if case .mappingStart = event.kind {
                frames.append(YAMLFrame(isMapping: true, start: start))
            } else {
                frames.append(YAMLFrame(isMapping: false, start: start))
            }
        }
        if depth > Self.hopelessDepth { isFinished = true }
    }

    private mutating func close(_ event: YAMLEvent) {
        if skippedDepth > 0 {
            skippedDepth -= 1
            if skippedDepth == 0 {
                place(emptyNode(at: skippedStart..<max(skippedStart, event.range.lowerBound)))
            }
            return
        }
        guard let frame = frames.popLast() else { return }
        // A mapping without braces in a list with brackets may have a bracket as its first key.
        let isBracketed = isBracket(at: frame.start) && !event.range.isEmpty
        let end = isBracketed ? event.range.upperBound : frame.end
        place(frame.node(in: sourceRange(frame.start..<max(frame.start, end))))
    }

    private func isBracket(at place: Int) -> Bool {
        guard place < source.bytes.count else { return false }
        return source.bytes[place] == UInt8(ascii: "[") || source.bytes[place] == UInt8(ascii: "{")
    }

    /// Puts a complete node where it belongs: into the open collection, or at the root.
    private mutating func place(_ node: YAMLNode, isRefused: Bool = false) {
        guard let last = frames.indices.last else {
            if root == nil { root = node }
            return
        }
        frames[last].end = max(frames[last].end, node.range.upper)
        guard frames[last].awaitsKey else {
            frames[last].add(node)
            return
        }
        frames[last].key = isRefused ? .refused : key(from: node, in: frames[last])
        if case .text(let key, let range) = frames[last].key {
            frames[last].places[key] = range
        }
    }

    /// Checks the key of a mapping.
    private mutating func key(from node: YAMLNode, in frame: YAMLFrame) -> YAMLFrame.Key {
        guard case .scalar(let scalar) = node.content, !scalar.text.isEmpty else {
            add(Diagnostic(.keyIsNoText, at: node.range))
            return .refused
        }
        if scalar.style == .plain && scalar.text == "<<" {
            add(Diagnostic(.mergeKey, at: node.range))
            return .refused
        }
        if let first = frame.places[scalar.text] {
            let key = quoted(node.range.lower..<node.range.upper)
            let note = Diagnostic.Note(.firstStandsHere, at: first)
            add(Diagnostic(.keyAgain(key), at: node.range, notes: [note]))
            return .refused
        }
        return .text(scalar.text, node.range)
    }

    /// Reports anchors and tags in front of a node and says where the node itself begins.
    private mutating func contentStart(of event: YAMLEvent, before end: Int) -> Int {
        guard event.hasAnchor || event.hasTag else { return event.range.lowerBound }
        let lines = YAMLSourceLines(source.bytes)
        var start = event.range.lowerBound
        while let property = lines.property(at: start, before: end) {
            let text = quoted(property)
            if source.bytes[property.lowerBound] == UInt8(ascii: "&") {
                report(.anchor(text), property)
            } else {
                report(.tag(text), property)
            }
            start = lines.skipBlanks(from: property.upperBound, before: end)
        }
        return start
    }

    /// A piece of the file for a message, cut when it is long.
    private func quoted(_ range: Range<Int>) -> String {
        let text = String(decoding: source.bytes[range].prefix(400), as: UTF8.self)
        return text.count > 60 ? "`\(text.prefix(60))…`" : "`\(text)`"
    }

    private func emptyNode(at range: Range<Int>) -> YAMLNode {
        let place = sourceRange(range)
        let scalar = YAMLScalar(text: "", style: .plain, source: source, range: place)
        return YAMLNode(content: .scalar(scalar), range: place)
    }

    private func sourceRange(_ range: Range<Int>) -> SourceRange {
        SourceRange(path: source.path, lower: range.lowerBound, upper: range.upperBound)
    }

    private mutating func report(
        _ message: Message, _ range: Range<Int>
    ) {
        add(Diagnostic(message, at: sourceRange(range)))
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        guard !isFinished else { return }
        diagnostics.append(diagnostic)
        guard diagnostics.count == Self.mostDiagnostics else { return }
        isFinished = true
        diagnostics.append(
            Diagnostic(.tooManyMistakes(atMost: Self.mostDiagnostics), at: diagnostic.range))
    }
}
