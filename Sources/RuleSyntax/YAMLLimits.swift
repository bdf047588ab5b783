/// How large a YAML file may be; beyond that it is a mistake or an attack.
public struct YAMLLimits: Sendable {
    /// The most bytes of a file.
    public var bytes: Int
    /// The most texts, lists and mappings; keys count too.
    public var nodes: Int
    /// The most lists and mappings inside one another.
    public var depth: Int

    /// Sets the limits; each has a default that no sensible rules reach.
    public init(bytes: Int = 1 << 20, nodes: Int = 100_000, depth: Int = 32) {
        self.bytes = bytes
        self.nodes = nodes
        self.depth = depth
    }
}
