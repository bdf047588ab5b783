internal import RunnerCore

/// The state of a payment with its reason.
struct PaymentStanding: Equatable {
    var state: PaymentState
    var reason: String
    var text: String

    init(_ state: PaymentState, _ reason: String = "", _ text: String = "") {
        self.state = state
        self.reason = reason
        self.text = text
    }

    /// The state that a posting gives to its payment after an event; nil before any event.
    init(_ posting: Posting, after event: PostingEvent?) {
        switch posting.state {
        case .intended: self.init(.intended)
        case .parked: self.init(.parked, "outcome_unknown", Self.why(event))
        case .posted: self.init(.posted, Self.posted(event), Self.why(event))
        case .reconciled: self.init(.reconciled)
        case .unreconcilable(_, let why): self.init(.posted, "reconcile_impossible", why)
        case .unclear(let why): self.init(.failed, "outcome_unknown", why)
        case .ended(let why):
            if case .refused = event {
                self.init(.failed, "refused", why)
            } else {
                // Not in the books: it is decided again, and sent again when it still fits.
                self.init(.due, "", why)
            }
        }
    }

    /// The state that reading an entry back gives to its payment; nil when it stays as it is.
    init?(_ posting: Posting, _ readBack: ReadBack, before state: PaymentState) {
        if let drift = readBack.drift {
            self.init(.drifted, "drifted", drift)
        } else if state == .drifted {
            self.init(posting, after: nil)
        } else {
            return nil
        }
    }

    private static func posted(_ event: PostingEvent?) -> String {
        if case .reconcileFailed = event { "reconcile_failed" } else { "" }
    }

    private static func why(_ event: PostingEvent?) -> String {
        switch event {
        case .parked(let why), .reconcileFailed(let why): why
        case .notFound: "it is not known whether the entry was booked; it is searched for again"
        default: ""
        }
    }
}

extension PaymentState {
    /// Whether nights read its entry back: not what a person settled.
    var isReadBack: Bool { self == .posted || self == .reconciled || self == .drifted }
}

extension PostingEvent {
    /// Whether by it the entry is known to be in the books.
    var isInBooks: Bool {
        switch self {
        case .booked, .adopted: true
        default: false
        }
    }
}
