/// Where a value stands in a rules file: the keys and positions that lead to it.
public struct RulePath: Sendable, Hashable {
    /// One step into a mapping or a list.
    public enum Step: Sendable, Hashable {
        /// To the value of a key.
        case key(String)
        /// To an element of a list, from 0.
        case position(Int)
    }

    /// The steps from the root.
    public var steps: [Step]

    /// A path of keys.
    public init(_ keys: String...) { steps = keys.map(Step.key) }

    /// A path of any steps.
    public init(steps: [Step]) { self.steps = steps }

    /// The path of the value of a key below.
    public func appending(_ key: String) -> RulePath { RulePath(steps: steps + [.key(key)]) }

    /// The path one step up, and the key of the last step; nil when that is no key.
    var split: (parent: RulePath, key: String)? {
        guard case .key(let key) = steps.last else { return nil }
        return (RulePath(steps: steps.dropLast()), key)
    }
}
