/// Finds every payment of a window, whatever the size and the order of the service's pages.
///
/// Neither is documented (API reference, sections 1 and 9.3). An answer is believed only when the
/// answers to its parts show the same payments: cut off at n payments, two halves that hold some
/// each would show more than n. Where they do, each part is looked at in turn. A part is believed
/// at once when it shows just what the whole showed of it and is shorter than a page is known to
/// be. Payments of one tick that fill a page are found by cursors (`CursorWalk`). When an answer
/// shows that pages are cut at any length, the walk begins again and believes only gaps.
///
/// A pure state: `next` says what to ask, `take` takes the answer. Memory grows with the payments
/// of the window.
struct WindowWalk: Sendable {
    private enum Frame: Sendable {
        case ask(ClosedRange<Int64>)
        case settle(WindowNode)
        case compare(WindowComparison)
        case cursor(CursorWalk)

        /// The window of the question that is open.
        var window: ClosedRange<Int64>? {
            switch self {
            case .ask(let window): window
            case .settle: nil
            case .compare(let comparison): comparison.parts.first
            case .cursor(let walk): walk.window
            }
        }
    }

    /// The most requests that may be made.
    let requestLimit: Int
    /// The narrowest window that is still cut when its answer is too long.
    let narrowest: Int64
    /// How many requests were made.
    private(set) var requestCount = 0
    /// What is known of the service's pages.
    private(set) var pages: PageKnowledge
    /// How many windows were compared with their parts and found whole.
    private(set) var comparedCount = 0
    /// Ticks that fill a page, of a service that has no cursors.
    private(set) var unproven: [(tick: ClosedRange<Int64>, count: Int)] = []
    private let window: ClosedRange<Int64>
    private var book = SightingBook()
    private var frames: [Frame]
    /// Whether pages that were cut off have been seen.
    private var isTruncating = false

    /// Starts at a window; `pages` is what earlier walks learned.
    init(
        _ window: ClosedRange<Int64>, requestLimit: Int, narrowest: Int64 = 60_000,
        pages: PageKnowledge = PageKnowledge()
    ) {
        self.window = window
        self.pages = pages
        self.requestLimit = requestLimit
        self.narrowest = narrowest
        frames = [.ask(window)]
    }

    /// The next question; nil when all is found.
    mutating func next() throws(WalkFault) -> WalkQuestion? {
        while let frame = frames.popLast() {
            let question: WalkQuestion?
            switch frame {
            case .ask(let window): question = WalkQuestion(window: window)
            case .settle(let node):
                settle(node)
                continue
            case .compare(let comparison):
                guard let part = comparison.parts.first else {
                    conclude(comparison)
                    continue
                }
                question = WalkQuestion(window: part)
            case .cursor(let walk):
                question = walk.question(book.references)
                if question == nil, walk.isUnproven {
                    unproven.append((walk.window, walk.firstPage.count))
                }
            }
            guard let question else { continue }
            guard requestCount < requestLimit else { throw .tooManyRequests(requestCount) }
            requestCount += 1
            frames.append(frame)
            return question
        }
        return nil
    }

    /// Takes the answer to the last question.
    mutating func take(_ sightings: [Sighting]) throws(WalkFault) {
        let wasIrregular = pages.isIrregular
        defer { if pages.isIrregular != wasIrregular { beginAgain() } }
        guard let frame = frames.popLast() else { return }
        switch frame {
        case .ask(let window):
            let question = WalkQuestion(window: window)
            frames.append(.settle(try node(question, sightings)))
        case .compare(var comparison):
            let part = comparison.parts.removeFirst()
            let expected = comparison.node.view.filter { part.contains(book.ticks[$0]) }
            comparison.answered.append(
                try node(WalkQuestion(window: part), sightings, expected: expected))
            frames.append(.compare(comparison))
        case .cursor(var walk):
            let question = walk.question(book.references) ?? WalkQuestion(window: walk.window)
            let answer = try node(question, sightings)
            walk.take(answer, own: question.cursor.flatMap { book.number(of: $0.reference) })
            frames.append(.cursor(walk))
        case .settle: frames.append(frame)
        }
    }

