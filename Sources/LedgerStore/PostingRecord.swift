internal import DomainModel
internal import GRDB
internal import RunnerCore

/// A posting as a row of the ledger.
struct PostingRecord {
    /// The number of its intent.
    let seq: Int64
    /// The payment.
    let payment: Int64
    /// As the ledger says that it stands.
    let posting: Posting

    static let selection = """
        SELECT t.*, p.reference, c.name AS connection, s.revision FROM posting t
        JOIN payment p ON p.seq = t.payment JOIN connection c ON c.seq = p.connection
        JOIN rule_set s ON s.seq = t.rule_set
        """

    init(_ row: Row) throws {
        seq = row["seq"]
        payment = row["payment"]
        var posting = try Self.intent(
            row, connection: row["connection"], reference: row["reference"],
            revision: row["revision"])
        posting.state = try Self.state(row)
        self.posting = posting
    }

    /// A posting as it was intended.
    static func intent(
        _ row: Row, connection: String, reference: String, revision: String
    ) throws -> Posting {
        guard let kind = PostingKey.Kind(rawValue: row["kind"]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a posting of no kind")
        }
        let currency: String = row["currency"]
        let matchDate: Int32? = row["match_date"]
        return Posting(
            key: PostingKey(
                connection: connection, reference: reference, kind: kind,
                generation: row["generation"]),
            office: row["office"], attempt: row["attempt"], digest: row["digest"],
            revision: revision,
            journal: row["journal"],
            sale: SaleKey(
                daybook: row["sale_daybook"], number: row["sale_number"], line: row["sale_line"]),
            saleOpen: row["sale_open"], suspenseAccount: row["suspense_account"],
            debtorAccount: row["debtor_account"], customer: row["customer"],
            invoiceNumber: row["invoice_number"], amount: row["amount"],
            currency: CurrencyCode(currency.utf8) ?? .absent,
            matchDate: matchDate.map { CalendarDate(daysSinceEpoch: $0) },
            created: Instant(milliseconds: row["created"]))
    }

    private static func state(_ row: Row) throws -> Posting.State {
        let text: String = row["state_text"]
        let daybook: String? = row["entry_daybook"]
        let number: String? = row["entry_number"]
        let absent: Int64? = row["absent_since"]
        let entry = EntryKey(daybook: daybook ?? "", number: number ?? "")
        switch row["state"] as String {
        case "intended": return .intended
        case "parked": return .parked(absentSince: absent.map { Instant(milliseconds: $0) })
        case "posted": return .posted(entry)
        case "reconciled": return .reconciled(entry)
        case "unreconcilable": return .unreconcilable(entry, text)
        case "ended": return .ended(text)
        case "unclear": return .unclear(text)
        default:
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a posting of no state")
        }
    }

    /// The present state as columns: state, entry_daybook, entry_number, state_text, absent_since.
    static func cells(_ state: Posting.State) -> [Cell] {
        switch state {
        case .intended: [.text("intended"), .null, .null, .text(""), .null]
        case .parked(let since):
            [.text("parked"), .null, .null, .text(""), .optional(since?.milliseconds)]
        case .posted(let key):
            [.text("posted"), .text(key.daybook), .text(key.number), .text(""), .null]
        case .reconciled(let key):
            [.text("reconciled"), .text(key.daybook), .text(key.number), .text(""), .null]
        case .unreconcilable(let key, let why):
            [.text("unreconcilable"), .text(key.daybook), .text(key.number), .text(why), .null]
        case .ended(let why): [.text("ended"), .null, .null, .text(why), .null]
        case .unclear(let why): [.text("unclear"), .null, .null, .text(why), .null]
        }
    }
}
