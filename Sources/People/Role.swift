/// What a person may do: each role may do all that the ones before it may.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Looks at everything, does nothing.
    case reader
    /// Decides about payments, and asks for runs.
    case bookkeeper
    /// Changes the rules.
    case ruleEditor = "rule_editor"
    /// Connects services, and says who may do what.
    case administrator

    /// Whether the role comes with a permission.
    public func may(_ permission: Permission) -> Bool {
        let order = Self.allCases
        return order.firstIndex(of: self) ?? 0 >= order.firstIndex(of: permission.role) ?? 0
    }
}

/// Something that not everybody may do.
public enum Permission: String, Sendable, Hashable, CaseIterable {
    /// Looking at the pages and exporting what they show.
    case look
    /// Choosing, processing, ignoring, resolving; asking for a run.
    case decide
    /// Changing rules and templates, and going back to earlier ones.
    case editRules
    /// Connecting and disconnecting services.
    case connect
    /// Inviting people, changing their roles, and reading who did what.
    case managePeople

    /// The first role that has it.
    public var role: Role {
        switch self {
        case .look: .reader
        case .decide: .bookkeeper
        case .editRules: .ruleEditor
        case .connect, .managePeople: .administrator
        }
    }
}
