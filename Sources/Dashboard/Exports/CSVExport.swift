import HTTPTypes
import Hummingbird
import LedgerViews
import NIOCore
import Wording

/// Sends what a list shows as CSV, page by page: the whole of it never stands in memory.
struct CSVExport {
    /// So many payments are asked of the ledger at once.
    static let pageSize = 500

    let room: PageRoom
    let visit: Visit

    /// The file that an address asks for.
    func answer() throws -> Response {
        let place = visit.query["tab"].flatMap { Place(rawValue: $0) } ?? .all
        var request = try ListRequest(visit.query, tab: place.tab)
        request.query.limit = Self.pageSize
        request.query.after = nil
        // What fails must fail before the status is sent.
        let first = try room.views.payments(request.query)
        let name = place.rawValue.isEmpty ? "betalingen" : place.rawValue
        let query = request.query
        let views = room.views
        let table = CSVTable(speaker: visit.speaker)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"ccvmap-\(name).csv\"",
            ],
            body: ResponseBody { writer in
                var query = query
                var page = first
                try await writer.write(ByteBuffer(bytes: CSVTable.beginning))
                try await writer.write(ByteBuffer(string: table.head))
                while true {
                    let text = page.payments.map(table.line).joined()
                    try await writer.write(ByteBuffer(string: text))
                    guard let next = page.next else { break }
                    query.after = next
                    page = try views.payments(query)
                }
                try await writer.finish(nil)
            })
    }
}
