import DomainModel
import RecordReading
import RunnerCore
import SimulationAudit
import Synchronization

/// A ledger in memory with the transactions of a real one: each call happens whole or not at all,
/// and what it wrote outlives the process.
final class MemoryLedger: SimulatedLedger {
    struct Stored {
        var seen: SeenPayment
        var connection: String
        var original: String?
        var child: String?
        var state = PaymentState.open
        var reason = ""
        /// The revision of the rules by which it was skipped or refused; nil when it was not, or
        /// when something changed since.
        var settledBy: String?
        /// The revision of the rules that decided it first.
        var firstRules: String?
        /// The revision of the rules that a person wants.
        var wish: String?
    }

    struct Attempt {
        var posting: Posting
        var intended = Instant(milliseconds: 0)
        var matchNumber: String?
        var readBack: ReadBack?
        /// As it was when it was read back.
        var readAs: Posting?
        /// The run that read it back last.
        var readIn = RunID(0)
    }

    struct Content {
        var runs: Int64 = 0
        /// The last run that came to its end.
        var ended: Int64 = 0
        var firstRun: Instant?
        var lastFetch: Instant?
        var shares: [SaleShare] = []
        var office = ""
        var revision = ""
        var until: [String: Instant] = [:]
        var payments: [String: Stored] = [:]
        /// By reference, in the order in which they were made.
        var attempts: [String: [Attempt]] = [:]
    }

    let content = Mutex(Content())

    func begin(_ run: RunStart) throws -> RunID {
        content.withLock {
            $0.runs += 1
            $0.office = run.office
            $0.revision = run.revision
            if $0.firstRun == nil { $0.firstRun = run.at }
            return RunID($0.runs)
        }
    }

    func end(_ run: RunID, _ report: RunReport, at: Instant) throws {
        content.withLock { $0.ended = run.value }
    }

    func fetchedUntil(_ connection: String) throws -> Instant? {
        content.withLock { $0.until[connection] }
    }

    func unfinished(_ connection: String) throws -> [String] {
        content.withLock { content in
            content.payments.values
                .filter { $0.connection == connection && !$0.seen.isFinal }
                .map(\.seen.reference).sorted()
        }
    }

    func keep(
        _ payments: [SeenPayment], fetchedUntil: Instant?, in run: RunID, at: Instant
    ) throws -> [ChangedPayment] {
        try content.withLock { content in
            var changed: [ChangedPayment] = []
            for payment in payments {
                if content.payments[payment.reference]?.seen == payment { continue }
                var stored =
                    content.payments[payment.reference]
                    ?? Stored(seen: payment, connection: "shop")
                let isKept = content.attempts[payment.reference]?.last.map(\.isAlive) ?? false
                if isKept, stored.seen.isFinal, stored.seen.json != payment.json {
                    changed.append(
                        ChangedPayment(reference: payment.reference, change: "another record"))
                }
                if payment.lastUpdate >= stored.seen.lastUpdate { stored.seen = payment }
                stored.settledBy = nil
                (stored.original, stored.child) = try Self.links(payment)
                content.payments[payment.reference] = stored
            }
            if let fetchedUntil { content.until["shop"] = fetchedUntil }
            content.lastFetch = at
            return changed
        }
    }

    private static func links(_ payment: SeenPayment) throws -> (String?, String?) {
        var reader = PaymentReader()
        try (payment.json + [0x0A]).withUnsafeBytes { try reader.feed($0) }
        let table = try reader.finish()
        guard let row = table.rows.first else { return (nil, nil) }
        func text(_ reference: String) -> String? { reference.isEmpty ? nil : reference }
        return (text(table.text(row.originalReference)), text(table.text(row.childReference)))
    }

    func keep(
        _ items: OpenItemTable, _ customers: CustomerTable, forwarded: [ForwardedEntry],
        in run: RunID
    ) throws {}

    func undecided(_ connection: String) throws -> [StoredPayment] {
        content.withLock { content in
            let open = content.payments.values.filter { stored in
                stored.connection == connection
                    && !(content.attempts[stored.seen.reference]?.last.map(\.isAlive) ?? false)
                    && stored.settledBy != stored.wish ?? content.revision
            }
            let undecided = Set(open.map(\.seen.reference))
            var related: Set<String> = []
            for stored in open {
                if let original = stored.original { related.insert(original) }
                if let child = stored.child { related.insert(child) }
            }
            for stored in content.payments.values
            where stored.child.map(undecided.contains) ?? false {
                related.insert(stored.seen.reference)
            }
            return undecided.union(related).sorted().compactMap { reference in
                guard let stored = content.payments[reference] else { return nil }
                return StoredPayment(
                    reference: reference, json: stored.seen.json,
                    isUndecided: undecided.contains(reference), rulesOfThen: stored.wish)
            }
        }
    }

    func knownElsewhere(_ references: [String], than connection: String) throws -> Set<String> {
        []
    }

    func keep(_ decisions: [DecidedPayment], in run: RunID, at: Instant) throws {
        content.withLock { content in
            var share = SaleShare(at: at, looked: 0, found: 0)
            for decision in decisions {
                let before = content.payments[decision.reference]
                let revision = decision.revision ?? content.revision
                guard revision == before?.wish ?? content.revision else { continue }
                if before?.firstRules == nil {
                    content.payments[decision.reference]?.firstRules = revision
                }
                share.count(
                    SaleSearch(decision.state, reason: decision.reason),
                    after: before.flatMap { SaleSearch($0.state, reason: $0.reason) })
                content.payments[decision.reference]?.state = decision.state
                content.payments[decision.reference]?.reason = decision.reason
                let isSkipped =
                    decision.state == .skipped && decision.reason != "already_forwarded"
                content.payments[decision.reference]?.settledBy = isSkipped ? revision : nil
            }
            content.shares.append(share)
        }
    }

