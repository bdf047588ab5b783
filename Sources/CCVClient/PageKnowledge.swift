/// What the answers so far tell about the service's pages.
struct PageKnowledge: Sendable, Hashable {
    /// The most payments that came in one answer: a page is at least this long.
    var longest = 0
    /// The fewest payments of an answer that was certainly cut off.
    var shortestCut = Int.max
    /// Whether pages were seen that are shorter than they could be.
    ///
    /// Then two halves prove nothing, and a walk goes down to single payments with nothing in the
    /// gaps between them.
    var isIrregular = false

    /// Notes an answer; `isCut` when it leaves out what it must hold.
    mutating func note(count: Int, isCut: Bool) {
        longest = max(longest, count)
        if isCut { shortestCut = min(shortestCut, count) }
        if shortestCut < longest { isIrregular = true }
    }

    /// Whether an answer of this length may have been cut off at the end of a page.
    func mayBeCut(_ count: Int) -> Bool { count > 0 && (isIrregular || count >= longest) }
}
