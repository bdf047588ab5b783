public import DomainModel
public import ServiceHTTP
public import TwinfieldXML

extension TwinfieldClient {
    /// The administrations that the user may enter.
    public func offices() async throws(ServiceFault) -> [Office] {
        let answer = try await read(.offices) { OfficesReader() }
        let offices = try found(answer, "the list of administrations")
        knownOffices = offices
        return offices
    }

    /// The administration of this connection, with its name and base currency.
    ///
    /// Throws when the user may not enter it, and when Twinfield answers with another one.
    public func office() async throws(ServiceFault) -> Office {
        let answer = try await read(.office(code: settings.office)) { OfficesReader() }
        let offices = try found(answer, "the administration \(settings.office)")
        guard offices.count == 1, let office = offices.first,
            TwinfieldCode.isSame(office.code, settings.office)
        else {
            throw ServiceFault(
                .notUnderstood,
                "asked for the administration \(settings.office), Twinfield answers with "
                    + (offices.first.map(\.code) ?? "none"))
        }
        return office
    }

    /// What Twinfield's clock says now: the `Date` header of an answer.
    public func serverDate() async throws(ServiceFault) -> Instant {
        lastServerDate = nil
        _ = try await offices()
        guard let date = lastServerDate else {
            throw ServiceFault(.notUnderstood, "the answer of Twinfield has no Date header")
        }
        return date
    }

    /// The daybooks of a category: `journal`, `sales` or `purchase`.
    public func daybooks(
        category: String = "journal"
    ) async throws(ServiceFault) -> [Daybook] {
        let query = FinderQuery.daybooks(office: settings.office, category: category)
        return try await find(query, "the daybooks").map { row in
            Daybook(code: row.first ?? "", name: row.count > 1 ? row[1] : "")
        }
    }

    /// The accounts of a type (`BAS` balance, `PNL` profit and loss, `DEB` customers), or one.
    ///
    /// One that does not exist is no account: the answer is empty.
    public func accounts(
        type: String, code: String? = nil
    ) async throws(ServiceFault) -> [Account] {
        let request = ReadRequest.dimensions(office: settings.office, type: type, code: code)
        switch try await read(request, limit: longLimit, reader: { AccountsReader() }) {
        case .found(let accounts): return accounts
        case .refused(let messages):
            guard code == nil else { return [] }
            throw refusal("the accounts of type \(type)", messages)
        }
    }

    /// Asks the finder for all rows, a thousand at a time.
    func find(_ query: FinderQuery, _ what: String) async throws(ServiceFault) -> [[String]] {
        var query = query
        var rows: [[String]] = []
        while true {
            let page = try await findPage(query, what)
            rows += page.rows
            let total = page.totalRows ?? rows.count
            if rows.count == total, page.totalRows != nil || page.rows.count < query.maximumRows {
                return rows
            }
            guard !page.rows.isEmpty, page.totalRows == nil || rows.count < total else {
                throw ServiceFault(
                    .notUnderstood,
                    "\(what): Twinfield says that there are \(total), but gives \(rows.count)")
            }
            query.firstRow += page.rows.count
        }
    }

    private func findPage(
        _ query: FinderQuery, _ what: String
    ) async throws(ServiceFault) -> FinderAnswer {
        let message = Message(
            office: settings.office, credits: 1,
            envelope: { (header) throws(RequestFault) in try .search(query, header) },
            reader: { FinderReader() })
        let answer: FinderAnswer = try await read(message)
        let errors = answer.messages.filter(\.isError)
        guard errors.isEmpty else {
            let texts = errors.map { TwinfieldMessage("\($0.code) \($0.text)") }
            throw refusal(what, texts)
        }
        return answer
    }

    /// What was asked for, or the fault that its refusal is.
    func found<Value>(
        _ answer: ReadAnswer<Value>, _ what: String
    ) throws(ServiceFault) -> Value {
        switch answer {
        case .found(let value): return value
        case .refused(let messages): throw refusal(what, messages)
        }
    }
}