    func postings(_ connection: String) throws -> [Posting] {
        content.withLock { content in
            content.lastAttempts.map(\.posting).filter { posting in
                switch posting.state {
                case .posted where content.payments[posting.key.reference]?.state == .drifted:
                    false
                case .intended, .parked, .posted: posting.key.connection == connection
                default: false
                }
            }
        }
    }

    func knownEntries(inOfficeOf connection: String) throws -> Set<EntryKey> {
        content.withLock { content in
            Set(
                content.lastAttempts.filter { $0.posting.office == content.office }
                    .compactMap(\.entry))
        }
    }

    func claims(
        on sales: [SaleKey], inOfficeOf connection: String
    ) throws -> [SaleKey: String] {
        content.withLock { content in
            var claims: [SaleKey: String] = [:]
            let asked = Set(sales)
            for attempt in content.lastAttempts
            where attempt.posting.claimsSale && attempt.posting.office == content.office
                && asked.contains(attempt.posting.sale)
            {
                claims[attempt.posting.sale] = attempt.posting.key.reference
            }
            return claims
        }
    }
}

extension MemoryLedger {
    func intend(_ posting: Posting, memo: String, in run: RunID, at: Instant) throws -> Posting {
        try content.withLock { content in
            let reference = posting.key.reference
            let attempts = content.attempts[reference] ?? []
            if attempts.last?.isAlive ?? false {
                throw IntentRefused(posting.key, .unfinishedAttempt)
            }
            guard posting.revision == content.payments[reference]?.wish ?? content.revision
            else { throw IntentRefused(posting.key, .otherRulesWanted) }
            for other in content.lastAttempts
            where other.posting.claimsSale && other.posting.sale == posting.sale
                && other.posting.office == posting.office
            {
                throw IntentRefused(posting.key, .saleClaimed(by: other.posting.key))
            }
            var next = posting
            next.attempt = attempts.count + 1
            content.attempts[reference] = attempts + [Attempt(posting: next, intended: at)]
            content.payments[reference]?.state = .intended
            content.payments[reference]?.reason = ""
            return next
        }
    }

    func note(
        _ event: PostingEvent, of posting: Posting, in run: RunID, at: Instant
    ) throws -> Posting {
        try content.withLock { content in
            let reference = posting.key.reference
            guard var attempt = content.attempts[reference]?.popLast(),
                attempt.posting == posting
            else { throw PortFault(.ledger, kind: "stale", "another attempt was noted since") }
            defer { content.attempts[reference]?.append(attempt) }
            let next = try posting.after(event)
            attempt.posting = next
            if case .reconciled(let number) = event { attempt.matchNumber = number }
            content.payments[reference]?.state = next.paymentState
            switch event {
            case .refused:
                content.payments[reference]?.state = .failed
                let wish = content.payments[reference]?.wish
                content.payments[reference]?.settledBy = wish ?? content.revision
            case .booked, .adopted: content.payments[reference]?.wish = nil
            default: break
            }
            content.payments[reference]?.reason = Self.reason(next, event)
            return next
        }
    }

    static func reason(_ posting: Posting, _ event: PostingEvent?) -> String {
        switch (posting.state, event) {
        case (.parked, _), (.unclear, _): "outcome_unknown"
        case (.unreconcilable, _): "reconcile_impossible"
        case (_, .refused): "refused"
        default: ""
        }
    }

    func retryRefused() {
        content.withLock { content in
            for reference in content.payments.keys {
                content.payments[reference]?.settledBy = nil
                content.payments[reference]?.wish = nil
            }
        }
    }

    func retryByRulesOfThen() {
        content.withLock { content in
            for (reference, stored) in content.payments
            where !(content.attempts[reference]?.last.map(\.isAlive) ?? false)
                && [.failed, .review, .waiting].contains(stored.state)
            {
                content.payments[reference]?.settledBy = nil
                content.payments[reference]?.wish = stored.firstRules
            }
        }
    }

    /// Takes intents for never sent, as a canary does.
    func forgetIntents() {
        content.withLock { content in
            for reference in content.attempts.keys {
                guard var attempt = content.attempts[reference]?.popLast() else { continue }
                if attempt.posting.state == .intended { attempt.posting.state = .ended("") }
                content.attempts[reference]?.append(attempt)
            }
        }
    }

    /// What everybody may know.
    var view: LedgerView {
        content.withLock { content in
            var view = LedgerView()
            for (reference, stored) in content.payments {
                view.payments[reference] = LedgerView.Payment(
                    state: stored.state.rawValue, reason: stored.reason)
            }
            view.postings = content.attempts.keys.sorted().flatMap { reference in
                (content.attempts[reference] ?? []).map(\.view)
            }
            return view
        }
    }
}

extension MemoryLedger.Content {
    /// The newest attempt of each payment, in order of the references.
    var lastAttempts: [MemoryLedger.Attempt] {
        attempts.keys.sorted().compactMap { attempts[$0]?.last }
    }
}

extension MemoryLedger.Attempt {
    var isAlive: Bool { posting.claimsSale }

    var entry: EntryKey? { posting.entry }

    var view: LedgerView.Posting {
        let word =
            switch posting.state {
            case .intended: "intended"
            case .parked: "parked"
            case .posted: "posted"
            case .reconciled: "reconciled"
            case .unreconcilable: "unreconcilable"
            case .ended: "ended"
            case .unclear: "unclear"
            }
        return LedgerView.Posting(
            reference: posting.key.reference, state: word,
            entry: entry.map { EntryName($0.daybook, $0.number) },
            sale: EntryName(posting.sale.entry.daybook, posting.sale.entry.number),
            amount: posting.amount)
    }
}
