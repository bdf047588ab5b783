import LedgerViews
import RunnerCore

extension PaymentSummary {
    /// The place where a payment of its state stands.
    var place: Place {
        switch state {
        case .open, .waiting, .due, .intended: .open
        case .review: .review
        case .failed, .parked, .drifted: .errors
        case .posted: reason.isEmpty ? .report : .errors
        case .reconciled, .resolved: .report
        case nil, .ignored, .reversed, .skipped: .all
        }
    }

    /// Whether a button to process it again makes sense; the ledger has the last word.
    var canBeProcessed: Bool {
        switch state {
        case .failed, .ignored, .resolved, .skipped, .review, .waiting: true
        case .posted: reason == "reconcile_impossible"
        default: false
        }
    }

    /// Whether a person may settle it by hand; the ledger has the last word.
    var canBeSettled: Bool {
        switch state {
        case .failed, .review, .waiting, .open, .due, .parked, .drifted: true
        case .posted: reason == "reconcile_impossible"
        default: false
        }
    }

    /// Whether a person may say that a change at CCV was seen: the entry stays as it is.
    var canBeSeen: Bool { alarm != nil && (state == .posted || state == .reconciled) }
}
