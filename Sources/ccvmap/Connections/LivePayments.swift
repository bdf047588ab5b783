import CCVClient
import DomainModel
import RecordReading
import ServiceHTTP

/// The payments of a period with what belongs to them, as CCV gives them.
struct LivePayments {
    /// In order of (created, reference); then what was asked for besides.
    let records: [PaymentRecord]
    /// What could not be proved, each in a sentence.
    let doubts: [String]
    /// How many questions the walk through the list took.
    let requestCount: Int

    /// Fetches the payments of a period, the payments on their landing pages, and, when they are
    /// wanted, the originals of captures and refunds, which may be older.
    init(
        of client: CCVClient, from: Instant, to: Instant, withOriginals: Bool = true
    ) async throws(ServiceFault) {
        let found = try await client.discover(from: from, to: to)
        var records = found.records
        var known = Set(records.map(\.reference))
        let lists = records.filter { $0.childReference.map { !known.contains($0) } ?? false }
        let children = try await client.children(of: lists)
        records += children.records.filter { known.insert($0.reference).inserted }
        if withOriginals {
            let originals = records.compactMap(\.originalReference).filter { !known.contains($0) }
            let older = try await client.reread(originals)
            records += older.records.filter { known.insert($0.reference).inserted }
        }
        self.records = records
        doubts = found.doubts
        requestCount = found.requestCount
    }

    /// The payments as a table.
    func table() throws -> PaymentTable {
        var reader = PaymentReader()
        do {
            if records.isEmpty { try Array("[]".utf8).withUnsafeBytes { try reader.feed($0) } }
            for record in records {
                try (record.json + [0x0A]).withUnsafeBytes { try reader.feed($0) }
            }
            return try reader.finish()
        } catch let fault as RecordFault {
            throw CommandFault.failed("CCV's answer: \(fault.message)", help: fault.help)
        }
    }
}
