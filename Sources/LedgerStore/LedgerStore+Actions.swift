public import DomainModel
internal import GRDB
public import RunnerCore

/// Who does something to payments, when, and why; all of it is kept for good.
public struct OperatorNote: Sendable, Hashable {
    /// A name, such as that of the user of the system.
    public var who: String
    /// Why, in words of that person.
    public var reason: String
    /// When.
    public var at: Instant

    /// Makes a note.
    public init(who: String, reason: String, at: Instant) {
        self.who = who
        self.reason = reason
        self.at = at
    }
}

/// What people do to payments.
///
/// Each call is one transaction, for all payments that it names or none.
///
/// A payment whose entry was sent, and of which nobody knows what became of it, can only be
/// resolved: it is searched for on every run. One whose entry is in the books takes nothing but a
/// new attempt to reconcile, once people made that impossible.
extension LedgerStore {
    /// Chooses the sale that a payment pays; the next run books it, if it still fits then.
    public func choose(
        _ reference: String, of connection: String, sale: SaleKey, _ note: OperatorNote
    ) throws {
        try act([reference], connection, PersonalAct(.choose(sale), note))
    }

    /// Says that payments are not to be booked; of one that CCV changed after it was booked, that a
    /// person saw that, and that its entry stays.
    public func ignore(_ references: [String], of connection: String, _ note: OperatorNote) throws {
        try act(references, connection, PersonalAct(.ignore, note))
    }

    /// Says which entry in the books settles a payment; the caller looked that it is there.
    public func resolve(
        _ reference: String, of connection: String, entry: EntryKey, _ note: OperatorNote
    ) throws {
        try act([reference], connection, PersonalAct(.resolve(entry), note))
    }

    /// Says that payments are to be decided again, and sent again when they fit; or, of an entry
    /// that could not be reconciled, that this is to be tried again.
    ///
    /// The rules of then are those by which a payment was decided first, when it came in: which
    /// these are is written down now, and holds until it is booked or retried again.
    public func retry(
        _ references: [String], of connection: String, _ note: OperatorNote,
        by rules: RetryRules = .now
    ) throws {
        try act(references, connection, PersonalAct(.retry(rules), note))
    }

