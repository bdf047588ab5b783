internal import BooksModel

/// What a browse can show and how each field is asked for (API reference, 4.1 and 4.2).
struct BrowseDefinition: Sendable {
    /// How a field may be filtered.
    enum Operator: String, Sendable {
        case none
        case equal
        case between
        case like
    }

    /// One column of a definition.
    struct Column: Sendable {
        var field: BrowseField
        var isVisible = true
        /// Whether the screen asks for a value; with an operator, a request may filter on it.
        var isAsked = false
        var filter = Operator.none
        /// What the definition filters on unless told otherwise.
        var from = ""
        var finderParameter = ""
    }

    /// Which lines of the books it shows.
    enum Scope: Sendable {
        /// All lines.
        case allLines
        /// One row for each entry.
        case entries
        /// The lines of customers.
        case customerLines
    }

    var code: String
    var name: (dutch: String, english: String)
    var scope: Scope
    var columns: [Column]

    /// The browse of this code; nil when there is none here.
    static func of(_ code: String) -> BrowseDefinition? { all.first { $0.code == code } }

    /// The column of a field.
    ///
    /// The administration can be filtered in all of them though their definitions do not all say
    /// so (API reference, 2.2).
    func column(_ field: BrowseField) -> Column? {
        if field == .office { return Column(field: .office, isAsked: true, filter: .equal) }
        return columns.first { $0.field == field }
    }

    /// The definition as a read gives it.
    func document(office: XMLNode, language: BooksLanguage) -> XMLNode {
        let title = language == .dutch ? name.dutch : name.english
        let columns = columns.enumerated().map { index, column in
            XMLNode(
                "column", ["id": String(index + 1)],
                [
                    XMLNode("field", [:], column.field.name),
                    XMLNode("label", [:], column.field.label(in: language)),
                    XMLNode("visible", [:], column.isVisible ? "true" : "false"),
                    XMLNode("ask", [:], column.isAsked ? "true" : "false"),
                    XMLNode("operator", [:], column.filter.rawValue),
                    XMLNode("from", [:], column.from), XMLNode("to"),
                    XMLNode("finderparam", [:], column.finderParameter),
                ])
        }
        return XMLNode(
            "browse", ["result": "1"],
            [
                office, XMLNode("code", [:], code), XMLNode("name", [:], title),
                XMLNode("shortname", [:], title), XMLNode("visible", [:], "true"),
                XMLNode("columns", ["code": code], columns),
            ])
    }
}
