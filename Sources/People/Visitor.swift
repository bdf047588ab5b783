/// A person who is signed in.
public struct Visitor: Sendable, Hashable {
    /// The name under which the person's acts are recorded.
    public var name: String
    /// What the person may do.
    public var role: Role

    /// Makes a visitor.
    public init(name: String, role: Role) {
        self.name = name
        self.role = role
    }
}