    /// The payments that have a reason, by reference: what a bulk action is about.
    public func references(
        _ connection: String, reason: String, state: PaymentState? = nil
    ) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT p.reference FROM payment p JOIN connection c ON c.seq = p.connection
                    WHERE c.name = ? AND p.reason = ? AND (? IS NULL OR p.state = ?)
                    ORDER BY p.reference
                    """,
                arguments: [connection, reason, state?.rawValue, state?.rawValue])
        }
    }

    private func act(
        _ references: [String], _ connection: String, _ act: PersonalAct
    ) throws {
        guard !act.note.who.isEmpty, !act.note.reason.isEmpty else {
            throw LedgerFault(
                .conflict, "an action needs a name and a reason",
                help: "say why: people ask about it years later")
        }
        try write { writer in
            for reference in references { try writer.apply(act, reference, connection) }
        }
    }
}

/// By which rules payments are decided again.
public enum RetryRules: String, Sendable, Hashable, CaseIterable {
    /// By those of the run.
    case now
    /// By those that decided the payment first.
    case then
}

/// One action with its note.
struct PersonalAct {
    enum Kind: Equatable {
        case choose(SaleKey)
        case ignore
        case resolve(EntryKey)
        case retry(RetryRules)
    }

    let kind: Kind
    let note: OperatorNote

    init(_ kind: Kind, _ note: OperatorNote) {
        self.kind = kind
        self.note = note
    }

    /// The word in the ledger.
    var word: String {
        switch kind {
        case .choose: "choose"
        case .ignore: "ignore"
        case .resolve: "resolve"
        case .retry: "retry"
        }
    }

    /// The columns behind `reason`.
    var place: [Cell] {
        switch kind {
        case .choose(let sale):
            [.text(sale.entry.daybook), .text(sale.entry.number), .text(sale.line)]
        case .resolve(let entry): [.text(entry.daybook), .text(entry.number), .null]
        case .ignore, .retry: [.null, .null, .null]
        }
    }

    /// What happens to the posting of the payment; throws a sentence when nothing may.
    ///
    /// A drifted entry stays what it is: a person says what settles the payment, or that it is
    /// well as it is; what was deleted is not booked anew by that.
    ///
    /// What CCV changed after it was booked is looked at by a person, who then says so: the entry
    /// stays as it is, and the alarm ends.
    func event(
        _ posting: Posting?, of state: PaymentState?, isAlarmed: Bool
    ) throws(Refusal) -> PostingEvent? {
        switch (posting?.state, kind) {
        case (nil, _), (.ended, _): return nil
        case (_, .ignore) where state == .drifted, (_, .resolve) where state == .drifted,
            (.posted, .retry) where state == .drifted,
            (.reconciled, .retry) where state == .drifted:
            return nil
        case (.posted, .ignore) where isAlarmed, (.reconciled, .ignore) where isAlarmed:
            return nil
        case (.parked, .resolve), (.unclear, _): return .withdrawn(note.reason)
        case (.unreconcilable, .retry): return .reconcileAgain(note.reason)
        case (.unreconcilable, .resolve): return nil
        case (.intended, _), (.parked, _):
            throw Refusal("its entry was sent, and it is not known yet whether it was booked")
        case (.posted(let key), _), (.reconciled(let key), _), (.unreconcilable(let key, _), _):
            throw Refusal("its entry \(key.text) is in the books")
        }
    }

    /// The state that the word of an action gives; nil when it stays as it is.
    static func standing(
        _ word: String, _ reason: String, before state: PaymentState?
    ) -> PaymentStanding? {
        switch word {
        case "choose": PaymentStanding(.due, "chosen", reason)
        case "ignore":
            state == .posted || state == .reconciled
                ? nil : PaymentStanding(.ignored, "ignored", reason)
        case "resolve": PaymentStanding(.resolved, "resolved", reason)
        default:
            state == .posted || state == .drifted ? nil : PaymentStanding(.due, "retry", reason)
        }
    }

    struct Refusal: Error {
        let text: String

        init(_ text: String) { self.text = text }
    }
}

extension EntryWriter {
    fileprivate func apply(_ act: PersonalAct, _ reference: String, _ connection: String) throws {
        let known = try row(
            """
            SELECT p.seq, p.state, p.alarmed FROM payment p
            JOIN connection c ON c.seq = p.connection WHERE p.reference = ? AND c.name = ?
            """, [.text(reference), .text(connection)])
        guard let known else {
            throw LedgerFault(
                .unknown, "\(connection): the ledger knows no payment \(reference)",
                help: "look for it with `ccvmap payments`")
        }
        let payment: Int64 = known["seq"]
        try check(act, reference, payment, known["state"])
        let last = try Row.fetchOne(
            db, sql: "\(PostingRecord.selection) WHERE t.payment = ? ORDER BY t.seq DESC LIMIT 1",
            arguments: [payment])
        let posting = try last.map { try PostingRecord($0) }
        do {
            let state: String? = known["state"]
            let now = state.flatMap { PaymentState(rawValue: $0) }
            let event = try act.event(
                posting?.posting, of: now, isAlarmed: known.integer("alarmed") != nil)
            if let event, let posting {
                _ = try note(event, of: posting, run: nil, at: act.note.at)
            }
        } catch let refusal as PersonalAct.Refusal {
            throw LedgerFault(
                .conflict, "\(reference) cannot take `\(act.word)`: \(refusal.text)",
                help: "look at it with `ccvmap payments show \(reference)`")
        }
        let seq = try add(
            .action,
            [
                .integer(payment), .integer(act.note.at.milliseconds), .text(act.note.who),
                .text(act.word), .text(act.note.reason),
            ] + act.place)
        if act.word == "choose" {
            try execute(
                "UPDATE payment SET choice = ? WHERE seq = ?", [.integer(seq), .integer(payment)])
        }
        let state = try row("SELECT state FROM payment WHERE seq = ?", [.integer(payment)])
        let now: String? = state?["state"]
        let standing = PersonalAct.standing(
            act.word, act.note.reason, before: now.flatMap { PaymentState(rawValue: $0) })
        if let standing { try stand(standing, payment, by: seq) }
        guard case .retry(let rules) = act.kind else { return }
        try endWish(of: payment)
        if rules == .then, standing != nil { try wish(payment, reference, by: seq) }
    }

    /// Writes that a payment is to be decided by the rules that decided it first.
    private func wish(_ payment: Int64, _ reference: String, by action: Int64) throws {
        let first = try row(
            "SELECT rule_set FROM decision WHERE payment = ? ORDER BY seq LIMIT 1",
            [.integer(payment)])
        guard let rules: Int64 = first?["rule_set"] else {
            throw LedgerFault(
                .conflict, "\(reference) was never decided: there are no rules of then",
                help: "let it be decided by the rules of now")
        }
        let seq = try add(.ruleWish, [.integer(payment), .integer(action), .integer(rules)])
        try execute(
            "UPDATE payment SET wish = ? WHERE seq = ?", [.integer(seq), .integer(payment)])
    }

    /// Lets the rules of the run hold for a payment again.
    func endWish(of payment: Int64) throws {
        try execute(
            "UPDATE payment SET wish = NULL WHERE seq = ? AND wish IS NOT NULL",
            [.integer(payment)])
    }

    private func check(
        _ act: PersonalAct, _ reference: String, _ payment: Int64, _ state: String?
    ) throws {
        let state = state.flatMap { PaymentState(rawValue: $0) }
        if case .choose = act.kind, state == .ignored || state == .resolved || state == .skipped {
            throw LedgerFault(
                .conflict, "\(reference) cannot take `choose`: it is \(state?.rawValue ?? "")",
                help: "say `retry` first when it is to be booked after all")
        }
        guard case .resolve(let entry) = act.kind else { return }
        let taken = try row(
            """
            SELECT p.reference FROM posting t JOIN payment p ON p.seq = t.payment
            WHERE t.entry_daybook = ? AND t.entry_number = ? AND p.seq != ?
              AND t.office = (SELECT r.office FROM run r
                JOIN payment o ON o.connection = r.connection WHERE o.seq = ?
                ORDER BY r.number DESC LIMIT 1)
            """,
            [.text(entry.daybook), .text(entry.number), .integer(payment), .integer(payment)])
        guard let taken else { return }
        let other: String = taken["reference"]
        throw LedgerFault(
            .conflict, "\(entry.text) is the entry of payment \(other)",
            help: "name the entry that settles \(reference)")
    }
}
