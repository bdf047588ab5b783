internal import TwinfieldXML

/// Compares what Twinfield says it reconciled with what it was asked to.
struct MatchEcho {
    private let set: MatchSet

    /// Takes what was sent.
    init(_ set: MatchSet) { self.set = set }

    /// Matched when the answer has exactly the lines and amounts that were sent, else unknown.
    func result(_ matched: MatchedSet) -> MatchResult {
        guard matched.lines.count == set.lines.count else {
            return .unknown(
                "\(set.lines.count) lines were sent, the answer has \(matched.lines.count)")
        }
        for line in set.lines {
            let name = "\(line.code) \(line.number) line \(line.line)"
            let echo = matched.lines.first {
                $0.code == line.code && $0.number == line.number && $0.line == line.line
            }
            guard let echo else { return .unknown("the answer has no \(name)") }
            guard echo.matched == nil || echo.matched == line.matched else {
                return .unknown("another amount of \(name) was reconciled than was sent")
            }
        }
        return .matched(matched)
    }
}
