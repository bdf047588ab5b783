import DomainModel
import RecordReading
import RuleEngine
import Synchronization
import TwinfieldXML

/// Reads the files of a dry run into tables.
struct RecordLoader: Sendable {
    /// What a dry run decides about.
    struct Records {
        var payments: PaymentTable
        var items: OpenItemTable
        var customers: CustomerTable
    }

    let payments: String
    let openItems: String
    let customers: String?
    let office: String
    let crew: Crew
    let progress: ProgressLine

    /// Reads all files, the payments beside the rest.
    ///
    /// A file that cannot be read whole is a fault of the command. When several are, the payments'
    /// fault is the one that is told.
    func load() throws -> Records {
        defer { progress.clear() }
        let payments = Mutex<Result<PaymentTable, any Error>?>(nil)
        let others = Mutex<Result<(OpenItemTable, CustomerTable), any Error>?>(nil)
        crew.perform(tasks: 2) { _, part in
            if part == 0 {
                let result = Result { try loadPayments() }
                payments.withLock { $0 = result }
            } else {
                let result = Result { (try loadOpenItems(), try loadCustomers()) }
                others.withLock { $0 = result }
            }
        }
        guard let paid = payments.withLock({ $0.take() }), let rest = others.withLock({ $0.take() })
        else { preconditionFailure("both parts were read") }
        let table = try paid.get()
        let (items, customers) = try rest.get()
        return Records(payments: table, items: items, customers: customers)
    }

    private func loadPayments() throws -> PaymentTable {
        let file = InputFile(path: payments)
        var reader = PaymentReader()
        do {
            var isFirst = true
            try forEachPiece(of: file, "reading payments") { piece, total in
                if isFirst, let total { reader.expect(total) }
                isFirst = false
                try reader.feed(piece)
            }
            return try reader.finish()
        } catch let fault as RecordFault {
            throw file.fault(fault)
        }
    }

    private func loadOpenItems() throws -> OpenItemTable {
        let file = InputFile(path: openItems)
        var json = OpenItemReader()
        var xml: BrowseReader? = nil
        var isFirst = true
        do {
            try forEachPiece(of: file, "reading open items") { piece, total in
                if isFirst, try RecordFormat.detect(piece) == .xml {
                    xml = BrowseReader(office: office)
                }
                if isFirst, let total { json.expect(total) }
                isFirst = false
                if xml != nil { try xml?.feed(piece) } else { try json.feed(piece) }
            }
            if let reader = xml.take() { return try reader.finish() }
            return try json.finish()
        } catch let fault as RecordFault {
            throw file.fault(fault)
        }
    }

    private func loadCustomers() throws -> CustomerTable {
        guard let customers else { return CustomerTable() }
        let file = InputFile(path: customers)
        var json = CustomerReader()
        var xml: DimensionsReader? = nil
        var isFirst = true
        do {
            try forEachPiece(of: file, "reading customers") { piece, _ in
                if isFirst, try RecordFormat.detect(piece) == .xml { xml = DimensionsReader() }
                isFirst = false
                if xml != nil { try xml?.feed(piece) } else { try json.feed(piece) }
            }
            if let reader = xml.take() { return try reader.finish() }
            return try json.finish()
        } catch let fault as RecordFault {
            throw file.fault(fault)
        }
    }

    private func forEachPiece(
        of file: InputFile, _ work: String,
        _ body: (_ piece: UnsafeRawBufferPointer, _ total: Int?) throws -> Void
    ) throws {
        var done = 0
        try file.forEachPiece { piece, total in
            try body(piece, total)
            done += piece.count
            if let total { progress.show(work, done: done, of: total) }
        }
    }
}
