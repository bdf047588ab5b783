public import LedgerViews

/// What the dashboard reads and asks for; the composition root gives it.
public struct DashboardPorts: Sendable {
    /// What the ledger shows.
    public var views: any LedgerViews
    /// What the forms do.
    public var actions: any DashboardActions

    /// Puts the ports together.
    public init(views: any LedgerViews, actions: any DashboardActions) {
        self.views = views
        self.actions = actions
    }
}
