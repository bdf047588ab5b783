internal import BooksModel
internal import DomainModel

/// Writes what became of a match set (API reference, 5.3 and 5.4).
struct MatchSetWriter {
    let books: Books?
    let echo: OfficeEcho

    /// The answer to a set; open amounts are those before the match.
    func answer(to node: XMLNode, _ outcome: MatchOutcome, office: String) -> XMLNode {
        let requested = node.child("lines")?.children ?? []
        var lines = XMLNode(
            "lines", [:], zip(requested, outcome.lines).map { line($0, $1) })
        let isRefused = outcome.lines.contains { !$0.refusals.isEmpty }
        if isRefused { lines["result"] = "0" }
        let officeText = books?.office.name ?? office
        var set = XMLNode(
            "set", ["result": outcome.isMatched ? "1" : "0"],
            [
                XMLNode("matchcode", ["name": matchName], node.value("matchcode") ?? ""),
                XMLNode("office", [:], echo.mood.echoesOfficeDifferently ? officeText : office),
                XMLNode("matchdate", [:], node.value("matchdate") ?? ""), lines,
            ])
        if !hasUnavailableLine(outcome) { set.children += sum(outcome) }
        for refusal in outcome.refusals {
            let text = refusal.message.text(in: echo.language)
            if case .header(let field) = refusal.place {
                set = Marks.error(set, at: [field.rawValue], text)
            } else {
                set = Marks.error(set, text)
            }
        }
        return set
    }

    private var matchName: String {
        echo.language == .dutch ? "Debiteuren afletteren" : "Match customers"
    }

    /// Recorded: such a set has neither `<dimensions>` nor `<value>`.
    private func hasUnavailableLine(_ outcome: MatchOutcome) -> Bool {
        outcome.lines.flatMap(\.refusals).contains { refusal in
            if case .lineNotAvailable = refusal.message { true } else { false }
        }
    }

    private func sum(_ outcome: MatchOutcome) -> [XMLNode] {
        guard let customer = outcome.customer else { return [] }
        let dimension = XMLNode(
            "dimension", ["level": "2", "matchnumber": outcome.number.map { String($0) }],
            customer)
        return [
            XMLNode("dimensions", [:], [dimension]),
            XMLNode("value", [:], Stamp.amount(outcome.residual ?? 0)),
        ]
    }

    private func line(_ request: XMLNode, _ outcome: MatchOutcome.Line) -> XMLNode {
        guard outcome.refusals.isEmpty, let entry = outcome.entry, let line = outcome.line else {
            return refused(request, outcome)
        }
        let isBase = entry.currency == books?.office.baseCurrency
        var parts = [
            echo.daybook(entry.key.daybook, books, element: "transcode"),
            XMLNode("transnumber", [:], entry.key.number),
            XMLNode("transline", [:], String(line.id)),
            XMLNode("origin", [:], entry.origin.rawValue),
            XMLNode("status", [:], entry.status.rawValue),
            XMLNode("dim1", [:], line.dim1), XMLNode("dim2", [:], line.dim2),
            XMLNode("matchlevel", [:], "2"),
            XMLNode("basevalueopen", [:], Stamp.amount(line.openBaseValue)),
            XMLNode("repvalueopen"),
            XMLNode("valueopen", [:], Stamp.amount(line.openValue)),
            XMLNode("matchvalue", [:], outcome.matchValue.map(Stamp.amount) ?? ""),
            XMLNode("matchvaluerep"),
            XMLNode(
                "matchvaluecur", [:],
                isBase ? "" : outcome.matchBaseValue.map(Stamp.amount) ?? ""),
        ]
        if let writeOff = request.child("writeoff") {
            parts.append(EchoedTransaction.plain(writeOff))
        }
        return XMLNode("line", ["result": "1"], parts)
    }

    private func refused(_ request: XMLNode, _ outcome: MatchOutcome.Line) -> XMLNode {
        outcome.refusals.reduce(EchoedTransaction.plain(request)) { line, refusal in
            let text = refusal.message.text(in: echo.language)
            // A message about a value stands on the value, one about the line on the line.
            guard case .line(_, let field?) = refusal.place,
                field == .matchValue || field == .writeOff
            else { return Marks.error(line, text) }
            return Marks.error(line, at: [field.rawValue], text)
        }
    }
}
