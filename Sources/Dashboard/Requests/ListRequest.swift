import DomainModel
import LedgerViews
import RunnerCore

/// Which payments an address asks for; everything of it stands in the query, so that it can be kept
/// as a bookmark.
struct ListRequest {
    /// How many rows a page may have.
    static let sizes = [25, 50, 100, 200]

    /// What the ledger is asked.
    var query: PaymentQuery
    /// Whether anything but connection, order and page is asked for.
    var isFiltered: Bool

    /// Reads a query; throws what is wrong with it.
    init(_ fields: FormFields, tab: Tab?) throws(PageFault) {
        query = PaymentQuery()
        query.tab = tab
        query.connections = fields["verbinding"].map { [$0] } ?? []
        query.state = try Self.state(fields["staat"])
        query.reason = fields["reden"]
        query.method = fields["methode"]
        query.from = try Self.day(fields["van"])
        query.to = try Self.day(fields["tot"])
        query.search = String((fields["zoek"] ?? "").prefix(100))
        query.order = try Self.order(fields["volgorde"])
        query.isDescending = fields["richting"] != "op"
        query.after = fields["na"]
        query.limit =
            fields["aantal"].flatMap { Int($0) }
            .flatMap { Self.sizes.contains($0) ? $0 : nil } ?? 50
        isFiltered =
            query.state != nil || query.reason != nil || query.method != nil || query.from != nil
            || query.to != nil || !query.search.isEmpty
    }

    private static func state(_ text: String?) throws(PageFault) -> PaymentState? {
        guard let text else { return nil }
        guard let state = PaymentState(rawValue: text) else {
            throw .badRequest(
                "There is no state of this name.", "Er is geen staat met deze naam.")
        }
        return state
    }

    private static func order(_ text: String?) throws(PageFault) -> PaymentQuery.Order {
        switch text {
        case nil, "datum": return .created
        case "bedrag": return .amount
        case "sinds": return .since
        default:
            throw .badRequest(
                "Lists are sorted by datum, bedrag or sinds.",
                "Lijsten staan op datum, bedrag of sinds.")
        }
    }

    /// A day as browsers send it (2026-11-23) or as people type it (23-11-2026).
    static func day(_ text: String?) throws(PageFault) -> CalendarDate? {
        guard let text else { return nil }
        if let date = CalendarDate(Array(text.utf8)) { return date }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        if parts.count == 3, let date = CalendarDate(year: parts[2], month: parts[1], day: parts[0])
        {
            return date
        }
        throw .badRequest("This is no day.", "Dit is geen dag.")
    }
}
