/// Collects reasons in words while a payment is decided; does nothing when it is off.
struct Trace {
    /// Whether anyone will read it.
    let isOn: Bool
    private(set) var reasons: [Decision.Remark] = []
    private(set) var candidates: [Candidate] = []

    init(isOn: Bool) { self.isOn = isOn }

    mutating func reason(_ code: ReasonCode, _ text: @autoclosure () -> String) {
        if isOn { reasons.append(Decision.Remark(code: code.rawValue, text: text())) }
    }

    mutating func keep(_ found: [Candidate]) {
        if isOn { candidates = found }
    }
}
