internal import BooksModel
internal import DomainModel

/// Writes of which matches a line is part: `matchdate` and the nested `<matches>` (API reference,
/// 4.4).
struct MatchesWriter {
    let books: Books

    /// Nothing when the line was never matched.
    func parts(_ line: EntryLine, of entry: Entry) -> [XMLNode] {
        let matches = line.matchNumbers.compactMap {
            books.match(customer: line.dim2, number: $0)
        }
        guard let last = matches.last else { return [] }
        return [
            XMLNode("matchdate", [:], Stamp.date(last.date)),
            XMLNode("matches", [:], matches.map { set($0, line, entry) }),
        ]
    }

    private func set(_ match: Match, _ line: EntryLine, _ entry: Entry) -> XMLNode {
        let isOwn: (Match.Line) -> Bool = { $0.key == entry.key && $0.lineID == line.id }
        let own = match.lines.first(where: isOwn)
        let others = match.lines.filter { !isOwn($0) }
        let isFinal = books.isFinal(match)
        return XMLNode(
            "set", ["status": isFinal ? "final" : "temporary"],
            [
                XMLNode("matchdate", [:], Stamp.date(match.date)),
                XMLNode("lines", [:], others.map { self.line($0, of: match) }),
                XMLNode("matchvalue", [:], Stamp.amount(own?.value ?? 0)),
            ])
    }

    private func line(_ line: Match.Line, of match: Match) -> XMLNode {
        let isWriteOff = match.writeOffs.contains(line.key)
        return XMLNode(
            "line", [:],
            [
                XMLNode("code", [:], line.key.daybook),
                XMLNode("number", [:], line.key.number),
                XMLNode("line", [:], String(line.lineID)),
                XMLNode("method", [:], isWriteOff ? "writeoff" : "payment"),
                XMLNode("matchvalue", [:], Stamp.amount(line.value)),
            ])
    }
}
