internal import DomainModel

/// Cuts the time in which entries were put into the books, so that no question gets too many lines.
enum NightWindows {
    /// At most about so many entries of ours lie in one window.
    static let size = 10_000

    /// The windows, each beginning where the one before it ends: from before the first payment to
    /// after `now`, the moment by the books' own clock.
    ///
    /// Where they are cut follows from the moments of the intents. These are by the clock of this
    /// machine: when it is wrong the windows are of unequal size, and nothing else.
    static func of(
        _ marks: [BookedMark], now: Instant, size: Int = size
    ) -> [(from: Instant, to: Instant)] {
        guard let first = marks.map(\.created).min() else { return [] }
        let from = JournalSearch.before(first)
        let to = JournalSearch.after(now)
        let moments = marks.map(\.intended).sorted()
        var cuts: [Instant] = []
        for place in stride(from: size, to: moments.count, by: max(1, size)) {
            let cut = moments[place]
            if cut > from, cut < to, cut != cuts.last { cuts.append(cut) }
        }
        return zip([from] + cuts, cuts + [to]).map { (from: $0, to: $1) }
    }
}
