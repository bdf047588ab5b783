internal import DomainModel
public import ServiceHTTP
public import TwinfieldXML

extension TwinfieldClient {
    private static let account = "fin.trs.line.dim1"
    private static let amount = "fin.trs.line.basevaluesigned"
    private static let period = "fin.trs.head.yearperiod"
    /// Earlier and later than any book year: without the filter a browse may take its own period.
    private static let everyPeriod = (from: "1990/00", to: "2099/55")

    private static let accountFields = [
        "fin.trs.head.office", "fin.trs.head.code", "fin.trs.head.number", "fin.trs.line.line",
        account, amount, "fin.trs.head.status",
    ]

    /// The lines of the general ledger accounts from one code to another, of every book year, in
    /// the base currency; complete or a fault.
    ///
    /// By browse 030_2, else 000, filtered by the account (API reference, 4.1 and 4.2). Drafts are
    /// left out: they are in no balance. That the sum of these lines is the balance that Twinfield
    /// shows is a guess: it holds when opening balances of later years are computed and not booked
    /// again, and when the browse shows every daybook.
    public func accountLines(
        from: String, to: String
    ) async throws(ServiceFault) -> MemoLineTable {
        let definition = try await accountDefinition()
        let office = settings.office
        let wish = BrowseWish(
            fields: Self.accountFields,
            filters: [
                .init("fin.trs.head.office", equal: office),
                .init(Self.account, from: from, to: to),
                .init(Self.period, from: Self.everyPeriod.from, to: Self.everyPeriod.to),
            ],
            // Without that on the account all lines of the books would come: rather none.
            dispensable: [Self.period])
        let answer = try await browse(definition, wish) {
            MemoLinesReader(office: office, fields: $0)
        }
        guard var table = answer else { throw Self.noAccountBrowse }
        table.rows.removeAll { row in
            row.status == .draft || row.account < from || row.account > to
        }
        guard table.rows.allSatisfy({ $0.value != nil }) else {
            throw ServiceFault(
                .notUnderstood, "Twinfield gives lines of \(from) to \(to) without an amount")
        }
        return table
    }

    /// The first browse that has the account and its amount, and can be filtered by the account.
    private func accountDefinition() async throws(ServiceFault) -> BrowseDefinition {
        var last: ServiceFault?
        for code in ["030_2", "000"] {
            do throws(ServiceFault) {
                let definition = try await definition(of: code)
                if definition.column(Self.amount) != nil, isRange(Self.account, of: definition) {
                    return definition
                }
            } catch {
                guard error.kind == .rejected || error.kind == .notUnderstood else { throw error }
                last = error
            }
        }
        throw last ?? Self.noAccountBrowse
    }

    private static let noAccountBrowse = ServiceFault(
        .notUnderstood,
        "no browse of this administration gives the lines of an account (030_2, 000)")
}
