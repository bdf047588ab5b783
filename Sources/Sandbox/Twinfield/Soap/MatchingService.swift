internal import BooksModel
internal import DomainModel

/// Answers `matching.asmx`: undoes matches (API reference, 5.5).
enum MatchingService {
    /// Undoes a match; no message at all means that it was undone (a guess).
    static func answer(
        _ call: SoapCall, world: inout World, now: Instant
    ) throws(ServiceError) -> WireAnswer {
        let company = try Gate.company(call.header, world: world).office.code
        let named = call.operation.value("office") ?? ""
        let office = named.isEmpty ? company : named
        guard let books = world.organisation[office] else { throw .noAccessToCompany }
        let problems = undo(call.operation, books, office, world: &world, now: now)
        let result = XMLNode("UndoMatchResult", [:], problems.map(\.node))
        let response = XMLNode("UndoMatchResponse", ["xmlns": SoapHeader.namespace], [result])
        return SoapAnswer.of(response, call.version)
    }

    private static func undo(
        _ node: XMLNode, _ books: Books, _ office: String, world: inout World, now: Instant
    ) -> [UndoProblem] {
        let language = world.twinfieldMood.language
        let code = node.value("dimension") ?? ""
        let missing = ServiceText.dimensionUnknown(code).text(in: language)
        guard node.value("dimensionType") == "DEB", let customer = books.customer(code) else {
            return [UndoProblem(code: "DimensionNotFoundByType", text: missing)]
        }
        guard customer.status != .deleted else {
            return [UndoProblem(code: "DimensionDeleted", text: missing)]
        }
        guard let number = Int(node.value("matchNumber") ?? "") else {
            let text = BooksMessage.matchUnknown(0).text(in: language)
            return [UndoProblem(code: "MatchNotFound", text: text)]
        }
        let change = BooksChange.undoMatch(customer: code, number: number)
        let outcome = world.changeBooks(change, office: office, at: now)
        return outcome.refusals.map { UndoProblem($0.message, language) }
    }
}
