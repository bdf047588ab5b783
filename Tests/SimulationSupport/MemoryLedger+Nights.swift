import DomainModel
import RunnerCore
import Synchronization

/// What nights keep, in memory.
extension MemoryLedger {
    private static func isRead(_ attempt: Attempt, _ content: Content) -> Bool {
        guard attempt.entry != nil, attempt.posting.office == content.office else { return false }
        switch content.payments[attempt.posting.key.reference]?.state {
        case .posted, .reconciled, .drifted: return true
        default: return false
        }
    }

    func bookedMarks(_ connection: String, since: Instant) throws -> [BookedMark] {
        content.withLock { content in
            content.lastAttempts.compactMap { attempt in
                guard let entry = attempt.entry, Self.isRead(attempt, content),
                    attempt.posting.created >= since
                else { return nil }
                let state = content.payments[attempt.posting.key.reference]?.state
                let isJudged =
                    (attempt.readBack?.drift != nil) == (state == .drifted)
                    && attempt.readAs == attempt.posting
                return BookedMark(
                    entry: entry, created: attempt.posting.created, intended: attempt.intended,
                    shown: isJudged ? attempt.readBack?.shown : nil)
            }
        }
    }

    func booked(_ entries: [EntryKey], of connection: String) throws -> [BookedPosting] {
        content.withLock { content in
            let wanted = Set(entries)
            return content.lastAttempts.compactMap { attempt in
                guard let entry = attempt.entry, wanted.contains(entry),
                    Self.isRead(attempt, content)
                else { return nil }
                return BookedPosting(
                    posting: attempt.posting, readBack: attempt.readBack,
                    matchNumber: attempt.matchNumber,
                    isDrifted: content.payments[attempt.posting.key.reference]?.state == .drifted)
            }
        }
    }

    func keep(
        _ found: [(posting: Posting, readBack: ReadBack)], in run: RunID, at: Instant
    ) throws {
        content.withLock { content in
            for (posting, readBack) in found {
                let reference = posting.key.reference
                guard var attempt = content.attempts[reference]?.last,
                    attempt.posting == posting, Self.isRead(attempt, content)
                else { continue }
                attempt.readBack = readBack
                attempt.readAs = posting
                attempt.readIn = run
                content.attempts[reference]?.removeLast()
                content.attempts[reference]?.append(attempt)
                if readBack.drift != nil {
                    content.payments[reference]?.state = .drifted
                    content.payments[reference]?.reason = "drifted"
                } else if content.payments[reference]?.state == .drifted {
                    content.payments[reference]?.state = posting.paymentState
                    content.payments[reference]?.reason = Self.reason(posting, nil)
                }
            }
        }
    }

    func keep(_ night: NightRead, in run: RunID, at: Instant) throws {}

    func untoldDrifts(_ connection: String) throws -> [DriftedPayment] {
        content.withLock { content in
            content.lastAttempts.compactMap { attempt in
                let reference = attempt.posting.key.reference
                guard let drift = attempt.readBack?.drift, attempt.readIn.value > content.ended,
                    content.payments[reference]?.state == .drifted
                else { return nil }
                return DriftedPayment(
                    reference: reference, text: drift, amount: attempt.posting.amount)
            }
        }
    }

    func saleShares(_ connection: String, since: Instant) throws -> [SaleShare] {
        content.withLock { content in content.shares.filter { $0.at >= since } }
    }

    func lastFetch(_ connection: String) throws -> Instant? {
        content.withLock { content in content.lastFetch ?? content.firstRun }
    }
}
