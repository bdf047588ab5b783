internal import FoundationEssentials
internal import GRDB
internal import RunnerCore

/// What a check of a whole ledger found.
public struct LedgerAudit: Sendable, Hashable {
    /// The first thing that is not as it was written.
    public struct Damage: Sendable, Hashable {
        /// The number of the entry; nil when it is not about one.
        public var entry: Int64?
        /// The table.
        public var table: String
        /// What is wrong, in a sentence.
        public var text: String
    }

    /// How many entries are sound, up to the damage.
    public var entries: Int64 = 0
    /// The link of the last sound entry, in hexadecimal digits.
    ///
    /// Whoever keeps it elsewhere can tell later whether the ledger still holds this past.
    public var link: String = ""
    /// The damage, or nothing.
    public var damage: Damage?

    /// Whether everything is as it was written.
    public var isSound: Bool { damage == nil }
}

extension LedgerStore {
    /// Computes the chain and all present states again, and says where the first damage is.
    public func verify() throws -> LedgerAudit {
        try read { try LedgerAudit.of($0) }
    }
}

extension LedgerAudit {
    /// The audit of an open database.
    static func of(_ db: Database) throws -> LedgerAudit {
        var audit = LedgerAudit()
        let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(3)")
        guard pages == ["ok"] else {
            audit.damage = Damage(
                entry: nil, table: "", text: "pages: " + pages.joined(separator: "; "))
            return audit
        }
        var pass = AuditPass()
        audit.damage =
            try pass.entries(db) ?? pass.head(db) ?? pass.states(db) ?? pass.wishes(db)
            ?? pass.derived(db) ?? pass.files(db)
        audit.entries = pass.chain.seq
        audit.link = pass.chain.link.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        return audit
    }
}

/// One pass over everything.
private struct AuditPass {
    var chain = EntryChain()
    private var fold = LedgerFold()

    typealias Damage = LedgerAudit.Damage

    mutating func entries(_ db: Database) throws -> Damage? {
        var damage: Damage?
        let packers = try [
            "payment_version": RecordPacker(.paymentVersion, column: "record", db),
            "decision": RecordPacker(.decision, column: "record", db),
            "posting": RecordPacker(.posting, column: "memo", db),
        ]
        do {
            try EntryReader.each(db) { table, row in
                damage = try look(table, row, packers[table.name], db)
                if damage != nil { throw Stop() }
            }
        } catch is Stop {}
        return damage
    }

    private struct Stop: Error {}

    private mutating func look(
        _ table: EntryTable, _ row: Row, _ packer: RecordPacker?, _ db: Database
    ) throws -> Damage? {
        let seq: Int64 = row[0]
        guard seq == chain.seq + 1 else {
            return Damage(
                entry: chain.seq + 1, table: "",
                text: seq == chain.seq
                    ? "entry \(seq) is there twice" : "entry \(chain.seq + 1) is not there any more"
            )
        }
        var next = chain
        next.add(table.name, EntryReader.cells(row))
        let link: Data = row[1]
        guard next.link == [UInt8](link) else {
            return Damage(
                entry: seq, table: table.name,
                text: "entry \(seq) of \(table.name) is not what was written, "
                    + "or the one before it is another")
        }
        chain = next
        do {
            try fold.add(table.name, row)
            if let packer {
                let bytes: Data = row[row.count - 1]
                _ = try packer.unpack(row["base"], bytes, db)
            }
        } catch let contradiction as LedgerFold.Contradiction {
            return Damage(
                entry: seq, table: table.name, text: "entry \(seq): \(contradiction.text)")
        } catch let error as DatabaseError {
            return Damage(entry: seq, table: table.name, text: error.message ?? "unreadable")
        }
        return nil
    }

    func head(_ db: Database) throws -> Damage? {
        let head = try EntryWriter.head(db)
        guard head.seq != chain.seq || head.link != chain.link else { return nil }
        return Damage(
            entry: chain.seq + 1, table: "head",
            text: "the ledger ended with entry \(head.seq); now it ends with \(chain.seq)")
    }

    func states(_ db: Database) throws -> Damage? {
        let payments = try Row.fetchCursor(
            db,
            sql: """
                SELECT seq, version, decision, choice, state, reason, text, stated FROM payment
                """)
        while let row = try payments.next() {
            let seq: Int64 = row["seq"]
            let payment = fold.payments[seq]
            guard row.integer("version") == payment?.version,
                row.integer("decision") == payment?.decision,
                row.integer("choice") == payment?.choiceSeq,
                row.integer("stated") == payment?.stated,
                row.text("state") == payment?.standing?.state.rawValue,
                row.text("reason") == payment?.standing?.reason ?? "",
                row.text("text") == payment?.standing?.text ?? ""
            else {
                return Damage(
                    entry: seq, table: "payment",
                    text: "the state of payment \(payment?.reference ?? "") is not what its "
                        + "entries say")
            }
        }
        let postings = try Row.fetchCursor(db, sql: PostingRecord.selection)
        while let row = try postings.next() {
            let record = try PostingRecord(row)
            let read = fold.readBacks[record.seq]
            guard fold.postings[record.seq]?.posting == record.posting,
                row["read_back"] as Int64? == read?.seq,
                row["is_final"] as Bool? == read?.isFinal
            else {
                return Damage(
                    entry: record.seq, table: "posting",
                    text: "the posting of \(record.posting.key.reference) does not stand as its "
                        + "events say")
            }
        }
        return nil
    }

    /// Which rules people want; a backup of an earlier version has no such wishes.
    func wishes(_ db: Database) throws -> Damage? {
        guard try db.tableExists(EntryTable.ruleWish.name) else { return nil }
        let rows = try Row.fetchCursor(db, sql: "SELECT seq, wish FROM payment")
        while let row = try rows.next() {
            let payment = fold.payments[row["seq"]]
            guard row.integer("wish") != payment?.wish else { continue }
            return Damage(
                entry: row["seq"], table: "payment",
                text: "the rules that people want for payment \(payment?.reference ?? "") are not "
                    + "what its entries say")
        }
        return nil
    }

    func derived(_ db: Database) throws -> Damage? { try DerivedAudit(db, fold).damage() }

    func files(_ db: Database) throws -> Damage? {
        let rows = try Row.fetchCursor(db, sql: "SELECT seq, digest, bytes FROM rule_file")
        while let row = try rows.next() {
            let (name, bytes): (Data, Data) = (row["digest"], row["bytes"])
            if digest([UInt8](bytes)) != [UInt8](name) {
                return Damage(
                    entry: row["seq"], table: "rule_file", text: "a file of rules is another one")
            }
        }
        let broken = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check")
        return broken.map { row in
            Damage(entry: row["rowid"], table: row["table"], text: "it names what is not there")
        }
    }
}
