internal import BooksModel
internal import DomainModel

/// Answers `<columns>` (API reference, 4.2 and 4.3).
struct BrowseDesk {
    let company: String
    let mood: TwinfieldMood

    /// Answers the document; a wrong field or operator is a fault, as the service has no other
    /// way to say so.
    func answer(
        _ document: XMLNode, world: World
    ) throws(ServiceError) -> ProcessXmlService.Result {
        let request: BrowseRequest
        do throws(BrowseRequest.Refusal) {
            request = try BrowseRequest(document, mood: mood)
        } catch {
            throw .browse(error.text)
        }
        let office = request.office ?? company
        guard let books = world.organisation[office] else {
            let text = ServiceText.officeUnknown.text(in: mood.language)
            return .node(Marks.error(XMLNode("browse"), text))
        }
        let source = BrowseSource(
            books: books, scope: request.definition.scope, organisation: world.organisation)
        let rows = sorted(source.rows(request.conditions), request.order, source)
        let shown = rows.prefix(mood.browseTruncatedTo ?? rows.count)
        var writer = BrowseWriter(request, source, mood: mood)
        return .bytes(writer.document(shown, total: rows.count))
    }

    /// Rows that are equal keep the order of input.
    private func sorted(
        _ rows: [BrowseRow], _ order: [BrowseRequest.Order], _ source: BrowseSource
    ) -> [BrowseRow] {
        guard !order.isEmpty else { return rows }
        let keys = rows.enumerated().map { index, row in
            (index, order.map { BrowseKey($0.field, row, source) })
        }
        let result = keys.sorted { left, right in
            for (place, step) in order.enumerated() where left.1[place] != right.1[place] {
                return (left.1[place] < right.1[place]) != step.isDescending
            }
            return left.0 < right.0
        }
        return result.map { rows[$0.0] }
    }
}

/// A value to sort by: numbers by size, all else by its text.
private struct BrowseKey: Comparable {
    private let number: Int64
    private let text: String

    init(_ field: BrowseField, _ row: BrowseRow, _ source: BrowseSource) {
        switch field.cellType.description {
        case "Decimal", "Value":
            number = source.number(field, row)
            text = ""
        default:
            number = 0
            text = source.text(field, row)
        }
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.number, left.text) < (right.number, right.text)
    }
}
