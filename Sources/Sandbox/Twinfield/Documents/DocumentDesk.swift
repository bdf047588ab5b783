internal import BooksModel
internal import DomainModel

/// Sends a document to what answers it, by its root.
struct DocumentDesk {
    /// The administration of the header; nil only for the list of administrations.
    let company: String?
    let now: Instant

    /// Checks the administration of the header, which only the list of administrations can do
    /// without (API reference, 2.2).
    init(
        _ header: SoapHeader, document: XMLNode, world: World, now: Instant
    ) throws(ServiceError) {
        self.now = now
        if document.name == "list", document.value("type") == "offices" {
            try Gate.checkCompanyIfNamed(header, world: world)
            company = header.companyCode
        } else {
            company = try Gate.company(header, world: world).office.code
        }
    }

    /// Answers a document.
    func answer(
        _ document: XMLNode, world: inout World
    ) throws(ServiceError) -> ProcessXmlService.Result {
        let office = OfficeEcho(mood: world.twinfieldMood)
        switch document.name {
        case "transactions", "transaction":
            let intake = TransactionIntake(company: company ?? "", now: now, echo: office)
            return intake.answer(document, world: &world).map { .node($0) } ?? .badRequest
        case "match":
            let desk = MatchDesk(company: company ?? "", now: now, echo: office)
            return .node(desk.answer(document, world: &world))
        case "read":
            let desk = ReadDesk(company: company ?? "", echo: office)
            return .node(desk.answer(document, world: world))
        case "list":
            let desk = ListDesk(company: company ?? "", echo: office)
            return .node(desk.answer(document, world: world))
        case "columns":
            let desk = BrowseDesk(company: company ?? "", mood: world.twinfieldMood)
            return try desk.answer(document, world: world)
        case "general":
            // Its end of life was 1 July 2025 (API reference, 2.2).
            throw .unexpected
        default: throw .invalidXML
        }
    }
}
