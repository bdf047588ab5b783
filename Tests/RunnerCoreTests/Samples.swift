import DomainModel
import RunnerCore

/// A posting, its entry and its sale, as the tests change them.
enum Samples {
    static let reference = "I261112183208000CB000009.J"
    static let memo = EntryKey(daybook: "MEMO", number: "202600008")
    static let sale = SaleKey(daybook: "VRK", number: "202600017", line: "1")
    /// 2026-11-12T12:00:00Z.
    static let noon = Instant(milliseconds: 1_794_484_800_000)

    static func later(minutes: Int64) -> Instant {
        Instant(milliseconds: noon.milliseconds + minutes * 60_000)
    }

    static func posting(_ state: Posting.State) -> Posting {
        Posting(
            key: PostingKey(connection: "shop", reference: reference), office: "NLA001",
            attempt: 1, digest: "abc", revision: "sha256:1", journal: "MEMO", sale: sale,
            saleOpen: 11_900, suspenseAccount: "2101", debtorAccount: "1300", customer: "D1001",
            invoiceNumber: "WEB-17", amount: 11_900, currency: .eur,
            matchDate: CalendarDate(daysSinceEpoch: 20_769), created: noon, state: state)
    }

    static func proof(minutes: Int64 = 0) -> ProbeProof {
        ProbeProof(
            from: noon, to: noon, at: later(minutes: minutes), lines: 0, sawDeleted: true)
    }

    /// The lines of our entry as a search finds them.
    static func lines(
        _ entry: EntryKey = memo, description: String = reference + " betaling",
        account: String = "2101", value: Int64 = 11_900, customer: String = "D1001",
        invoiceNumber: String = "WEB-17"
    ) -> [JournalLine] {
        [
            JournalLine(
                entry: entry, account: account, description: description,
                invoiceNumber: invoiceNumber, value: value),
            JournalLine(
                entry: entry, account: "1300", customer: customer, description: "WEB-17",
                invoiceNumber: invoiceNumber, value: -value),
        ]
    }

    /// Our entry as it is read.
    static func booked(_ change: (inout BookedEntry) -> Void = { _ in }) -> BookedEntry {
        var entry = BookedEntry(
            key: memo, isFinal: false,
            lines: [
                BookedEntry.Line(
                    id: "1", account: "2101", value: 11_900,
                    description: reference + " betaling"),
                BookedEntry.Line(
                    id: "2", account: "1300", customer: "D1001", value: -11_900, open: -11_900,
                    matchStatus: .available, description: "WEB-17"),
            ])
        change(&entry)
        return entry
    }

    /// The sale as it is read.
    static func sold(_ change: (inout BookedEntry.Line) -> Void = { _ in }) -> BookedEntry {
        var line = BookedEntry.Line(
            id: "1", account: "1300", customer: "D1001", value: 11_900, open: 11_900,
            matchStatus: .available, description: "WEB-17")
        change(&line)
        let revenue = BookedEntry.Line(id: "2", account: "8000", value: -11_900)
        return BookedEntry(key: sale.entry, isFinal: true, lines: [line, revenue])
    }
}
