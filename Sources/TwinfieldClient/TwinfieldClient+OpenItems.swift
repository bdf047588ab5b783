public import DomainModel
public import ServiceHTTP
internal import TwinfieldXML

extension TwinfieldClient {
    private static let yearPeriod = "fin.trs.head.yearperiod"
    private static let status = "fin.trs.head.status"
    private static let matchStatus = "fin.trs.line.matchstatus"

    private static let itemFields = [
        "fin.trs.head.office", "fin.trs.head.code", "fin.trs.head.number", status,
        "fin.trs.head.date", "fin.trs.head.curcode", "fin.trs.line.dim2",
        "fin.trs.line.dim2name", "fin.trs.line.invnumber", "fin.trs.line.description",
        "fin.trs.line.datedue", "fin.trs.line.duedate", "fin.trs.head.duedate",
        "fin.trs.line.valuesigned", "fin.trs.line.basevaluesigned",
        "fin.trs.line.openvaluesigned", "fin.trs.line.openbasevaluesigned", matchStatus,
    ]
    /// Without these, and one of the open amounts, a row is no open item.
    private static let needed = [
        "fin.trs.line.dim2", "fin.trs.line.invnumber", status, "fin.trs.head.date", matchStatus,
    ]

    /// The lines of customers in the book years, by browse 100: open ones, and settled ones too.
    ///
    /// A payment for a sale that is settled must be told from one without a sale. One request a
    /// year, complete or a fault; no line comes twice. Where Twinfield does not take a filter it is
    /// left out, and when the years cannot be asked for, all years come.
    public func openItems(years: ClosedRange<Int>) async throws(ServiceFault) -> OpenItemTable {
        let definition = try await definition(of: "100")
        try checkFields(definition)
        if isRange(Self.yearPeriod, of: definition),
            let items = try await openItems(years, definition)
        {
            return items
        }
        var items = OpenItemMerge(office: settings.office)
        if let part = try await openItems(of: nil, definition) { items.add(part) }
        return items.table
    }

    /// The items of the years; nil when years cannot be asked for.
    private func openItems(
        _ years: ClosedRange<Int>, _ definition: BrowseDefinition
    ) async throws(ServiceFault) -> OpenItemTable? {
        var items = OpenItemMerge(office: settings.office)
        for year in years {
            guard let part = try await openItems(of: year, definition) else { return nil }
            items.add(part)
        }
        return items.table
    }

    private func openItems(
        of year: Int?, _ definition: BrowseDefinition
    ) async throws(ServiceFault) -> OpenItemTable? {
        let office = settings.office
        var wish = BrowseWish(
            fields: Self.itemFields,
            filters: [
                .init("fin.trs.head.office", equal: office), .init(Self.status, equal: "normal"),
            ],
            dispensable: [Self.status, Self.yearPeriod])
        if let year {
            // From the opening balance to the closing of the year (API reference, 3.1).
            wish.filters.append(.init(Self.yearPeriod, from: "\(year)/00", to: "\(year)/55"))
        }
        return try await browse(definition, wish, essential: Self.yearPeriod) { _ in
            BrowseReader(office: office, isFromService: true)
        }
    }

    private func checkFields(_ definition: BrowseDefinition) throws(ServiceFault) {
        var missing = Self.needed.filter { definition.column($0) == nil }
        let amounts = ["fin.trs.line.openvaluesigned", "fin.trs.line.openbasevaluesigned"]
        if amounts.allSatisfy({ definition.column($0) == nil }) { missing.append(amounts[0]) }
        guard !missing.isEmpty else { return }
        throw ServiceFault(
            .notUnderstood,
            "browse 100 of this administration has no \(missing.joined(separator: ", "))",
            help: "without these fields open items cannot be recognised; ask Twinfield's support")
    }
}
