import ByteText
import DomainModel
import RunnerCore
import ServiceHTTP
import TwinfieldClient
import TwinfieldXML

/// The books of an office in Twinfield, as the runner needs them.
struct TwinfieldBooks: BooksService {
    let client: TwinfieldClient
    let office: String

    func openItems(from firstYear: Int, to lastYear: Int) async throws -> OpenItemTable {
        try await reading { () async throws(ServiceFault) in
            try await client.openItems(years: firstYear...lastYear)
        }
    }

    func customers() async throws -> CustomerTable {
        try await reading { () async throws(ServiceFault) in
            try await client.customers().customers
        }
    }

    func journalLines(
        _ journal: String, from: Instant, to: Instant
    ) async throws -> [JournalLine] {
        let table = try await reading { () async throws(ServiceFault) in
            try await client.memoLines(journal: journal, inputFrom: from, inputTo: to)
        }
        return table.rows.map { row in
            JournalLine(
                entry: EntryKey(daybook: row.code, number: row.number), account: row.account,
                customer: row.customer, description: row.description,
                invoiceNumber: row.invoiceNumber, value: row.value,
                isFinal: Self.isFinal(row.status))
        }
    }

    private static func isFinal(_ status: OpenItemRow.Status) -> Bool? {
        switch status {
        case .final: true
        case .provisional: false
        case .draft, .other: nil
        }
    }

    func customerLines(
        _ journal: String, from firstYear: Int, to lastYear: Int
    ) async throws -> [CustomerLine] {
        let table = try await reading { () async throws(ServiceFault) in
            try await client.customerLines(journal: journal, years: firstYear...lastYear)
        }
        return table.rows.map { row in
            CustomerLine(
                entry: EntryKey(daybook: row.code, number: row.number), customer: row.customer,
                open: row.openValue, matchStatus: row.matchStatus ?? .other,
                matchNumbers: row.matchNumbers)
        }
    }

    /// Nil when this user may not ask for what was deleted; an answer that makes no sense is a
    /// fault, as nothing may be sent again because of it.
    func deletedEntries(_ journal: String, since: Instant) async throws -> [EntryKey]? {
        do throws(ServiceFault) {
            let now = try await client.serverDate()
            let from = TimeZoneRules.utc.date(of: since)
            let to = TimeZoneRules.utc.date(of: now).adding(days: 1)
            return try await client.deletedEntries(daybook: journal, from: from, to: to).map {
                EntryKey(daybook: $0.daybook, number: $0.number)
            }
        } catch {
            switch error.kind {
            case .refused, .rejected: return nil
            case .unreachable, .unavailable, .stopping, .notUnderstood, .notConnected:
                throw PortFault(error, .twinfield)
            }
        }
    }

    func entry(_ key: EntryKey) async throws -> BookedEntry? {
        let answer = try await reading { () async throws(ServiceFault) in
            try await client.transaction(code: key.daybook, number: key.number)
        }
        guard case .found(let entry) = answer else { return nil }
        return BookedEntry(
            key: key, isFinal: entry.status == .final,
            lines: try entry.lines.map { try Self.line($0, of: key) })
    }

    func now() async throws -> Instant {
        try await reading { () async throws(ServiceFault) in try await client.serverDate() }
    }

    func post(_ memo: Memo, reference: String) async throws -> RunnerCore.PostResult {
        var writer = MemoWriter()
        var document: [UInt8] = []
        do {
            try writer.write(memo)
        } catch {
            return .refused([error.message])
        }
        writer.end()
        writer.drain { document += $0 }
        let (bytes, journal) = (document, memo.content.journal)
        let result = try await reading { () async throws(ServiceFault) in
            try await client.post(bytes, daybook: journal, reference: reference)
        }
        switch result {
        case .booked(let entry, _):
            return .booked(EntryKey(daybook: entry.code, number: entry.number))
        case .refused(let messages): return .refused(messages.map(Self.sentence))
        case .unknown(let why): return .unknown(why)
        }
    }

    func match(_ order: MatchOrder) async throws -> RunnerCore.MatchResult {
        guard let memoLine = Int(order.memo.line), let saleLine = Int(order.sale.line) else {
            return .refused(["a line of the entry or of the sale has no number"])
        }
        let set: MatchSet
        do throws(MatchSetFault) {
            set = try MatchSet(
                office: office, date: order.date, currency: order.currency,
                lines: [
                    MatchSet.Line(
                        code: order.memo.entry.daybook, number: order.memo.entry.number,
                        line: memoLine, open: -order.value),
                    MatchSet.Line(
                        code: order.sale.entry.daybook, number: order.sale.entry.number,
                        line: saleLine, open: order.value),
                ])
        } catch {
            return .refused(["the lines cannot be reconciled: \(error)"])
        }
        let result = try await reading { () async throws(ServiceFault) in
            try await client.match(set)
        }
        switch result {
        case .matched(let matched): return .matched(number: matched.matchNumber)
        case .refused(let messages): return .refused(messages.map(Self.sentence))
        case .unknown(let why): return .unknown(why)
        }
    }

    /// A line whose amount or id cannot be read makes the whole entry one that cannot be judged.
    private static func line(_ line: EntryLine, of key: EntryKey) throws -> BookedEntry.Line {
        guard let value = line.value, let id = line.id else {
            throw PortFault(
                .twinfield, kind: "not_understood",
                "a line of \(key.text) has no amount or no id in Twinfield's answer")
        }
        return BookedEntry.Line(
            id: String(id), account: line.account, customer: line.customer, value: value,
            open: line.open,
            matchStatus: line.matchStatus ?? .other, description: line.description,
            matchedWith: line.matches.flatMap(\.counterparts).map {
                SaleKey(daybook: $0.code, number: $0.number, line: $0.line.map(String.init) ?? "")
            })
    }

    /// What Twinfield says, and about which element.
    private static func sentence(_ message: TwinfieldMessage) -> String {
        let field = message.path.split(separator: "/").last.map(String.init) ?? ""
        let line = message.line.map { " of line \($0)" } ?? ""
        guard !field.isEmpty, field != "transaction", field != "transactions" else {
            return message.text
        }
        return "\(field)\(line): \(message.text)"
    }

    private func reading<Value: Sendable>(
        _ work: () async throws(ServiceFault) -> Value
    ) async throws -> Value {
        do throws(ServiceFault) { return try await work() } catch {
            throw PortFault(error, .twinfield)
        }
    }
}

extension PortFault {
    /// A fault of a service, as the runner knows it.
    init(_ fault: ServiceFault, _ port: Port) {
        let kind =
            switch fault.kind {
            case .refused: "refused"
            case .unreachable: "unreachable"
            case .unavailable: "unavailable"
            case .notUnderstood: "not_understood"
            case .rejected: "rejected"
            case .stopping: "stopping"
            case .notConnected: "not_connected"
            }
        let tries = fault.attempts > 1 ? " (tried \(fault.attempts) times)" : ""
        self.init(port, kind: kind, fault.message + tries, help: fault.help)
    }
}
