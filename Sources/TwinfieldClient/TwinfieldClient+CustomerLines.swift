public import ServiceHTTP
public import TwinfieldXML

extension TwinfieldClient {
    private static let period = "fin.trs.head.yearperiod"
    private static let head = "fin.trs.head.code"

    private static let matchFields = [
        "fin.trs.head.office", head, "fin.trs.head.number", "fin.trs.head.curcode",
        "fin.trs.line.dim2", "fin.trs.line.openvaluesigned", "fin.trs.line.openbasevaluesigned",
        "fin.trs.line.matchstatus", "fin.trs.line.matchnumber",
    ]

    /// The lines of customers in a daybook, with how they are matched; complete or a fault.
    ///
    /// By browse 100, one request a book year. Where Twinfield does not take the filter on the
    /// daybook it is left out and the rest is left out here; where it does not take that on the
    /// years, all years come.
    public func customerLines(
        journal: String, years: ClosedRange<Int>
    ) async throws(ServiceFault) -> MemoLineTable {
        let definition = try await definition(of: "100")
        var lines = MemoLineTable(rows: [], warnings: [])
        for year in years {
            guard isRange(Self.period, of: definition),
                let part = try await customerLines(journal, year, definition)
            else {
                lines = try await customerLines(journal, nil, definition) ?? lines
                break
            }
            lines.rows += part.rows
            lines.warnings += part.warnings
        }
        // A filter that does nothing gives the same lines for each year.
        var seen: Set<[String]> = []
        lines.rows.removeAll { row in
            !TwinfieldCode.isSame(row.code, journal)
                || !seen.insert([row.code, row.number, "\(row.line)"]).inserted
        }
        return lines
    }

    /// The lines of a year, or of all; nil when years cannot be asked for.
    private func customerLines(
        _ journal: String, _ year: Int?, _ definition: BrowseDefinition
    ) async throws(ServiceFault) -> MemoLineTable? {
        let office = settings.office
        var wish = BrowseWish(
            fields: Self.matchFields,
            filters: [
                .init("fin.trs.head.office", equal: office), .init(Self.head, equal: journal),
            ],
            dispensable: [Self.head, Self.period])
        if let year {
            wish.filters.append(.init(Self.period, from: "\(year)/00", to: "\(year)/55"))
        }
        return try await browse(definition, wish, essential: Self.period) {
            MemoLinesReader(office: office, fields: $0)
        }
    }
}
