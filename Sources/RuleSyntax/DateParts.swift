/// A day as it stands in the rules.
///
/// Whether the calendar has it, the compiler says.
public struct DateParts: Sendable, Equatable {
    /// The year.
    public var year: Int
    /// The month, from 1.
    public var month: Int
    /// The day, from 1.
    public var day: Int
}
