import Wording

/// Collects reasons in words while a payment is decided; does nothing when it is off.
struct Trace {
    /// Whether anyone will read it.
    let isOn: Bool
    private(set) var reasons: [Decision.Remark] = []
    private(set) var candidates: [Candidate] = []
    /// The payment and its number; nil when no sale was looked for.
    private(set) var search: (subject: Matcher.Subject, number: PaymentNumber)?

    init(isOn: Bool) { self.isOn = isOn }

    mutating func reason(_ code: ReasonCode, _ phrase: @autoclosure () -> Phrase) {
        if isOn { reasons.append(Decision.Remark(code: code.rawValue, phrase: phrase())) }
    }

    /// Two sales that the payment pays together.
    private(set) var pair: PairFinder.Pair?

    mutating func keep(_ found: PairFinder.Pair?) {
        if isOn { pair = found }
    }

    mutating func keep(
        _ found: [Candidate], _ subject: Matcher.Subject, _ number: PaymentNumber
    ) {
        guard isOn else { return }
        candidates = found
        search = (subject, number)
    }
}
