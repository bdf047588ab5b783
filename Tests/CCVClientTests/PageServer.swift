@testable import CCVClient

/// A double of CCV's list: every order, every page size, and lies.
struct PageServer {
    enum Order: CaseIterable { case ascending, descending, shuffled, byReference }

    /// What a cursor means; CCV does not say.
    enum Cursors: CaseIterable {
        /// Later and earlier payments, whatever the order of the list.
        case byTime
        /// Further on and further back in the list.
        case byList
        case ignored
    }

    enum Lie: CaseIterable {
        case ignoresAfter, ignoresBefore, ignoresBoth, dropsTheMiddle, repeatsOne
        case shortPages, variedPages, emptyAtTimes, wrongMoment
    }

    var payments: [Sighting]
    var order = Order.ascending
    var pageSize = Int.max
    var cursors = Cursors.byTime
    var lie: Lie?
    /// Whether bounds are taken as included.
    var includesBounds = false
    /// Payments that are added, one a request.
    var coming: [Sighting] = []
    var random: SeededGenerator

    init(_ payments: [Sighting], seed: UInt64 = 1) {
        self.payments = payments
        random = SeededGenerator(seed: seed)
    }

    mutating func answer(_ question: WalkQuestion) -> [Sighting] {
        if let next = coming.popLast() { payments.append(next) }
        var list = filtered(question)
        switch order {
        case .ascending: list.sort { ($0.tick, $0.reference) < ($1.tick, $1.reference) }
        case .descending: list.sort { ($0.tick, $0.reference) > ($1.tick, $1.reference) }
        case .shuffled: list.shuffle(using: &random)
        case .byReference: list.sort { $0.reference < $1.reference }
        }
        if let cursor = question.cursor { list = cut(list, cursor) }
        return lied(Array(list.prefix(pageSize)))
    }

    private func filtered(_ question: WalkQuestion) -> [Sighting] {
        let widening: Int64 = includesBounds ? 1 : 0
        let first = question.window.lowerBound - widening
        let last = question.window.upperBound + widening
        return payments.filter { payment in
            let isAfter = payment.tick >= first || lie == .ignoresAfter || lie == .ignoresBoth
            let isBefore = payment.tick <= last || lie == .ignoresBefore || lie == .ignoresBoth
            return isAfter && isBefore
        }
    }

    private func cut(_ list: [Sighting], _ cursor: WalkQuestion.Cursor) -> [Sighting] {
        guard cursors != .ignored,
            let place = payments.first(where: { $0.reference == cursor.reference })
        else { return list }
        let key = (place.tick, place.reference)
        let index = list.firstIndex { $0.reference == cursor.reference }
        switch cursor {
        case .after:
            guard cursors == .byList, order != .shuffled, let index else {
                return list.filter { ($0.tick, $0.reference) > key }
            }
            return Array(list[(index + 1)...])
        case .before:
            guard cursors == .byList, order != .shuffled, let index else {
                return list.filter { ($0.tick, $0.reference) < key }
            }
            return Array(list[..<index])
        }
    }

    private mutating func lied(_ page: [Sighting]) -> [Sighting] {
        switch lie {
        case .dropsTheMiddle where page.count > 4:
            return Array(page.prefix(2) + page.suffix(2))
        case .repeatsOne: return page + page.prefix(1)
        case .shortPages:
            // More than half of the longest: fewer can look whole in both halves.
            return Array(page.prefix(Int.random(in: 5...7, using: &random)))
        case .variedPages: return Array(page.prefix(Int.random(in: 1...7, using: &random)))
        case .emptyAtTimes: return Bool.random(using: &random) ? page : []
        case .wrongMoment:
            return page.map {
                let shift = Int64.random(in: -1...1, using: &random)
                return Sighting(reference: $0.reference, tick: $0.tick + shift)
            }
        default: return page
        }
    }
}

/// Walks a window to its end.
func walked(
    _ window: ClosedRange<Int64>, _ server: inout PageServer, requestLimit: Int = 100_000
) throws -> (found: Set<String>, walk: WindowWalk) {
    var walk = WindowWalk(window, requestLimit: requestLimit)
    var found: Set<String> = []
    while let question = try walk.next() {
        let answer = server.answer(question)
        try walk.take(answer)
        for sighting in answer where window.contains(sighting.tick) {
            found.insert(sighting.reference)
        }
    }
    return (found, walk)
}

/// Payments at random ticks of a day, some of them many in one tick.
func randomPayments(_ count: Int, ticks: ClosedRange<Int64>, seed: UInt64) -> [Sighting] {
    var random = SeededGenerator(seed: seed)
    var payments: [Sighting] = []
    var tick = Int64.random(in: ticks, using: &random)
    while payments.count < count {
        // One in eight stands in the tick of the one before.
        if Int.random(in: 0..<8, using: &random) > 0 {
            tick = Int64.random(in: ticks, using: &random)
        }
        let name = String(UInt64.random(in: 0...UInt64.max, using: &random), radix: 36)
        payments.append(Sighting(reference: "\(payments.count)-\(name)", tick: tick))
    }
    return payments
}
