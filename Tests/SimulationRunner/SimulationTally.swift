import SimulationSupport

/// What came of many seeds.
struct SimulationTally {
    private(set) var broken = 0
    private var seeds = 0
    private var calls = 0
    private var deaths = 0
    private var payments = 0
    private var states: [String: Int] = [:]
    /// Of all outcomes, whatever their order.
    private var digest: UInt64 = 0

    mutating func note(_ seed: UInt64, _ outcome: Simulation.Outcome?) {
        seeds += 1
        guard let outcome else {
            broken += 1
            return
        }
        broken += outcome.findings.isEmpty ? 0 : 1
        calls += outcome.calls
        deaths += outcome.deaths
        payments += outcome.payments
        states.merge(outcome.states) { $0 + $1 }
        digest ^= outcome.digest
    }

    var text: String {
        let list = states.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return """
            \(seeds) seeds, \(broken) broken; \(payments) payments, \(calls) calls, \
            \(deaths) deaths
            at the end: \(list.joined(separator: ", "))
            digest \(String(digest, radix: 16))
            """
    }
}
