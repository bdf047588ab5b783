import DomainModel
import Foundation
import RunnerCore

@testable import LedgerStore

/// A ledger in a folder of its own, and short words for what tests do to it.
final class Scene {
    let folder: URL
    let path: String
    var ledger: LedgerStore
    /// The moment of the next call.
    var clock: Int64 = 1_763_900_000_000

    init(_ options: LedgerStore.Options = Scene.options) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: "ccvmap.sqlite").path
        ledger = try LedgerStore(path: path, options: options)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static let options = LedgerStore.Options(minimumFree: 0, patience: 5)

    /// The next moment.
    var now: Instant {
        clock += 1000
        return Instant(milliseconds: clock)
    }

    func reopen(_ options: LedgerStore.Options = Scene.options) throws {
        ledger = try LedgerStore(path: path, options: options)
    }

    func file(_ name: String) -> String { folder.appending(path: name).path }

    @discardableResult
    func run(
        _ connection: String = "shop", revision: String = "sha256:r1", office: String = "NLA001"
    ) throws -> RunID {
        try ledger.begin(
            RunStart(
                connection: connection, revision: revision,
                ruleTexts: [
                    .init(path: "rules/a.yaml", bytes: Array("version: 1 # \(revision)".utf8))
                ],
                office: office, at: now))
    }

    @discardableResult
    func keep(
        _ payments: [SeenPayment], in run: RunID, until: Instant? = nil
    ) throws -> [ChangedPayment] {
        try ledger.keep(payments, fetchedUntil: until, in: run, at: now)
    }

    func decide(_ decisions: [DecidedPayment], in run: RunID) throws {
        try ledger.keep(decisions, in: run, at: now)
    }

    /// A payment that is due, with its intent written.
    @discardableResult
    func intended(
        _ reference: String, sale: String = "1", connection: String = "shop"
    ) throws -> (RunID, Posting) {
        let run = try run(connection)
        try keep([.example(reference)], in: run)
        try decide([.example(reference, sale: sale)], in: run)
        let posting = try ledger.intend(
            .example(reference, sale: sale, connection: connection), memo: "memo \(reference)",
            in: run, at: now)
        return (run, posting)
    }

    func note(_ event: PostingEvent, _ posting: Posting, in run: RunID) throws -> Posting {
        try ledger.note(event, of: posting, in: run, at: now)
    }

    func read(_ posting: Posting, _ readBack: ReadBack, in run: RunID) throws {
        try ledger.keep([(posting, readBack)], in: run, at: now)
    }

    /// A payment whose entry is in the books and reconciled.
    func reconciled(_ reference: String, sale: String = "1", entry: Int) throws -> Posting {
        let (run, intended) = try intended(reference, sale: sale)
        let booked = try note(.booked(.memo(entry)), intended, in: run)
        return try note(.reconciled("1"), booked, in: run)
    }

    var proof: ProbeProof {
        ProbeProof(
            from: Instant(milliseconds: 1), to: Instant(milliseconds: 2),
            at: Instant(milliseconds: clock), lines: 3, sawDeleted: true)
    }

    func person(_ reason: String = "asked by phone") -> OperatorNote {
        OperatorNote(who: "an", reason: reason, at: now)
    }

    func state(_ reference: String, of connection: String = "shop") throws -> String? {
        let payment = try ledger.payment(reference, of: connection)?.payment
        return payment.map { "\($0.state?.rawValue ?? "new") \($0.reason)" }
    }

    func undecided(_ connection: String = "shop") throws -> [String] {
        try ledger.undecided(connection).filter(\.isUndecided).map(\.reference).sorted()
    }
}

extension SeenPayment {
    static func example(
        _ reference: String, amount: String = "119.00", status: String = "success",
        order: String = "WEB-1", extra: String = "", isFinal: Bool = true
    ) -> SeenPayment {
        let json = """
            {"reference":"\(reference)","type":"sale","status":"\(status)","amount":\(amount),\
            "currency":"eur","method":"ideal","merchantOrderReference":"\(order)",\
            "description":"Bestelling \(order)","created":1763800000000,\
            "lastUpdate":1763800100000\(extra)}
            """
        return SeenPayment(
            reference: reference, json: Array(json.utf8),
            created: Instant(milliseconds: 1_763_800_000_000),
            lastUpdate: Instant(milliseconds: 1_763_800_100_000), isFinal: isFinal)
    }
}

extension DecidedPayment {
    static func example(
        _ reference: String, _ state: PaymentState = .due, _ reason: String = "",
        sale: String = "1", asOf: String = "2025-11-23T12:00:00Z", revision: String = "sha256:r1"
    ) -> DecidedPayment {
        let json = """
            {"reference":"\(reference)","as_of":"\(asOf)","outcome":"book","rule":"paid",\
            "reasons":[],"candidates":[{"sale":{"code":"VRK","number":"\(sale)","line":"1"}}],\
            "revision":"\(revision)"}
            """
        return DecidedPayment(
            reference: reference, state: state, reason: reason, text: reason, amount: 11900,
            currency: "EUR",
            sale: state == .due ? SaleKey(daybook: "VRK", number: sale, line: "1") : nil,
            rule: "paid", json: Array(json.utf8))
    }
}

extension Posting {
    static func example(
        _ reference: String, sale: String = "1", connection: String = "shop",
        revision: String = "sha256:r1"
    ) -> Posting {
        Posting(
            key: PostingKey(connection: connection, reference: reference), office: "NLA001",
            attempt: 1, digest: "d-\(reference)", revision: revision, journal: "MEMO",
            sale: SaleKey(daybook: "VRK", number: sale, line: "1"), saleOpen: 11900,
            suspenseAccount: "2101", debtorAccount: "1300", customer: "D1",
            invoiceNumber: "WEB-1", amount: 11900, currency: .eur,
            matchDate: CalendarDate(daysSinceEpoch: 20_000),
            created: Instant(milliseconds: 1_763_800_000_000))
    }
}

extension EntryKey {
    static func memo(_ number: Int) -> EntryKey {
        EntryKey(daybook: "MEMO", number: "\(number)")
    }
}
