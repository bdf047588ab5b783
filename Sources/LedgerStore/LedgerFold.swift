internal import DomainModel
internal import GRDB
internal import RunnerCore

/// The present state as it follows from the entries alone, one behind the other.
///
/// It shares no SQL with the methods that write it, so that a check by it means something.
struct LedgerFold {
    struct Payment {
        var connection: Int64
        var reference: String
        var version: Int64?
        var decision: Int64?
        var ruleSet: Int64?
        var choice: SaleKey?
        var choiceSeq: Int64?
        /// The wish for the rules of then that holds, and which these are.
        var wish: Int64?
        var wishedRules: Int64?
        var standing: PaymentStanding?
        var stated: Int64?
        /// The entry since which it is in its state.
        var since: Int64?
        /// The alarm about the newest record that nobody settled.
        var alarm: Int64?
        /// The last posting.
        var posting: Int64?

        /// Takes the state that an entry gives.
        mutating func stand(_ standing: PaymentStanding, by seq: Int64) {
            if self.standing?.state != standing.state { since = seq }
            self.standing = standing
            stated = seq
        }

        /// Ends the wish for the rules of then.
        mutating func endWish() {
            wish = nil
            wishedRules = nil
        }
    }

    private(set) var payments: [Int64: Payment] = [:]
    private(set) var postings: [Int64: (payment: Int64, posting: Posting)] = [:]
    /// By posting: the number of what was read of it last, and what that says.
    private(set) var readBacks: [Int64: (seq: Int64, isFinal: Bool?)] = [:]
    private(set) var connections: [Int64: String] = [:]
    private(set) var revisions: [Int64: String] = [:]
    /// By sale of a connection: the number of its newest version.
    private(set) var saleVersions: [Int64: [SaleKey: Int64]] = [:]
    private var sales: [Int64: (connection: Int64, key: SaleKey)] = [:]

    /// What the entries say that cannot be.
    struct Contradiction: Error {
        let text: String
    }

    /// Takes the next entry.
    mutating func add(_ table: String, _ row: Row) throws {
        let seq: Int64 = row["seq"]
        switch table {
        case "connection": connections[seq] = row["name"]
        case "rule_set": revisions[seq] = row["revision"]
        case "payment":
            payments[seq] = Payment(
                connection: row["connection"], reference: row["reference"], since: seq)
        case "payment_version":
            payments[row["payment"]]?.version = seq
            payments[row["payment"]]?.alarm = nil
        case "alarm": payments[row["payment"]]?.alarm = seq
        case "sale":
            sales[seq] = (
                row["connection"],
                SaleKey(daybook: row["daybook"], number: row["number"], line: row["line"])
            )
        case "sale_version":
            guard let sale = sales[row["sale"]] else { return }
            saleVersions[sale.connection, default: [:]][sale.key] = seq
        case "decision": try decide(row, seq)
        case "posting": try intend(row, seq)
        case "posting_event": try note(row, seq)
        case "read_back": try readBack(row, seq)
        case "action": act(row, seq)
        case "rule_wish":
            payments[row["payment"]]?.wish = seq
            payments[row["payment"]]?.wishedRules = row["rule_set"]
        default: break
        }
    }

    private mutating func decide(_ row: Row, _ seq: Int64) throws {
        guard let state = PaymentState(rawValue: row["state"]) else {
            throw Contradiction(text: "a decision gives no state")
        }
        let payment: Int64 = row["payment"]
        guard payments[payment]?.standing?.state.isOfDeciding ?? true else {
            throw Contradiction(text: "a decision about a payment that has an entry or is settled")
        }
        payments[payment]?.decision = seq
        payments[payment]?.ruleSet = row["rule_set"]
        payments[payment]?.stand(PaymentStanding(state, row["reason"], row["text"]), by: seq)
    }

    private mutating func intend(_ row: Row, _ seq: Int64) throws {
        let payment: Int64 = row["payment"]
        guard let known = payments[payment] else {
            throw Contradiction(text: "an intent of no payment")
        }
        if let last = known.posting, let state = postings[last]?.posting.state {
            guard case .ended = state else {
                throw Contradiction(text: "an intent while another attempt is not at its end")
            }
        }
        let posting = try PostingRecord.intent(
            row, connection: connections[known.connection] ?? "", reference: known.reference,
            revision: revisions[row["rule_set"]] ?? "")
        postings[seq] = (payment, posting)
        payments[payment]?.posting = seq
        payments[payment]?.stand(PaymentStanding(posting, after: nil), by: seq)
    }

    private mutating func note(_ row: Row, _ seq: Int64) throws {
        guard let known = postings[row["posting"]], let event = PostingEventRecord.event(row) else {
            throw Contradiction(text: "an event that cannot be read")
        }
        guard let next = try? known.posting.after(event) else {
            throw Contradiction(text: "an event that cannot follow what was before it")
        }
        postings[row["posting"]] = (known.payment, next)
        if event.isInBooks { payments[known.payment]?.endWish() }
        payments[known.payment]?.stand(PaymentStanding(next, after: event), by: seq)
    }

    private mutating func readBack(_ row: Row, _ seq: Int64) throws {
        let number: Int64 = row["posting"]
        guard let known = postings[number],
            let state = payments[known.payment]?.standing?.state, state.isReadBack
        else {
            throw Contradiction(text: "an entry read back of a payment that has none in the books")
        }
        readBacks[number] = (seq, row["is_final"])
        let found = ReadBack(
            isFinal: row["is_final"], matches: LedgerStore.numbers(row["matches"]),
            shown: row["shown"], drift: row["drift"])
        guard let standing = PaymentStanding(known.posting, found, before: state) else { return }
        payments[known.payment]?.stand(standing, by: seq)
    }

    private mutating func act(_ row: Row, _ seq: Int64) {
        let payment: Int64 = row["payment"]
        let word: String = row["kind"]
        payments[payment]?.alarm = nil
        if word == "choose" {
            payments[payment]?.choice = SaleKey(
                daybook: row["daybook"], number: row["number"], line: row["line"])
            payments[payment]?.choiceSeq = seq
        }
        if word == "retry" { payments[payment]?.endWish() }
        let standing = PersonalAct.standing(
            word, row["reason"], before: payments[payment]?.standing?.state)
        guard let standing else { return }
        payments[payment]?.stand(standing, by: seq)
    }

    /// Whether a payment is decided in a run by these rules; the same rule as that of `undecided`.
    func isUndecided(_ payment: Payment, ruleSet: Int64) -> Bool {
        guard let version = payment.version else { return false }
        guard let standing = payment.standing, let stated = payment.stated else { return true }
        let isNews = version > stated || payment.ruleSet != (payment.wishedRules ?? ruleSet)
        switch (standing.state, standing.reason) {
        case (.open, _), (.due, _), (.waiting, _), (.review, _): return true
        case (.skipped, "already_forwarded"): return true
        case (.skipped, _): return isNews
        case (.failed, "outcome_unknown"): return false
        case (.failed, "refused"):
            guard let posting = payment.posting.flatMap({ postings[$0] })?.posting else {
                return true
            }
            let sale = saleVersions[payment.connection]?[posting.sale] ?? 0
            return isNews || sale > stated
        case (.failed, _): return true
        default: return false
        }
    }
}