    /// Says that the answer to the last question was too long to be taken; `sightings` are the
    /// payments at its beginning.
    mutating func refuseAsTooLong(_ sightings: [Sighting] = []) throws(WalkFault) {
        guard let frame = frames.popLast() else { return }
        if let window = frame.window {
            let question = WalkQuestion(window: window)
            for sighting in sightings where !SightingBook.isNear(sighting.tick, window) {
                throw .outside(sighting, question)
            }
        }
        switch frame {
        case .ask(let window):
            let halves = try self.halves(of: window)
            frames.append(contentsOf: [.ask(halves[1]), .ask(halves[0])])
        case .compare(var comparison):
            let part = comparison.parts.removeFirst()
            comparison.parts.insert(contentsOf: try halves(of: part), at: 0)
            frames.append(.compare(comparison))
        case .cursor(let walk): throw .tooLong(WalkQuestion(window: walk.window))
        case .settle: frames.append(frame)
        }
    }

    private func halves(
        of window: ClosedRange<Int64>
    ) throws(WalkFault) -> [ClosedRange<Int64>] {
        let length = window.upperBound - window.lowerBound
        guard length >= narrowest, length > 0 else {
            throw .tooLong(WalkQuestion(window: window))
        }
        let middle = window.lowerBound + length / 2
        return [window.lowerBound...middle, middle + 1...window.upperBound]
    }
}

extension WindowWalk {
    /// Notes an answer, and what it tells about the pages.
    private mutating func node(
        _ question: WalkQuestion, _ sightings: [Sighting], expected: Set<Int>? = nil
    ) throws(WalkFault) -> WindowNode {
        let node = try book.note(sightings, answering: question, expected: expected)
        let isCut = !(expected ?? []).isSubset(of: node.answer)
        if isCut, pages.isIrregular, node.rawCount == 0 { throw .contradiction(question) }
        pages.note(count: node.rawCount, isCut: isCut)
        return node
    }

    /// What was believed is not proved any more.
    private mutating func beginAgain() {
        comparedCount = 0
        unproven = []
        frames = [.ask(window)]
    }

    private func isFull(_ node: WindowNode) -> Bool { pages.mayBeCut(node.rawCount) }

    /// Believes a window, or cuts it in parts.
    private mutating func settle(_ node: WindowNode) {
        let view = node.view
        if view.isEmpty, !isFull(node) { return }
        if let expected = node.expected, node.answer == expected, !isFull(node) { return }
        if node.window.lowerBound == node.window.upperBound || view.isEmpty {
            if isFull(node) { frames.append(.cursor(CursorWalk(node))) }
            return
        }
        let cutter = WindowCutter(node, book.ticks, view, mayPeel: isTruncating && isFull(node))
        frames.append(.compare(cutter.cut))
    }

    /// Compares a window with its parts; what is not believed is looked at part by part.
    private mutating func conclude(_ comparison: WindowComparison) {
        let parts = comparison.answered
        let seen = parts.reduce(into: Set<Int>()) { $0.formUnion($1.answer) }
        if let tick = comparison.onlyTick {
            if isFull(comparison.node) {
                var only = comparison.node
                only.window = tick...tick
                frames.append(.cursor(CursorWalk(only)))
            }
            if !seen.isEmpty { isTruncating = true }
        } else if !seen.isSubset(of: comparison.node.view) {
            isTruncating = true
        }
        if isWhole(comparison, seen) {
            comparedCount += 1
        } else {
            frames.append(contentsOf: parts.reversed().map { Frame.settle($0) })
        }
    }

    /// Whether the parts show that an answer was not cut off.
    private func isWhole(_ comparison: WindowComparison, _ seen: Set<Int>) -> Bool {
        if comparison.onlyTick != nil {
            return seen.isEmpty && !comparison.answered.contains { isFull($0) }
        }
        // What lies beside a part can push out of a page what lies in it.
        let isClear = comparison.answered.allSatisfy { $0.besideCount == 0 || !isFull($0) }
        return !pages.isIrregular && isClear && seen == comparison.node.view
            && comparison.node.answer == seen
    }
}
