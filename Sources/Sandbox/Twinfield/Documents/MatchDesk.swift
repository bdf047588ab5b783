internal import BooksModel
internal import DomainModel

/// Answers `<match>`: each set is matched or refused for itself (API reference, section 5).
struct MatchDesk {
    let company: String
    let now: Instant
    let echo: OfficeEcho

    /// Answers the document; its root is one of three, by the mood.
    func answer(_ document: XMLNode, world: inout World) -> XMLNode {
        let sets = document.children.map { set($0, world: &world) }
        let isGood = sets.allSatisfy { $0["result"] == "1" }
        let result = isGood ? "1" : "0"
        return switch echo.mood.matchRoot {
        case .match: XMLNode("match", ["result": result], sets)
        case .sets: XMLNode("sets", ["result": result], sets)
        case .setsWithoutResult: XMLNode("sets", [:], sets)
        }
    }

    private func set(_ node: XMLNode, world: inout World) -> XMLNode {
        let office = node.value("office") ?? company
        let request = MatchRequest(
            office: office, code: node.value("matchcode"), date: node.value("matchdate"),
            lines: (node.child("lines")?.children ?? []).map(line))
        let outcome = world.changeBooks(.match(request), office: office, at: now)
        switch outcome {
        case .matched(let result), .matchRefused(let result):
            let writer = MatchSetWriter(books: world.organisation[office], echo: echo)
            return writer.answer(to: node, result, office: office)
        default:
            return outcome.refusals.reduce(EchoedTransaction.plain(node)) { set, refusal in
                let text = refusal.message.text(in: echo.language)
                guard case .header(let field) = refusal.place else {
                    return Marks.error(set, text)
                }
                return Marks.error(set, at: [field.rawValue], text)
            }
        }
    }

    private func line(_ node: XMLNode) -> MatchRequest.Line {
        MatchRequest.Line(
            daybook: node.value("transcode"), number: node.value("transnumber"),
            line: node.value("transline"), value: node.value("matchvalue"),
            writeOffType: node.child("writeoff")?["type"], writeOffValue: node.value("writeoff"))
    }
}
