internal import DomainModel
internal import GRDB
internal import RunnerCore

/// An event of a posting as columns of `posting_event`, from `kind` on.
enum PostingEventRecord {
    /// As columns.
    static func cells(_ event: PostingEvent) -> [Cell] {
        switch event {
        case .booked(let key): columns("booked", key)
        case .refused(let reasons): columns("refused", text: lines(reasons))
        case .unsent(let why): columns("unsent", text: why)
        case .parked(let why): columns("parked", text: why)
        case .notFound(let proof): columns("not_found", proof: proof)
        case .adopted(let key, let proof): columns("adopted", key, proof: proof)
        case .provedAbsent(let proof): columns("proved_absent", proof: proof)
        case .unclear(let why, let proof): columns("unclear", text: why, proof: proof)
        case .reconciled(let number): columns("reconciled", text: number)
        case .unreconcilable(let why): columns("unreconcilable", text: why)
        case .reconcileFailed(let why): columns("reconcile_failed", text: why)
        case .withdrawn(let why): columns("withdrawn", text: why)
        case .reconcileAgain(let why): columns("reconcile_again", text: why)
        }
    }

    /// Reads a row; nil for one that is no event.
    static func event(_ row: Row) -> PostingEvent? {
        let text: String? = row["text"]
        let daybook: String? = row["daybook"]
        let number: String? = row["number"]
        let key = EntryKey(daybook: daybook ?? "", number: number ?? "")
        switch row["kind"] as String {
        case "booked": return .booked(key)
        case "refused": return .refused(reasons(text))
        case "unsent": return .unsent(text ?? "")
        case "parked": return .parked(text ?? "")
        case "not_found": return proof(row).map { .notFound($0) }
        case "adopted": return proof(row).map { .adopted(key, $0) }
        case "proved_absent": return proof(row).map { .provedAbsent($0) }
        case "unclear": return proof(row).map { .unclear(text ?? "", $0) }
        case "reconciled": return .reconciled(text)
        case "unreconcilable": return .unreconcilable(text ?? "")
        case "reconcile_failed": return .reconcileFailed(text ?? "")
        case "withdrawn": return .withdrawn(text ?? "")
        case "reconcile_again": return .reconcileAgain(text ?? "")
        default: return nil
        }
    }

    private static func columns(
        _ kind: String, _ key: EntryKey? = nil, text: String? = nil, proof: ProbeProof? = nil
    ) -> [Cell] {
        [
            .text(kind), .optional(key?.daybook), .optional(key?.number), .optional(text),
            .optional(proof?.from.milliseconds), .optional(proof?.to.milliseconds),
            .optional(proof?.at.milliseconds), .optional((proof?.lines).map { Int64($0) }),
            .optional((proof?.sawDeleted).map { $0 ? 1 : 0 }),
        ]
    }

    private static func proof(_ row: Row) -> ProbeProof? {
        let moments: [Int64?] = [row["probe_from"], row["probe_to"], row["probe_at"]]
        let lines: Int? = row["probe_lines"]
        let sawDeleted: Bool? = row["probe_saw_deleted"]
        guard let from = moments[0], let to = moments[1], let at = moments[2], let lines,
            let sawDeleted
        else { return nil }
        return ProbeProof(
            from: Instant(milliseconds: from), to: Instant(milliseconds: to),
            at: Instant(milliseconds: at), lines: lines, sawDeleted: sawDeleted)
    }

    /// Reasons one behind the other, each behind the count of its bytes: any text may stand in one.
    private static func lines(_ reasons: [String]) -> String {
        reasons.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")
    }

    private static func reasons(_ text: String?) -> [String] {
        guard let text else { return [] }
        var rest = Array(text.utf8)[...]
        var reasons: [String] = []
        while let space = rest.firstIndex(of: UInt8(ascii: " ")),
            let count = Int(String(decoding: rest[..<space], as: UTF8.self)),
            count >= 0, space + 1 + count <= rest.endIndex
        {
            let end = space + 1 + count
            reasons.append(String(decoding: rest[(space + 1)..<end], as: UTF8.self))
            rest = rest[min(end + 1, rest.endIndex)...]
        }
        return reasons
    }
}
