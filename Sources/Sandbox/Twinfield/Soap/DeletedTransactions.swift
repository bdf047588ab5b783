internal import BooksModel
internal import DomainModel

/// Answers `DeletedTransactionsService.svc`: a query of another framework than the asmx services,
/// with its own header and namespaces (API reference, 6).
enum DeletedTransactions {
    /// The path in small letters.
    static let path = "/webservices/deletedtransactionsservice.svc"
    private static let contract =
        "http://schemas.datacontract.org/2004/07/Twinfield.WebServices.DeletedTransactionsService"
    private static let version = SoapVersion.soap11

    /// Answers a query of the type `GetDeletedTransactions`.
    static func answer(_ request: WireRequest, world: World, now: Instant) -> WireAnswer {
        guard request.method == "POST" else { return WireAnswer(status: 405) }
        guard (request.header("content-type") ?? "").lowercased().hasPrefix("text/xml") else {
            return WireAnswer(status: 415)
        }
        guard let root = XMLTree.read(request.body), root.name == "Envelope",
            root.namespace == version.namespace, let query = root.child("Body")?.children.first,
            query.name == "Query", query["type"]?.hasSuffix("GetDeletedTransactions") == true
        else { return WireAnswer(status: 400) }
        do throws(ServiceError) {
            let header = header(root.child("Header"))
            try Gate.checkLogin(header, world: world, now: now)
            return result(query, header, world)
        } catch {
            return SoapAnswer.error(error, version, world.twinfieldMood.language)
        }
    }

    /// `Authentication` with the same children as the header of the asmx services.
    private static func header(_ node: XMLNode?) -> SoapHeader {
        var header = SoapHeader()
        let part = node?.child("Authentication") ?? node?.child("Header")
        header.accessToken = part?.value("AccessToken")
        header.companyCode = part?.value("CompanyCode")
        return header
    }

    private static func result(
        _ query: XMLNode, _ header: SoapHeader, _ world: World
    ) -> WireAnswer {
        let office = query.value("CompanyCode") ?? header.companyCode ?? ""
        guard let books = world.organisation[office] else {
            return fault("InvalidCompanyCode", office)
        }
        let daybook = query.value("Daybook") ?? ""
        guard daybook.isEmpty || books.daybook(daybook) != nil else {
            return fault("InvalidDaybook", daybook)
        }
        let from = query.value("DateFrom") ?? ""
        let to = query.value("DateTo") ?? ""
        let first = CalendarDate(from.utf8.prefix(10))
        let last = CalendarDate(to.utf8.prefix(10))
        let isWrong =
            (!from.isEmpty && first == nil) || (!to.isEmpty && last == nil)
            || (first.map { $0 > (last ?? $0) } ?? false)
        guard !isWrong else { return fault("InvalidDates", "\(from) - \(to)") }
        let found = books.deletedEntries.filter { entry in
            let day = TimeZoneRules.utc.date(of: entry.deletionInstant)
            return (daybook.isEmpty || entry.key.daybook == daybook)
                && (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
        }
        let list = XMLNode("a:DeletedTransactions", [:], found.map(node))
        let result = XMLNode(
            "Result",
            [
                "xmlns": SoapHeader.namespace, "xmlns:a": contract,
                "xmlns:i": "http://www.w3.org/2001/XMLSchema-instance",
                "i:type": "a:GetDeletedTransactionsResult",
            ], [list])
        return SoapAnswer.of(result, version)
    }

    /// The date is that of the making, as documented.
    private static func node(_ entry: DeletedEntry) -> XMLNode {
        func moment(_ instant: Instant) -> String { String(instant.isoText.prefix(19)) }
        return XMLNode(
            "a:DeletedTransaction", [:],
            [
                XMLNode("a:Daybook", [:], entry.key.daybook),
                XMLNode("a:TransactionNumber", [:], entry.key.number),
                XMLNode("a:TransactionDate", [:], moment(entry.inputInstant)),
                XMLNode("a:DeletionDate", [:], moment(entry.deletionInstant)),
                XMLNode("a:User", [:], entry.user),
                XMLNode("a:ReasonForDeletion", [:], entry.reason),
            ])
    }

    private static func fault(_ code: String, _ value: String) -> WireAnswer {
        let detail = XMLNode(
            "a:DeletedTransactionsServiceFault", ["xmlns:a": contract],
            [XMLNode("a:Code", [:], code), XMLNode("a:Message", [:], "\(code): \(value)")])
        return SoapAnswer.fault(
            "\(code): \(value)", isOfSender: true, detail: [detail], version, status: 500)
    }
}
