package import RunnerCore
package import SimulationAudit

/// A ledger that a simulation can use.
package protocol SimulatedLedger: Ledger {
    /// What everybody may know.
    var view: LedgerView { get throws }
    /// A person wants everything that was refused to be sent again.
    func retryRefused() throws
    /// A person wants everything that waits for people to be decided by the rules of then.
    func retryByRulesOfThen() throws
}
