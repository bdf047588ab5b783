public import SourceDiagnostics

/// A value and the place in the rules where it was written.
public struct Located<Value> {
    /// The value.
    public var value: Value
    /// Where it stands.
    public var range: SourceRange

    /// Ties a value to its place.
    public init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }

    /// The same place with another value.
    public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: range)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
