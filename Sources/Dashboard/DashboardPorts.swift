public import LedgerViews
public import People

/// What the dashboard reads and asks for; the composition root gives it.
public struct DashboardPorts: Sendable {
    /// What the ledger shows.
    public var views: any LedgerViews
    /// What the forms do.
    public var actions: any DashboardActions
    /// Who may come in, and what they did.
    public var people: any PeopleRegister
    /// What the pages of the rules do; without it there are no such pages.
    public var rules: (any RuleActions)?
    /// What connects services; nil where that is not done from the pages.
    public var connecting: (any ConnectingActions)?

    /// Puts the ports together.
    public init(
        views: any LedgerViews, actions: any DashboardActions, people: any PeopleRegister,
        rules: (any RuleActions)? = nil, connecting: (any ConnectingActions)? = nil
    ) {
        self.views = views
        self.actions = actions
        self.people = people
        self.rules = rules
        self.connecting = connecting
    }
}
