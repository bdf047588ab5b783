public import DomainModel
public import ServiceHTTP
public import TwinfieldXML

extension TwinfieldClient {
    private static let inputDate = "fin.trs.head.inpdate"
    private static let code = "fin.trs.head.code"

    private static let lineFields = [
        "fin.trs.head.office", code, "fin.trs.head.number", "fin.trs.line.line",
        "fin.trs.line.dim1", "fin.trs.line.dim2", "fin.trs.line.description",
        "fin.trs.line.invnumber", "fin.trs.line.valuesigned", "fin.trs.line.basevaluesigned",
        "fin.trs.head.curcode", "fin.trs.head.date", inputDate, "fin.trs.head.status",
    ]

    /// The lines of a daybook that were put in between two moments, complete or a fault.
    ///
    /// By browse 030_2, else 130_1 or 000, whichever can be filtered by the input date (API
    /// reference, 4.2). More may come than was asked for: lines whose moment Twinfield does not
    /// say. The moments are by Twinfield's clock.
    public func memoLines(
        journal: String, inputFrom: Instant, inputTo: Instant
    ) async throws(ServiceFault) -> MemoLineTable {
        let from = TwinfieldTime.text(inputFrom)
        let to = TwinfieldTime.text(inputTo)
        let definition = try await lineDefinition()
        let office = settings.office
        let wish = BrowseWish(
            fields: Self.lineFields,
            filters: [
                .init("fin.trs.head.office", equal: office), .init(Self.code, equal: journal),
                .init(Self.inputDate, from: from, to: to),
            ],
            dispensable: [Self.code, Self.inputDate])
        let answer = try await browse(definition, wish) {
            MemoLinesReader(office: office, fields: $0)
        }
        guard var table = answer else { throw Self.noBrowse }
        table.rows.removeAll { row in
            !TwinfieldCode.isSame(row.code, journal) || !Self.isBetween(row.inputDate, from, to)
        }
        return table
    }

    /// The first browse of lines that can be filtered by the input date, else the first there is.
    private func lineDefinition() async throws(ServiceFault) -> BrowseDefinition {
        var usable: BrowseDefinition?
        var last: ServiceFault?
        for code in ["030_2", "130_1", "000"] {
            do throws(ServiceFault) {
                let definition = try await definition(of: code)
                guard Self.isUsable(definition) else { continue }
                if isRange(Self.inputDate, of: definition) { return definition }
                usable = usable ?? definition
            } catch {
                guard error.kind == .rejected || error.kind == .notUnderstood else { throw error }
                last = error
            }
        }
        if let usable { return usable }
        throw last ?? Self.noBrowse
    }

    private static let noBrowse = ServiceFault(
        .notUnderstood,
        "no browse of this administration gives the lines of a daybook (030_2, 130_1, 000)")

    private static func isUsable(_ definition: BrowseDefinition) -> Bool {
        let needed = ["fin.trs.line.dim1", "fin.trs.line.description", "fin.trs.line.invnumber"]
        let amounts = ["fin.trs.line.valuesigned", "fin.trs.line.basevaluesigned"]
        return needed.allSatisfy { definition.column($0) != nil }
            && amounts.contains { definition.column($0) != nil }
    }

    /// Whether a moment or a day lies between two moments; what cannot be told does.
    static func isBetween(_ text: String, _ from: String, _ to: String) -> Bool {
        let count = text.utf8.count
        guard count == 8 || count == 14, text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return true }
        return text >= from.prefix(count) && text <= to.prefix(count)
    }
}
