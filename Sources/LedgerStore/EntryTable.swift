internal import GRDB

/// A table of entries: rows that are written once, each chained to the one before it.
///
/// `columns` are those that the chain covers; what a table has beside them is the present state,
/// which follows from the entries.
final class EntryTable: Sendable {
    let name: String
    let columns: [String]
    /// The version of the ledger that brought it.
    let version: Int32

    /// Inserts an entry: its number, its chain, its columns.
    let insertion: String
    /// Reads all entries in their order.
    let selection: String

    init(_ name: String, _ columns: [String], since version: Int32 = 1) {
        self.name = name
        self.columns = columns
        self.version = version
        let all = ["seq", "chain"] + columns
        let marks = all.map { _ in "?" }.joined(separator: ", ")
        insertion = "INSERT INTO \(name) (\(all.joined(separator: ", "))) VALUES (\(marks))"
        selection = "SELECT \(all.joined(separator: ", ")) FROM \(name) ORDER BY seq"
    }

    static let connection = EntryTable("connection", ["name"])
    static let ruleFile = EntryTable("rule_file", ["digest", "bytes"])
    static let ruleSet = EntryTable("rule_set", ["revision"])
    static let ruleSetFile = EntryTable("rule_set_file", ["rule_set", "path", "rule_file"])
    static let run = EntryTable("run", ["number", "connection", "rule_set", "office", "at"])
    static let runEnd = EntryTable("run_end", ["run", "at", "report"])
    static let fetch = EntryTable("fetch", ["run", "at", "until", "seen"])
    static let payment = EntryTable("payment", ["connection", "reference"])
    static let paymentVersion = EntryTable(
        "payment_version",
        ["payment", "run", "at", "created", "last_update", "is_final", "base", "record"])
    static let alarm = EntryTable("alarm", ["payment", "run", "at", "text"])
    static let sale = EntryTable("sale", ["connection", "office", "daybook", "number", "line"])
    static let saleVersion = EntryTable(
        "sale_version",
        [
            "sale", "run", "is_gone", "account", "customer", "customer_name", "invoice_number",
            "description", "emails", "value", "open_value", "date", "due_date", "currency",
            "status", "match_status",
        ])
    static let customer = EntryTable("customer", ["connection", "code"])
    static let customerVersion = EntryTable(
        "customer_version", ["customer", "run", "is_gone", "name", "emails"])
    static let booksRead = EntryTable(
        "books_read", ["run", "years", "sales", "sales_digest", "customers", "customers_digest"])
    static let forwarded = EntryTable("forwarded", ["payment", "run", "daybook", "number"])
    static let deciding = EntryTable("deciding", ["run", "at", "payments"])
    static let decision = EntryTable(
        "decision",
        [
            "payment", "run", "rule_set", "state", "reason", "text", "amount", "currency",
            "sale_daybook", "sale_number", "sale_line", "rule", "base", "record",
        ])
    static let posting = EntryTable(
        "posting",
        [
            "payment", "run", "at", "kind", "generation", "attempt", "digest", "rule_set", "office",
            "journal", "sale_daybook", "sale_number", "sale_line", "sale_open", "suspense_account",
            "debtor_account", "customer", "invoice_number", "amount", "currency", "match_date",
            "created", "base", "memo",
        ])
    static let postingEvent = EntryTable(
        "posting_event",
        [
            "posting", "run", "at", "kind", "daybook", "number", "text", "probe_from", "probe_to",
            "probe_at", "probe_lines", "probe_saw_deleted",
        ])
    static let action = EntryTable(
        "action",
        ["payment", "at", "who", "kind", "reason", "daybook", "number", "line"])

    static let readBack = EntryTable(
        "read_back", ["posting", "run", "at", "is_final", "matches", "shown", "drift"], since: 2)
    static let night = EntryTable(
        "night", ["run", "at", "since", "entries", "read_alone", "drifted"], since: 2)
    static let saleShare = EntryTable("sale_share", ["run", "at", "looked", "found"], since: 2)

    static let ruleWish = EntryTable("rule_wish", ["payment", "action", "rule_set"], since: 4)

    /// All of them.
    static let all = [
        connection, ruleFile, ruleSet, ruleSetFile, run, runEnd, fetch, payment, paymentVersion,
        alarm, sale, saleVersion, customer, customerVersion, booksRead, forwarded, deciding,
        decision, posting, postingEvent, action, readBack, night, saleShare,
        ruleWish,
    ]

    /// Those that came with a version, with the columns that the chain covers.
    static func added(in version: Int32) -> [(name: String, columns: [String])] {
        all.filter { $0.version == version }.map { (name: $0.name, columns: $0.columns) }
    }
}
