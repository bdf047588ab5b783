internal import BooksModel
internal import DomainModel

/// Answers `finder.asmx`: administrations, dimensions, daybooks and unpaid invoices.
enum FinderService {
    /// What was found: the names of the columns and all rows.
    struct Found {
        var columns: [String]
        var rows: [[String]]
    }

    /// Answers a search; what is wrong with it comes as messages, not as a fault.
    static func answer(_ call: SoapCall, world: World) throws(ServiceError) -> WireAnswer {
        let isAboutOffices = call.operation.value("type") == "OFF"
        let company: Books?
        if isAboutOffices {
            try Gate.checkCompanyIfNamed(call.header, world: world)
            company = nil
        } else {
            company = try Gate.company(call.header, world: world)
        }
        let parts: [XMLNode]
        do throws(FinderProblem) {
            let query = try FinderQuery(call.operation)
            parts = [XMLNode("SearchResult"), data(try find(query, company, world), query)]
        } catch {
            let message = error.node(world.twinfieldMood.language)
            parts = [XMLNode("SearchResult", [:], [message])]
        }
        let response = XMLNode("SearchResponse", ["xmlns": SoapHeader.namespace], parts)
        return SoapAnswer.of(response, call.version)
    }

    private static func find(
        _ query: FinderQuery, _ company: Books?, _ world: World
    ) throws(FinderProblem) -> Found {
        let language = world.twinfieldMood.language
        if query.type == "OFF" { return try offices(query, world, language) }
        let office = query["office"] ?? company?.office.code ?? ""
        guard let books = world.organisation[office] else {
            throw FinderProblem("NoAccessToOffice", office)
        }
        let finder = BooksFinder(books: books, language: language)
        switch query.type {
        case "DIM": return try finder.dimensions(query)
        case "TRS": return try finder.daybooks(query)
        case "IVT": return try finder.unpaidInvoices(query)
        default: throw FinderProblem("InvalidFinderType", query.type)
        }
    }

    private static func offices(
        _ query: FinderQuery, _ world: World, _ language: BooksLanguage
    ) throws(FinderProblem) -> Found {
        try query.allow(["consolidate", "includeid", "template", "office"])
        try query.allowFields(0...2)
        let offices = world.organisation.offices.map(\.office)
        return Found(
            columns: BooksFinder.codeAndName(language),
            rows: offices.map { [$0.code, $0.name] }.filter { row in
                BooksFinder.fits(query, code: row[0], name: row[1])
            })
    }

    private static func data(_ found: Found, _ query: FinderQuery) -> XMLNode {
        func strings(_ texts: [String]) -> [XMLNode] { texts.map { XMLNode("string", [:], $0) } }
        let rows = found.rows.dropFirst(query.firstRow - 1).prefix(query.maxRows)
        return XMLNode(
            "data", [:],
            [
                XMLNode("TotalRows", [:], String(found.rows.count)),
                XMLNode("Columns", [:], strings(found.columns)),
                XMLNode("Items", [:], rows.map { XMLNode("ArrayOfString", [:], strings($0)) }),
            ])
    }
}
